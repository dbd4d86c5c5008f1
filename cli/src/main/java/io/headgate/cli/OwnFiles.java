package io.headgate.cli;

import io.headgate.engine.error.UserError;
import io.headgate.engine.files.WholeFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes headgate's own files, whole or not at all. */
final class OwnFiles {

  private OwnFiles() {}

  /**
   * Writes a file, with the directories it needs.
   *
   * @throws UserError if it cannot be written; then what was there is there still
   */
  static void write(Path path, byte[] bytes) {
    try {
      Path directory = path.getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      WholeFile.write(path, out -> out.write(bytes));
    } catch (IOException e) {
      throw new UserError(
          "'"
              + path
              + "' cannot be written: "
              + (e instanceof AccessDeniedException
                  ? "permission denied"
                  : "the disk refused it (" + e.getClass().getSimpleName() + ")")
              + ".");
    }
  }

  /**
   * Writes all of some files or none of them.
   *
   * @param files what each is to hold, in the order in which they are written
   * @throws UserError if one of them cannot be written; then all are as they were
   */
  static void write(Map<Path, byte[]> files) throws IOException {
    List<Path> done = new ArrayList<>();
    List<byte @Nullable []> before = new ArrayList<>();
    try {
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        before.add(Files.isRegularFile(file.getKey()) ? Files.readAllBytes(file.getKey()) : null);
        write(file.getKey(), file.getValue());
        done.add(file.getKey());
      }
    } catch (IOException | UserError e) {
      for (int i = 0; i < done.size(); i++) {
        byte[] old = before.get(i);
        if (old == null) {
          Files.deleteIfExists(done.get(i));
        } else {
          write(done.get(i), old);
        }
      }
      throw e;
    }
  }
}
