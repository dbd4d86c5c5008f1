package io.headgate.cli;

import io.headgate.engine.files.FileTree;
import io.headgate.engine.files.WholeFile;
import io.headgate.engine.fix.Fixed.Changed;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes files that are mended: each whole or not at all, and only where nobody else has. */
final class FixedFiles {

  private FixedFiles() {}

  /**
   * Writes them.
   *
   * @param files where they were read
   * @return what could not be written and why, as sentences
   */
  static List<String> write(List<Changed> changed, Path root, FileTree files) {
    List<String> problems = new ArrayList<>();
    for (Changed one : changed) {
      byte[] before = one.bytesBefore();
      byte[] after = one.bytesAfter();
      try {
        // What leads out of the root is not read either.
        if (Arrays.equals(files.read(one.file(), before.length + 1), before)) {
          WholeFile.rewrite(root.resolve(one.file()), out -> out.write(after));
        } else {
          problems.add(one.file() + " has changed meanwhile and is left as it is. Try again.");
        }
      } catch (IOException e) {
        problems.add(
            one.file()
                + " cannot be written and is left as it is: "
                + (e instanceof AccessDeniedException
                    ? "permission denied."
                    : "the disk refused it (" + e.getClass().getSimpleName() + ")."));
      }
    }
    return problems;
  }
}
