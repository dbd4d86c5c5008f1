package io.headgate.cli;

import io.headgate.engine.Base;
import io.headgate.engine.PolicyChange;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.dialect.Secrets;
import io.headgate.engine.document.Document;
import io.headgate.engine.error.UserError;
import io.headgate.engine.pack.LoadedPack;
import io.headgate.engine.pack.OpenPack;
import io.headgate.engine.policy.Baseline;
import io.headgate.engine.policy.PackRef;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.change.PolicyComparison;
import io.headgate.engine.policy.change.Side;
import io.headgate.engine.policy.change.Side.NamedPack;
import io.headgate.engine.report.Report.JudgedBy;
import io.headgate.spi.RulePack;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** The policy that judges a change, which is that of its base: a run without one has no need. */
final class BasePolicy {

  /** Beside a policy, the packs as they were. */
  private static final String LOCK = "headgate.lock";

  private final BaseState state;
  private final Tree now;
  private final Packs packs;
  private final ParseResult parsed;
  private final Terminal terminal;

  private BasePolicy(
      BaseState state, Tree now, Packs packs, ParseResult parsed, Terminal terminal) {
    this.state = state;
    this.now = now;
    this.packs = packs;
    this.parsed = parsed;
    this.terminal = terminal;
  }

  /**
   * How a change is judged.
   *
   * @param scope what the run looks at, with the policy that judges
   * @param change what the change does to the policy; null if nothing can be done to it
   * @param base what the run compares with; null where there is nothing yet
   */
  record Judging(Scope scope, @Nullable PolicyChange change, @Nullable Base base) {}

  /**
   * What a command line leads to, before anything is read.
   *
   * @param paths the files and directories to look at
   * @param common the nearest directory that holds all of them
   * @param root all paths in reports are relative to it, if the base has no policy above it
   * @param policy the file of the policy now; null if there is none
   * @param isNamed whether the command line names it
   */
  private record Found(
      List<Path> paths, Path common, Path root, @Nullable Path policy, boolean isNamed) {}

  /**
   * Works it out.
   *
   * @param word the base as the user gave it
   * @param asked the paths as the user gave them
   * @param now the files as they are now
   * @throws UserError if something of the command line, or of either policy, is wrong
   */
  static Judging of(
      String word, List<Path> asked, Packs packs, ParseResult parsed, Terminal terminal, Tree now)
      throws IOException {
    Found found = found(asked, parsed, now);
    BaseState state = BaseRevision.of(word, asked, now, terminal);
    if (state == null) {
      Scope scope = Scope.of(asked, packs, parsed, terminal.environment(), now);
      return new Judging(scope.with(read(scope, new HashMap<>())), null, null);
    }
    return new BasePolicy(state, now, packs, parsed, terminal).judging(asked, found);
  }

  /** Works it out for a base that is known. */
  static Judging of(
      BaseState state,
      List<Path> asked,
      Packs packs,
      ParseResult parsed,
      Terminal terminal,
      Tree now) {
    Found found = found(asked, parsed, now);
    return new BasePolicy(state, now, packs, parsed, terminal).judging(asked, found);
  }

  private static Found found(List<Path> asked, ParseResult parsed, Tree now) {
    List<Path> paths = Scope.paths(asked, now);
    Path common = Scope.common(paths, now);
    Path given = parsed.matchedOptionValue("--policy", (Path) null);
    Path nearest = given == null ? PolicyFile.nearest(common, now) : null;
    Path root = Scope.root(common, now);
    return new Found(
        paths, common, Scope.root(root, nearest), given == null ? nearest : given, given != null);
  }

  private Judging judging(List<Path> asked, Found found) {
    Path given = found.policy();
    Path mine = given == null ? null : given.toAbsolutePath().normalize();
    Path its = find(found, mine);
    if (its == null || (its.equals(mine) && !state.tree().isOther(its))) {
      Scope scope = Scope.of(asked, packs, parsed, terminal.environment(), now);
      scope = scope.with(read(scope, new HashMap<>()));
      PolicyChange change = its != null || mine == null ? null : PolicyChange.none(JudgedBy.CHANGE);
      return new Judging(scope, change, state.base(asked, scope));
    }
    Path root = found.isNamed() ? found.root() : Scope.root(found.root(), its);
    Side base = ofTheBase(root, () -> base(its, found, root));
    Scope scope = new Scope(root, found.paths(), base.catalog(), base.policy(), null, now);
    if (given == null || mine == null) {
      scope = scope.widened();
      String file = base.file();
      PolicyChange change = PolicyChange.gone(file, Place.startOf(state.shown(root, file)));
      return new Judging(scope, change, state.base(asked, scope));
    }
    PolicyFile file = PolicyFile.read(given, root, now);
    Side head = head(file, found, root, base);
    PolicyComparison comparison =
        ofTheBase(
            root, () -> new PolicyComparison(base, head, path -> now.exists(root.resolve(path))));
    scope = scope.with(comparison.judging()).widened();
    boolean isSame =
        comparison.weaknesses().isEmpty() && file.source().text().equals(text(its, root));
    PolicyChange change =
        PolicyChange.of(
            comparison, isSame ? JudgedBy.SAME : JudgedBy.BASE, head.file(), secrets(file));
    if (!mine.startsWith(root)) {
      change = change.in(root.relativize(mine).toString().replace('\\', '/'));
    }
    return new Judging(scope, change, state.base(asked, scope));
  }

