package io.headgate.cli;

import io.headgate.engine.files.git.GitFiles;
import io.headgate.engine.files.git.Repository;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where files are looked for: on the disk; inside a work tree, among what is staged or what a
 * commit holds; or in a copy of a directory. All paths are absolute, and those of the disk,
 * whatever stands for them.
 */
final class Tree {

  /** What lies on the disk. */
  static final Tree DISK = new Tree(null, null, false, null, null, null);

  private final @Nullable Repository repository;
  private final @Nullable GitFiles files;
  private final boolean staged;
  private final @Nullable Path home;
  private final @Nullable Path copy;
  private final @Nullable Grounds grounds;

  private Tree(
      @Nullable Repository repository,
      @Nullable GitFiles files,
      boolean staged,
      @Nullable Path home,
      @Nullable Path copy,
      @Nullable Grounds grounds) {
    this.repository = repository;
    this.files = files;
    this.staged = staged;
    this.home = home;
    this.copy = copy;
    this.grounds = grounds;
  }

  /** What lies on the disk, each of headgate's own files hashed as it is read. */
  static Tree hashed(Grounds grounds) {
    return new Tree(null, null, false, null, null, grounds);
  }

  /** What is staged in a work tree; what lies outside it is looked for on the disk. */
  static Tree staged(Repository repository, GitFiles index) {
    return new Tree(repository, index, true, null, null, null);
  }

  /**
   * What a commit of a work tree holds, to be judged; what lies outside it is looked for on the
   * disk.
   *
   * @param grounds who hashes headgate's own files as they are read
   */
  static Tree judged(Repository repository, GitFiles commit, Grounds grounds) {
    return new Tree(repository, commit, false, repository.top(), null, grounds);
  }

  /**
   * What a commit of a work tree holds; what lies outside it is looked for on the disk.
   *
   * @param grounds who hashes headgate's own files as they are read; null if nobody does
   */
  static Tree committed(Repository repository, GitFiles commit, @Nullable Grounds grounds) {
    return new Tree(repository, commit, false, null, null, grounds);
  }

  /**
   * A copy of a directory; what lies outside of the directory is looked for where it lies.
   *
   * @param grounds as for {@link #committed}
   */
  static Tree copied(Path home, Path copy, @Nullable Grounds grounds) {
    return new Tree(null, null, false, home, copy, grounds);
  }

  boolean exists(Path path) {
    GitFiles own = filesFor(path);
    return own == null ? Files.exists(onDisk(path)) : own.has(inside(path)) || isFile(path);
  }

  /** Whether something is there, even a link that leads nowhere. */
  boolean isThere(Path path) {
    GitFiles own = filesFor(path);
    return own == null
        ? Files.exists(onDisk(path), LinkOption.NOFOLLOW_LINKS)
        : own.has(inside(path)) || isFile(path);
  }

  boolean isDirectory(Path path) {
    GitFiles own = filesFor(path);
    return own == null ? Files.isDirectory(onDisk(path)) : own.hasDirectory(inside(path));
  }

  /** Whether a file is there; in Git also a link, wherever it leads. */
  boolean isFile(Path path) {
    GitFiles own = filesFor(path);
    if (own == null) {
      return Files.isRegularFile(onDisk(path));
    }
    try {
      return own.leadsToFile(inside(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The content of a file, or its beginning. */
  byte[] content(Path path, int limit) throws IOException {
    GitFiles own = filesFor(path);
    if (own != null) {
      return own.content(inside(path), limit);
    }
    Path file = onDisk(path);
    if (!Files.isRegularFile(file)) {
      throw new FileNotFoundException(path.toString());
    }
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(limit);
    }
  }

  /** Whether a path leads out of a directory by links. */
  boolean leaves(Path path, Path directory) {
    if (filesFor(path) != null) {
      // A link of Git is only followed to what is in Git.
      return false;
    }
    try {
      return !onDisk(path).toRealPath().startsWith(onDisk(directory).toRealPath());
    } catch (IOException e) {
      return true;
    }
  }

  /** Who hashes headgate's own files as they are read; null if nobody does. */
  @Nullable Grounds grounds() {
    return grounds;
  }

  /** Whether a commit is judged, and not compared with. */
  boolean isJudged() {
    return repository != null && home != null;
  }

  /** The directory that paths count from, where nothing above it says otherwise. */
  Path working() {
    return isJudged() ? top() : Path.of("").toAbsolutePath().normalize();
  }

  /** What is staged; null where something else is looked at. */
  @Nullable GitFiles index() {
    return staged ? files : null;
  }

  /** What Git has of a path; null where that is looked for on the disk. */
  @Nullable GitFiles filesFor(Path path) {
    return repository != null && path.startsWith(repository.top()) ? files : null;
  }

  /** Whether what lies at a path may be another thing here than on the disk. */
  boolean isOther(Path path) {
    return filesFor(path) != null || (home != null && path.startsWith(home));
  }

  /** The directory of the work tree; only where Git is looked at. */
  Path top() {
    return Objects.requireNonNull(repository).top();
  }

  /**
   * A path as Git writes it; only where Git is looked at.
   *
   * @throws io.headgate.engine.error.UserError if it lies outside the work tree
   */
  String inside(Path path) {
    return Objects.requireNonNull(repository).inside(path);
  }

  /** What stands for a path on the disk, where it is not in Git. */
  Path onDisk(Path path) {
    return home != null && copy != null && path.startsWith(home)
        ? copy.resolve(home.relativize(path))
        : path;
  }
}
