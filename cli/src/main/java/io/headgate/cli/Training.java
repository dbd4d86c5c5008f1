package io.headgate.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the launcher has the JVM watch when it makes an archive of loaded classes: one process that
 * takes the ways a small check commonly takes, because classes and calls that it does not meet are
 * loaded and linked anew at each start.
 */
final class Training {

  private Training() {}

  /**
   * Checks each bundle, and the first one again with the packs, and ends with the worst exit code
   * of the bundles: a pack that cannot be used is no reason to start slowly without it.
   *
   * @param paths bundles, and zips of rule packs, which may be missing
   */
  public static void main(String[] paths) {
    List<String> packs = new ArrayList<>();
    int worst = 0;
    for (String path : paths) {
      if (!path.endsWith(".zip")) {
        worst = Math.max(worst, check(List.of("check", path)));
      } else if (Files.isRegularFile(Path.of(path))) {
        packs.addAll(List.of("--pack", path));
      }
    }
    if (!packs.isEmpty()) {
      packs.addAll(0, List.of("check", paths[0]));
      check(packs);
    }
    Runtime.getRuntime().halt(worst);
  }

  private static int check(List<String> arguments) {
    Terminal terminal =
        Terminal.of(
            new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
    int code = Main.run(arguments, terminal);
    terminal.flush();
    return code;
  }
}
