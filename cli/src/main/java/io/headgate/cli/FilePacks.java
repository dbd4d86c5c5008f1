package io.headgate.cli;

import io.headgate.engine.Run;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.error.UserError;
import io.headgate.engine.pack.OpenPack;
import io.headgate.engine.pack.PackLoader;
import io.headgate.engine.pack.PolicyPacks;
import io.headgate.engine.policy.PackRef;
import io.headgate.spi.RulePack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rule packs in files: who names none never comes here. */
final class FilePacks {

  private FilePacks() {}

  /** A catalog with the packs of the command line besides its own. */
  static Catalog added(Catalog catalog, List<Path> options, PackTools tools) {
    return loaded(catalog, open(options), tools);
  }

  /** A catalog with the packs of the policy and of the command line besides its own. */
  static Catalog added(
      Catalog catalog,
      List<Path> options,
      PolicyFile policy,
      List<PackRef> named,
      PackTools tools,
      Tree tree) {
    return loaded(catalog, open(options, policy, named, tree), tools);
  }

  /** The packs of the policy, if there is one, and of the command line, read and not loaded. */
  static List<OpenPack> open(
      List<Path> options, @Nullable PolicyFile policy, List<PackRef> named, Tree tree) {
    List<OpenPack> packs = new ArrayList<>();
    if (policy != null && !named.isEmpty()) {
      packs.addAll(open(policy, named, tree));
    }
    packs.addAll(open(options));
    return packs;
  }

  /** The packs of a policy; those that only a commit has are taken from there. */
  static List<OpenPack> open(PolicyFile policy, List<PackRef> named, Tree tree) {
    return tree.isJudged() ? BasePacks.open(policy, tree) : of(policy).open(named);
  }

  static List<OpenPack> open(List<Path> paths) {
    List<OpenPack> packs = new ArrayList<>();
    for (Path path : paths) {
      packs.add(open(path));
    }
    return packs;
  }

  /**
   * A pack that is named on the command line.
   *
   * @throws UserError if there is none
   */
  static OpenPack open(Path path) {
    if (!Files.exists(path)) {
      Path home = shipped();
      Path ours = home == null ? null : home.resolve(path + ".zip");
      throw new UserError(
          "There is no pack '"
              + path
              + "'."
              + (ours != null && Files.exists(ours)
                  ? " The one that ships with headgate is '" + ours + "'."
                  : ""));
    }
    return OpenPack.read(path, path.toString().replace('\\', '/'));
  }

  static Catalog loaded(Catalog catalog, List<OpenPack> opened, PackTools tools) {
    PackLoader loader = tools.loader();
    List<RulePack> loaded = new ArrayList<>();
    for (OpenPack open : opened) {
      RulePack pack = loader.load(open);
      Run.warmUp(pack.checkers());
      loaded.add(pack);
    }
    return new Catalog(with(catalog, loaded));
  }

  /** The packs of a catalog and some more. */
  static List<RulePack> with(Catalog catalog, List<? extends RulePack> more) {
    List<RulePack> packs = new ArrayList<>(catalog.packs());
    packs.addAll(more);
    return packs;
  }

  /** Where the packs of a policy are looked up. */
  static PolicyPacks of(PolicyFile policy) {
    return of(policy.directory(), policy.shown());
  }

  /**
   * Where the packs of a policy are looked up.
   *
   * @param directory where the policy lies, or a copy of that
   * @param shown how messages name it
   */
  static PolicyPacks of(Path directory, String shown) {
    return new PolicyPacks(directory, shown, shipped(), repository());
  }

  /** The packs that ship with headgate lie beside its jar. */
  private static @Nullable Path shipped() {
    Path home = PackTools.home();
    return home == null ? null : home.resolve("packs");
  }

  private static Path repository() {
    String given = System.getProperty("maven.repo.local", "");
    return given.isEmpty()
        ? Path.of(System.getProperty("user.home", ""), ".m2", "repository")
        : Path.of(given);
  }
}
