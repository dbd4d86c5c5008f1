package io.headgate.cli;

import io.headgate.engine.error.UserError;
import io.headgate.engine.files.git.GitFiles;
import io.headgate.engine.pack.OpenPack;
import io.headgate.engine.policy.PackRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packs of a base's policy, as the base has them: who has no such pack never comes here. */
final class BasePacks {

  /** As large as a pack may be, and a byte more. */
  private static final int MOST = 64 * 1024 * 1024 + 1;

  private static final int MOST_FILES = 10_000;

  private BasePacks() {}

  /**
   * Reads them. Nothing of them runs.
   *
   * @param tree the files of the base
   * @throws UserError if one of them cannot be had, or is not the one that is pinned
   */
  static List<OpenPack> open(PolicyFile policy, Tree tree) {
    List<PackRef> refs = policy.packs();
    if (refs.isEmpty()) {
      return List.of();
    }
    if (tree.filesFor(policy.directory()) == null) {
      return open(policy, tree.onDisk(policy.directory()), refs, tree, null);
    }
    Path copy = null;
    try {
      copy = Files.createTempDirectory("headgate-base");
      Path directory = copied(policy.directory(), tree, copy);
      Files.createDirectories(directory);
      copy(policy.directory().resolve("headgate.lock"), tree, copy);
      return open(policy, directory, refs, tree, copy);
    } catch (IOException e) {
      throw new UserError(
          "The packs of the base cannot be read: " + e.getClass().getSimpleName() + ".");
    } finally {
      delete(copy);
    }
  }

  private static List<OpenPack> open(
      PolicyFile policy, Path directory, List<PackRef> refs, Tree tree, @Nullable Path copy) {
    List<PackRef> located = new ArrayList<>();
    for (PackRef ref : refs) {
      if (ref.source() != PackRef.Source.PATH) {
        located.add(ref);
        continue;
      }
      Path path = policy.directory().resolve(ref.name()).normalize();
      boolean inGit = copy != null && tree.filesFor(path) != null;
      try {
        if (inGit && copy != null) {
          copy(path, tree, copy);
        }
      } catch (IOException e) {
        throw new UserError(
            ref.place(), "The pack '" + ref.name() + "' leads to no file of that commit.");
      }
      Path there = inGit && copy != null ? copied(path, tree, copy) : tree.onDisk(path);
      located.add(
          new PackRef(
              ref.source(),
              there.startsWith(directory)
                  ? "./" + directory.relativize(there).toString().replace('\\', '/')
                  : there.toString(),
              ref.place(),
              ref.sha256()));
    }
    return FilePacks.of(directory, policy.shown()).open(located);
  }

  private static Path copied(Path path, Tree tree, Path copy) {
    Path copied = copy.resolve(tree.inside(path)).normalize();
    if (!copied.startsWith(copy)) {
      throw new UserError("'" + path + "' is no path of a commit.");
    }
    return copied;
  }

  /** Writes what a commit has at or below a path to a directory. */
  private static void copy(Path path, Tree tree, Path copy) throws IOException {
    GitFiles files = tree.filesFor(path);
    List<String> below = files == null ? List.of() : files.below(tree.inside(path));
    if (files == null || below.size() > MOST_FILES) {
      throw new UserError("'" + path + "' has more files than a pack may.");
    }
    for (String file : below) {
      Path to = copy.resolve(file).normalize();
      if (!to.startsWith(copy)) {
        throw new UserError("'" + file + "' is no path of a commit.");
      }
      Path parent = to.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(to, files.content(file, MOST));
    }
  }

  private static void delete(@Nullable Path directory) {
    if (directory == null) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder()).forEach(BasePacks::deleteOne);
    } catch (IOException | UncheckedIOException e) {
      // A copy of what is in Git stays in the directory for temporary files.
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
