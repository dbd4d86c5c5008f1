package io.headgate.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;

/**
 * What the launcher has the JVM watch when it makes an archive of loaded classes: one process that
 * takes the ways a small check commonly takes, because classes and calls that it does not meet are
 * loaded and linked anew at each start.
 */
final class Training {

  private Training() {}

  /** Checks each bundle and ends with the worst exit code. */
  public static void main(String[] bundles) {
    int worst = 0;
    for (String bundle : bundles) {
      Terminal terminal =
          Terminal.of(
              new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
      worst = Math.max(worst, Main.run(List.of("check", bundle), terminal));
      terminal.flush();
    }
    Runtime.getRuntime().halt(worst);
  }
}
