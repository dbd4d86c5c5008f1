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
import org.jspecify.annotations.Nullable;

/**
 * {@code --base DIR}: the landscape as it was.
 *
 * @param directory as the user gave it
 * @param home the directory that it stands for: the nearest one that holds all paths
 * @param grounds who hashes headgate's own files as they are read; null if nobody does
 */
record BaseDirectory(Path directory, Path home, @Nullable Grounds grounds) implements BaseState {

  /**
   * The state that a directory holds.
   *
   * @param directory as the user gave it
   * @param asked the paths as the user gave them
   * @param now the files as they are now
   * @throws UserError if it is none
   */
  static BaseState of(Path directory, List<Path> asked, Tree now) {
    if (!Files.isDirectory(directory)) {
      throw new UserError("The base '" + directory + "' is no directory.");
    }
    return new BaseDirectory(directory, Scope.common(absolute(asked), now), now.grounds());
  }

  private static List<Path> absolute(List<Path> asked) {
    List<Path> absolute = new ArrayList<>();
    asked.forEach(path -> absolute.add(path.toAbsolutePath().normalize()));
    return absolute;
  }

  private Path copy() {
    return directory.toAbsolutePath().normalize();
  }

  @Override
  public Tree tree() {
    return Tree.copied(home, copy(), grounds);
  }

  @Override
  public String shown() {
    return directory.toString();
  }

  @Override
  public String shown(Path root, String path) {
    Path file = root.resolve(path).normalize();
    return file.startsWith(home)
        ? text(root.relativize(copy().resolve(home.relativize(file))))
        : path;
  }

  @Override
  public Base base(List<Path> asked, Scope scope) {
    List<Path> absolute = absolute(asked);
    Path base = copy();
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
