package io.headgate.live;

import io.headgate.engine.error.UserError;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Keeps what is written and removed inside a directory: no path leads out of it, and no link is
 * gone through.
 */
final class Inside {

  private final Path root;

  Inside(Path root) {
    this.root = root;
  }

  /** Whether a path stays in the directory, whoever wrote it into the manifest. */
  static boolean holds(String path) {
    try {
      Path normal = Path.of(path).normalize();
      return !normal.isAbsolute()
          && !normal.toString().isEmpty()
          && !normal.startsWith("..")
          && normal.toString().equals(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * The file of a path, which is there as a file or not at all, in directories that are there as
   * directories or not at all.
   *
   * @throws UserError if a link or something else is in the way
   */
  Path file(String path) {
    Path file = root.resolve(path);
    Path up = root;
    for (Path name : Path.of(path)) {
      up = up.resolve(name);
      if (Files.isSymbolicLink(up)) {
        throw inTheWay(up, "is a link, and a snapshot writes and removes nothing through links");
      }
      if (!Files.exists(up, LinkOption.NOFOLLOW_LINKS)) {
        return file;
      }
      boolean last = up.equals(file);
      boolean fits =
          last
              ? Files.isRegularFile(up, LinkOption.NOFOLLOW_LINKS)
              : Files.isDirectory(up, LinkOption.NOFOLLOW_LINKS);
      if (!fits) {
        throw inTheWay(up, last ? "is no file" : "is no directory");
      }
    }
    return file;
  }

  private static UserError inTheWay(Path path, String how) {
    return new UserError(
        "'"
            + path
            + "' "
            + how
            + ". Name another directory, or move it away; nothing was changed.");
  }
}
