package io.headgate.cli;

import io.headgate.engine.files.git.GitFiles;
import io.headgate.engine.files.git.Repository;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where files are looked for: on the disk, or, inside a work tree, among what is staged. All paths
 * are absolute.
 */
final class Tree {

  /** What lies on the disk. */
  static final Tree DISK = new Tree(null, null, null);

  private final @Nullable Repository repository;
  private final @Nullable GitFiles index;
  private final @Nullable Grounds grounds;

  private Tree(
      @Nullable Repository repository, @Nullable GitFiles index, @Nullable Grounds grounds) {
    this.repository = repository;
    this.index = index;
    this.grounds = grounds;
  }

  /** What lies on the disk, each of headgate's own files hashed as it is read. */
  static Tree hashed(Grounds grounds) {
    return new Tree(null, null, grounds);
  }

  /** What is staged in a work tree; what lies outside it is looked for on the disk. */
  static Tree staged(Repository repository, GitFiles index) {
    return new Tree(repository, index, null);
  }

  boolean exists(Path path) {
    GitFiles files = filesFor(path);
    return files == null ? Files.exists(path) : files.has(inside(path));
  }

  /** Whether something is there, even a link that leads nowhere. */
  boolean isThere(Path path) {
    GitFiles files = filesFor(path);
    return files == null ? Files.exists(path, LinkOption.NOFOLLOW_LINKS) : files.has(inside(path));
  }

  boolean isDirectory(Path path) {
    GitFiles files = filesFor(path);
    return files == null ? Files.isDirectory(path) : files.hasDirectory(inside(path));
  }

  boolean isFile(Path path) {
    GitFiles files = filesFor(path);
    return files == null ? Files.isRegularFile(path) : files.hasFile(inside(path));
  }

  /** The content of a file, or its beginning. */
  byte[] content(Path path, int limit) throws IOException {
    GitFiles files = filesFor(path);
    if (files != null) {
      return files.content(inside(path), limit);
    }
    if (!Files.isRegularFile(path)) {
      throw new FileNotFoundException(path.toString());
    }
    try (var in = Files.newInputStream(path)) {
      return in.readNBytes(limit);
    }
  }

  /** Whether a path leads out of a directory by links. */
  boolean leaves(Path path, Path directory) {
    if (filesFor(path) != null) {
      // A link of the index is only followed to what is in the index.
      return false;
    }
    try {
      return !path.toRealPath().startsWith(directory.toRealPath());
    } catch (IOException e) {
      return true;
    }
  }

  /** Who hashes headgate's own files as they are read; null if nobody does. */
  @Nullable Grounds grounds() {
    return grounds;
  }

  /** What is staged; null where the disk is looked at. */
  @Nullable GitFiles index() {
    return index;
  }

  /** The directory of the work tree; only where there is an index. */
  Path top() {
    return Objects.requireNonNull(repository).top();
  }

  /**
   * A path as Git writes it; only where there is an index.
   *
   * @throws io.headgate.engine.error.UserError if it lies outside the work tree
   */
  String inside(Path path) {
    return Objects.requireNonNull(repository).inside(path);
  }

  private @Nullable GitFiles filesFor(Path path) {
    return repository != null && path.startsWith(repository.top()) ? index : null;
  }
}
