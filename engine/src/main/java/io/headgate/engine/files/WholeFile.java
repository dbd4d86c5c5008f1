package io.headgate.engine.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all: whoever reads one meanwhile finds the old or the new. */
public final class WholeFile {

  private WholeFile() {}

  /** What a file is to hold. */
  @FunctionalInterface
  public interface Content {

    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, in place of the one that is there. Where a link leads to it, the link stays; a
   * device or a pipe is written to, since there is nothing to replace.
   *
   * @throws IOException if it cannot be written; then what was there is there still
   */
  public static void write(Path file, Content content) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      writeTo(file, content);
      return;
    }
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path part = part(target);
    try {
      writeTo(part, content);
      replace(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Writes a file that is there, in place of it, with its permissions.
   *
   * @throws IOException if it cannot be written; then what was there is there still
   */
  public static void rewrite(Path file, Content content) throws IOException {
    Path target = file.toRealPath();
    Path part = part(target);
    try {
      // Before there is anything in it that only some may read.
      Files.copy(target, part, StandardCopyOption.COPY_ATTRIBUTES);
      writeTo(part, content);
      replace(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Path part(Path target) {
    return target.resolveSibling(
        "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
  }

  /** Puts a file in the place of another, at one stroke where the file system can. */
  public static void replace(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void writeTo(Path path, Content content) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
      content.writeTo(out);
    }
  }
}