  /** The policy that would have judged the base; null if none would. */
  private @Nullable Path find(Found found, @Nullable Path mine) {
    Tree tree = state.tree();
    if (!found.isNamed() || mine == null) {
      return PolicyFile.nearest(found.common(), tree);
    }
    Path directory = mine.getParent();
    return tree.isFile(mine) || directory == null ? mine : PolicyFile.nearest(directory, tree);
  }

  private Side base(Path policy, Found found, Path root) {
    Tree tree = state.tree();
    PolicyFile file = PolicyFile.read(policy, root, tree);
    List<OpenPack> opened = BasePacks.open(file, tree);
    List<OpenPack> all = new ArrayList<>(opened);
    all.addAll(FilePacks.open(parsed.matchedOptionValue("--pack", List.of())));
    Catalog catalog =
        all.isEmpty()
            ? packs.catalog()
            : FilePacks.loaded(packs.catalog(), all, PackTools.of(parsed, terminal.environment()));
    return side(file, catalog, opened, found, root, tree);
  }

  /** The policy of the change. Of its packs only those run that are the base's. */
  private Side head(PolicyFile file, Found found, Path root, Side base) {
    List<PackRef> refs = file.packs();
    List<OpenPack> opened = refs.isEmpty() ? List.of() : FilePacks.open(file, refs, now);
    List<RulePack> known = new ArrayList<>();
    for (RulePack pack : base.catalog().packs()) {
      boolean isBases = false;
      for (NamedPack named : base.packs()) {
        isBases |= named.id().equals(pack.id());
      }
      if (!isBases || isAmong(opened, pack)) {
        known.add(pack);
      }
    }
    int others = base.catalog().packs().size() - base.packs().size();
    boolean isWhole = known.size() == others + opened.size();
    Catalog catalog =
        isWhole && known.size() == base.catalog().packs().size()
            ? base.catalog()
            : new Catalog(known, isWhole);
    return side(file, catalog, opened, found, root, now);
  }

  private static boolean isAmong(List<OpenPack> opened, RulePack pack) {
    for (OpenPack open : opened) {
      if (pack instanceof LoadedPack loaded
          && open.id().equals(loaded.id())
          && open.digest().equals(loaded.opened().digest())) {
        return true;
      }
    }
    return false;
  }

  private static Side side(
      PolicyFile file, Catalog catalog, List<OpenPack> opened, Found found, Path root, Tree tree) {
    List<PackRef> refs = file.packs();
    List<NamedPack> named = new ArrayList<>();
    for (int i = 0; i < opened.size(); i++) {
      PackRef ref = refs.get(i);
      OpenPack pack = opened.get(i);
      boolean isPinned = ref.sha256().isKnown() || tree.isThere(file.directory().resolve(LOCK));
      named.add(new NamedPack(pack.id(), ref.place(), pack.digest(), isPinned));
    }
    Map<Baseline.Entry, Place> places = new HashMap<>();
    Scope scope = new Scope(root, found.paths(), catalog, file.policy(catalog), file, tree);
    Policy policy =
        read(new Scope(root, scope.whole(), catalog, scope.policy(), file, tree), places);
    return new Side(policy, catalog, file.source().file(), file.documents(), named, places);
  }

  /** The policy of a scope with what is in the files that it names. */
  private static Policy read(Scope scope, Map<Baseline.Entry, Place> places) {
    Policy policy = scope.policy();
    if (policy.baseline() != null) {
      policy = BaselineFile.read(scope, places);
    }
    return policy.waivers() == null ? policy : WaiverFile.read(scope, policy);
  }

  private String text(Path policy, Path root) {
    return PolicyFile.read(policy, root, state.tree()).source().text();
  }

  private static List<Place> secrets(PolicyFile file) {
    List<Place> places = new ArrayList<>();
    for (Document document : file.documents().documents()) {
      places.addAll(Secrets.written(document.root(), file.source()));
    }
    return places;
  }

  /** Says of each mistake that it is one of the base, which the change cannot mend. */
  private <T> T ofTheBase(Path root, Supplier<T> read) {
    try {
      return read.get();
    } catch (UserError e) {
      List<UserError.Message> messages = new ArrayList<>();
      for (UserError.Message message : e.messages()) {
        Place place = message.place();
        messages.add(
            new UserError.Message(
                place == null ? null : place(root, place),
                "In the base '"
                    + state.shown()
                    + "', whose policy judges this change: "
                    + message.text()));
      }
      throw new UserError(messages);
    }
  }

  private Place place(Path root, Place place) {
    return new Place(
        state.shown(root, place.file()),
        place.startLine(),
        place.startColumn(),
        place.endLine(),
        place.endColumn());
  }
}
