package io.headgate.engine;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.Dialects;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.dialect.SkippedFile;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.FileTree;
import io.headgate.engine.report.Sources;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the bundles of a run were before the change. Only a run with a base needs it. */
final class Before {

  /** What a bundle was that is new. */
  private static final Bundle NOTHING = new Bundle(Environment.UNKNOWN, Set.of(), List.of());

  private final Run run;
  private final Base base;
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, List<Place>> secrets;
  private final Contents contents;
  private final Loader.Loaded loaded;
  private final Set<String> paths = new HashSet<>();

  private Before(Run run, Base base, Loader.Loaded loaded, Contents contents) {
    List<ReadFile> files = loaded.files();
    this.loaded = loaded;
    this.contents = contents;
    this.run = run;
    this.base = base;
    this.secrets = Run.secrets(files);
    List<ReadFile> atHome = new ArrayList<>(files.size());
    for (ReadFile file : files) {
      ReadFile home = base.atHome(file);
      atHome.add(home);
      paths.add(home.file());
    }
    for (Group group : Bundling.group(atHome, run.policy(), run.environment())) {
      groups.put(group.name(), group);
    }
  }

  /**
   * Reads it.
   *
   * @param now what the change makes of it
   * @param known what the files say now, so that what is the same is not parsed again
   * @throws IOException if its root cannot be read
   * @throws UserError if there is nothing to compare with
   */
  static Before of(Run run, Base base, List<Group> now, Contents known) throws IOException {
    Contents contents = known.telling(base);
    Loader.Loaded loaded =
        new Loader(base.files(), new Dialects(new KnownDialects()), Progress.NONE, contents).load();
    // A commit is what it is, though there be nothing in it; a directory may be the wrong one.
    if (loaded.files().isEmpty() && base.commit() == null) {
      throw new UserError(
          "Nothing to compare with: none of the "
              + loaded.skipped().size()
              + " YAML, JSON, schema and properties files in the base '"
              + base.shown()
              + "' belongs to a Kafka landscape that headgate reads.");
    }
    Before before = new Before(run, base, loaded, contents);
    before.nameAlike(now);
    // An environment that is asked for may be new; without one, nothing alike is a wrong directory.
    if (base.commit() == null && run.environment().isEmpty() && !before.knowsAny(now)) {
      throw new UserError(
          "Nothing to compare with: the base '"
              + base.shown()
              + "' has "
              + (before.groups.isEmpty()
                  ? "no bundle"
                  : "the bundles '" + String.join("', '", before.groups.keySet()) + "'")
              + ", and none of the bundles now has that name ('"
              + now.get(0).name()
              + "'). Give the directory as it was that holds the given paths.");
    }
    return before;
  }

  /**
   * A bundle is the same one, though its directory be called anew: the only one of a repository,
   * and of several the one that declares most of the same.
   */
  private void nameAlike(List<Group> now) {
    if (base.commit() == null) {
      return;
    }
    if (now.size() == 1 && groups.size() == 1 && !knowsAny(now)) {
      rename(groups.values().iterator().next(), now.get(0).name());
      return;
    }
    RenamedBundles.in(groups, now).forEach((name, then) -> rename(then, name));
  }

  private void rename(Group then, String name) {
    groups.remove(then.name());
    groups.put(name, new Group(name, then.environment(), then.files(), then.cluster()));
  }

  private boolean knowsAny(List<Group> now) {
    for (Group group : now) {
      if (groups.containsKey(group.name())) {
        return true;
      }
    }
    return false;
  }

  /** The bundles now, and those that are gone as bundles without files. */
  List<Group> withGone(List<Group> now) {
    List<Group> all = new ArrayList<>(now);
    Set<String> names = new HashSet<>();
    for (Group group : now) {
      names.add(group.name());
    }
    for (Group group : groups.values()) {
      if (!names.contains(group.name())) {
        all.add(new Group(group.name(), group.environment(), List.of()));
      }
    }
    return all;
  }

  /**
   * What a bundle was, or null if that cannot be compared: because a file of either could not be
   * read, which is said of the base here, and of the bundle already.
   *
   * @param core what the core says about the bundle now; grows
   */
  @Nullable Bundle bundle(Group now, List<Finding> core) {
    Group group = group(now);
    Finding unreadNow = unread(core);
    if (group == null) {
      return unreadNow == null ? NOTHING : null;
    }
    List<Finding> then = new ArrayList<>();
    group.files().forEach(file -> then.addAll(file.findings()));
    Finding unread = unread(then);
    if (unread != null) {
      core.add(
          new Finding(
              CoreRules.UNREADABLE_BASE,
              new ResourceRef(Kind.DOCUMENT, now.name()),
              "",
              unread.place(),
              "A file of the base cannot be read, so no rule compares the bundle '"
                  + now.name()
                  + "' with it: "
                  + unread.message(),
              List.of()));
    }
    return unread == null && unreadNow == null ? run.bundle(group, null) : null;
  }

  /** What a bundle was; null if there was none of its name. */
  @Nullable Group group(Group now) {
    return now.tellsOfBefore()
        ? KnownBefore.over(groups.get(now.name()), now)
        : groups.get(now.name());
  }

  /** The bundles there were. */
  List<Group> groups() {
    return List.copyOf(groups.values());
  }

  /** The files of which nothing was read. */
  List<SkippedFile> skipped() {
    return loaded.skipped();
  }

  /** Whether a file, by its path in the run, was there before, with whatever content. */
  boolean hadFile(String path) {
    return paths.contains(path);
  }

  /** The files whose content is the same, by their paths in the run. */
  Set<String> same() {
    return contents.same();
  }

  /** A path that reports show as that of the run. */
  String atHome(String path) {
    return base.has(path) ? base.atHome(path) : path;
  }

  /** The first finding that says that more than a value could not be read. */
  static @Nullable Finding unread(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.rule().equals(CoreRules.UNREADABLE_DOCUMENT) && finding.attribute().isEmpty()) {
        return finding;
      }
    }
    return null;
  }

  /** The text of the files now and then. */
  Sources sources(FileTree now, Map<String, List<Place>> secretsNow) {
    Map<String, List<Place>> all = new LinkedHashMap<>(secrets);
    all.putAll(secretsNow);
    return new Sources(
        new FileTree() {
          @Override
          public List<Entry> list() throws IOException {
            return now.list();
          }

          @Override
          public List<Entry> in(String directory) throws IOException {
            return now.in(directory);
          }

          @Override
          public byte[] read(String path, int limit) throws IOException {
            return (base.has(path) ? base.files() : now).read(path, limit);
          }
        },
        all,
        new KnownDialects());
  }
}
