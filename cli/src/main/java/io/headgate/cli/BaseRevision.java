package io.headgate.cli;

import io.headgate.engine.Base;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.git.GitFiles;
import io.headgate.engine.files.git.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code --base REVISION}: the landscape where the history of the work tree parted from it.
 *
 * @param commit the id of that commit
 * @param grounds who hashes headgate's own files as they are read; null if nobody does
 */
record BaseRevision(Repository repository, String commit, GitFiles files, @Nullable Grounds grounds)
    implements BaseState {

  /**
   * The state that a word means, a directory or a revision.
   *
   * @param word as the user gave it
   * @param asked the paths as the user gave them
   * @param now the files as they are now
   * @return null where what is staged is compared with {@code HEAD} and will be the first commit:
   *     all of it is new
   * @throws UserError if it is neither, or cannot be the base of these paths
   */
  static @Nullable BaseState of(String word, List<Path> asked, Tree now, Terminal terminal)
      throws IOException {
    if (!isDirectory(word)) {
      return revision(word, asked, now, terminal);
    }
    // What begins so can only be a path, and to ask git takes a moment.
    if (!word.startsWith(".") && !word.startsWith("/") && isRevision(word, asked, terminal)) {
      terminal
          .err()
          .println(
              "headgate: '"
                  + word
                  + "' is a directory and a revision; it is taken for the directory. Write './"
                  + word
                  + "' for the one, or 'refs/heads/"
                  + word
                  + "' for the other.");
    }
    return BaseDirectory.of(Path.of(word), asked, now);
  }

  private static boolean isDirectory(String word) {
    try {
      return !word.isEmpty() && Files.isDirectory(Path.of(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isRevision(String word, List<Path> asked, Terminal terminal)
      throws IOException {
    try {
      return repository(asked, terminal).commit(word) != null;
    } catch (UserError e) {
      return false;
    }
  }

  /** The repository in which all of some paths lie. */
  static Repository repository(List<Path> asked, Terminal terminal) throws IOException {
    return Repository.of(
        directory(asked), Path.of("").toAbsolutePath().normalize(), isTold(terminal));
  }

  /** The nearest directory that holds all of some paths. */
  static Path directory(List<Path> asked) {
    List<Path> absolute = new ArrayList<>();
    asked.forEach(path -> absolute.add(path.toAbsolutePath().normalize()));
    return Scope.common(absolute, Tree.DISK);
  }

  /** Whether the environment says where the repository and its index are, as a hook's does. */
  static boolean isTold(Terminal terminal) {
    return terminal.environment().containsKey("GIT_DIR")
        || terminal.environment().containsKey("GIT_INDEX_FILE");
  }

  private static @Nullable BaseState revision(
      String word, List<Path> asked, Tree now, Terminal terminal) throws IOException {
    Repository repository;
    try {
      repository = repository(asked, terminal);
    } catch (UserError e) {
      throw new UserError("The base '" + word + "' is no directory. " + e.getMessage());
    }
    Repository.MergeBase parted;
    try {
      parted = repository.mergeBase(word);
    } catch (UserError e) {
      if (word.equals("HEAD") && now.index() != null && repository.isUnborn()) {
        return null;
      }
      throw e;
    }
    String commit = parted.commit();
    if (parted.several()) {
      terminal
          .err()
          .println(
              "headgate: HEAD and '"
                  + word
                  + "' part at several commits, since each was merged into the other; compared is"
                  + " with "
                  + Repository.shown(commit)
                  + " alone, and what only another one holds counts as new. Merge '"
                  + word
                  + "' to have one.");
    }
    return new BaseRevision(repository, commit, GitFiles.of(repository, commit), now.grounds());
  }

  @Override
  public Tree tree() {
    return Tree.committed(repository, files, grounds);
  }

  @Override
  public String shown() {
    return Repository.shown(commit);
  }

  /** As 'git show' takes it; dialects see where a directory begins. */
  private String prefix() {
    return shown() + ":./";
  }

  @Override
  public String shown(Path root, String path) {
    Path file = root.resolve(path).normalize();
    return !file.startsWith(repository.top())
        ? path
        : prefix() + (root.startsWith(repository.top()) ? path : repository.inside(file));
  }

  @Override
  public Base base(List<Path> asked, Scope scope) {
    // What is asked for, too: a bundle of the policy that is gone now was there.
    Set<String> wanted = new LinkedHashSet<>();
    for (Path path : asked) {
      wanted.add(repository.inside(path.toAbsolutePath().normalize()));
    }
    for (Path path : scope.paths()) {
      wanted.add(repository.inside(path));
    }
    Path root = scope.root();
    boolean isBelow = root.startsWith(repository.top());
    String home = isBelow ? "" : root.relativize(repository.top()).toString().replace('\\', '/');
    String directory = isBelow ? repository.inside(root) : "";
    return new Base(
        files.from(directory, prefix(), List.copyOf(wanted)), shown(), home, prefix(), commit);
  }
}
