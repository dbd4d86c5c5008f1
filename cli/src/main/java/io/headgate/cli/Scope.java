package io.headgate.cli;

import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What a run looks at.
 *
 * @param root all paths in reports are relative to it, and nothing outside it is read
 * @param paths the files and directories to look at
 * @param catalog the rules
 * @param policy the policy that holds, with a baseline that nobody has read yet
 * @param file where the policy is written; null if there is none
 * @param tree where files are looked for
 */
record Scope(
    Path root,
    List<Path> paths,
    Catalog catalog,
    Policy policy,
    @Nullable PolicyFile file,
    Tree tree) {

  /**
   * The options of a command that looks at a landscape: paths, policy, packs and environment.
   *
   * @param policy what the command takes the policy for
   */
  static void options(CommandSpec spec, String policy) {
    options(spec, policy, true);
  }

  /** The same, where the paths may be left out. */
  static void options(CommandSpec spec, String policy, boolean required) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity(required ? "1..*" : "0..*")
            .required(required)
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .converters(Path::of)
            .description("Files or directories of the landscape.")
            .build());
    moreOptions(spec, policy);
  }

  /** The same, without the paths. */
  static void moreOptions(CommandSpec spec, String policy) {
    spec.addOption(
        OptionSpec.builder("--policy")
            .paramLabel("FILE")
            .type(Path.class)
            .converters(Path::of)
            .description(policy)
            .build());
    Commands.packOptions(spec);
    spec.addOption(
        OptionSpec.builder("--environment")
            .paramLabel("NAME")
            .type(String.class)
            .description("Look only at this environment.")
            .build());
  }

  /**
   * Finds the root and the policy. The root is the working directory when all paths lie in it, else
   * their nearest common directory. Without an option the policy is the first {@code headgate.yaml}
   * on the way up from there, as far as the repository goes.
   *
   * @param parsed the command line
   * @throws UserError if a path, a pack or the policy is not there, or one of them is wrong
   */
  static Scope of(
      List<Path> asked, Packs packs, ParseResult parsed, Map<String, String> environment) {
    return of(asked, packs, parsed, environment, Tree.DISK);
  }

  /** Does the same for the paths of the command line. */
  static Scope of(ParseResult parsed, Packs packs, Map<String, String> environment) {
    return of(
        parsed.matchedPositionalValue(0, List.<Path>of()), packs, parsed, environment, Tree.DISK);
  }

  /** Does the same among the files of a tree. */
  static Scope of(
      List<Path> asked,
      Packs packs,
      ParseResult parsed,
      Map<String, String> environment,
      Tree tree) {
    List<Path> paths = paths(asked, tree);
    Path common = common(paths, tree);
    Path root = root(common, tree);
    Path given = parsed.matchedOptionValue("--policy", (Path) null);
    Path policy = given == null ? PolicyFile.nearest(common, tree) : given;
    if (policy == null) {
      Catalog catalog = packs.catalog(parsed, null, environment, tree);
      return new Scope(root, paths, catalog, Policy.NONE, null, tree);
    }
    root = given == null ? root(root, policy) : root;
    PolicyFile file = PolicyFile.read(policy, root, tree);
    Catalog catalog = packs.catalog(parsed, file, environment, tree);
    return new Scope(root, paths, catalog, file.policy(catalog), file, tree).widened();
  }

  /**
   * The files and directories to look at, absolute.
   *
   * @throws UserError if one is not there
   */
  static List<Path> paths(List<Path> asked, Tree tree) {
    List<Path> paths = new ArrayList<>();
    for (Path path : asked) {
      Path absolute = path.toAbsolutePath().normalize();
      if (!tree.exists(absolute)) {
        throw new UserError(
            "There is no "
                + (tree.index() == null ? "" : "staged ")
                + "file or directory '"
                + path
                + "'.");
      }
      paths.add(absolute);
    }
    return paths;
  }

  /** The root of paths that lie in a directory, as long as no policy lies above it. */
  static Path root(Path common, Tree tree) {
    Path working = tree.working();
    return common.startsWith(working) ? working : common;
  }

  /** The root, or the directory of a policy that was found above it. */
  static Path root(Path root, @Nullable Path policy) {
    Path home = policy == null ? null : policy.getParent();
    return home != null && root.startsWith(home) ? home : root;
  }

  /**
   * The bundles that a command line with {@link #options} asks for, unjudged.
   *
   * @throws IOException if the root cannot be read
   * @throws UserError if something of the command line is wrong, or there is nothing to look at
   */
  static List<Run.Unjudged> bundles(
      Packs packs, ParseResult parsed, Map<String, String> environment) throws IOException {
    Scope scope = of(parsed, packs, environment);
    return new Run(
            new DiskFiles(scope.root(), scope.paths()),
            scope.catalog(),
            scope.policy(),
            parsed.matchedOptionValue("--environment", ""),
            null,
            rule -> false,
            Progress.NONE)
        .bundles();
  }

  /** This scope with another policy of the same file. */
  Scope with(Policy other) {
    return new Scope(root, paths, catalog, other, file, tree);
  }

  /** A bundle is judged whole: who asks for a part of it gets all of it read. */
  Scope widened() {
    Scope widened = new Scope(root, whole(), catalog, policy, file, tree);
    if (widened.paths().isEmpty()) {
      throw new UserError("The policy names no bundle with files at or below the given paths.");
    }
    return widened;
  }

  /** The given paths, and the whole of each bundle that has to do with them; or nothing. */
  List<Path> whole() {
    if (policy.bundles().isEmpty()) {
      return paths;
    }
    Set<Path> all = new LinkedHashSet<>();
    for (Policy.BundleSpec bundle : policy.bundles()) {
      List<Path> own = bundle.paths().stream().map(root::resolve).map(Path::normalize).toList();
      if (own.stream()
          .anyMatch(o -> paths.stream().anyMatch(p -> p.startsWith(o) || o.startsWith(p)))) {
        own.stream().filter(tree::exists).forEach(all::add);
      }
    }
    return List.copyOf(all);
  }

  /** The nearest directory that holds all of some absolute paths. */
  static Path common(List<Path> paths, Tree tree) {
    Path common = tree.isDirectory(paths.get(0)) ? paths.get(0) : parent(paths.get(0));
    for (Path path : paths) {
      while (!path.startsWith(common)) {
        common = parent(common);
      }
    }
    return common;
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }
}
