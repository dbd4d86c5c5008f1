package io.headgate.cli;

import io.headgate.engine.Base;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.files.ShownFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code --base DIR}: the landscape as it was. */
final class BaseDirectory {

  private BaseDirectory() {}

  /**
   * The base of a run.
   *
   * @param directory as the user gave it
   * @param asked the paths as the user gave them: the directory stands for the nearest one that
   *     holds all of them
   * @param scope what the run looks at
   * @throws UserError if it cannot be the base of these paths
   */
  static Base of(Path directory, List<Path> asked, Scope scope) {
    if (!Files.isDirectory(directory)) {
      throw new UserError("The base '" + directory + "' is no directory.");
    }
    List<Path> absolute = new ArrayList<>();
    asked.forEach(path -> absolute.add(path.toAbsolutePath().normalize()));
    Path home = Scope.common(absolute, scope.tree());
    Path base = directory.toAbsolutePath().normalize();
    // What is asked for, too: a bundle of the policy that is gone now was there.
    Set<Path> now = new LinkedHashSet<>(absolute);
    now.addAll(scope.paths());
    List<Path> paths = new ArrayList<>();
    for (Path path : now) {
      if (base.startsWith(path)) {
        throw new UserError(
            "The base '"
                + directory
                + "' lies in what is checked; give a copy of the landscape that lies elsewhere.");
      }
      if (!path.startsWith(home)) {
        throw new UserError(
            "The policy's bundles lie outside '"
                + home.getFileName()
                + "' too ('"
                + path.getFileName()
                + "'); with '--base', check the directory that holds all of them.");
      }
      Path then = base.resolve(home.relativize(path));
      if (Files.exists(then)) {
        paths.add(then);
      }
    }
    String shown = text(scope.root().relativize(base));
    return new Base(
        new ShownFiles(new DiskFiles(base, paths), shown),
        shown,
        text(scope.root().relativize(home)));
  }

  private static String text(Path path) {
    return path.toString().replace('\\', '/');
  }
}
