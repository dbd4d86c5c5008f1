package io.headgate.cli;

import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.files.git.GitFiles;
import io.headgate.engine.files.git.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code --staged}: what the next commit would hold, instead of what lies on the disk. */
final class Staged {

  private Staged() {}

  /**
   * Whether anything is staged that a landscape, its policy or its rule packs could be made of, by
   * names alone. Wherever it lies: the policy may say that it counts. Where nothing differs from
   * {@code HEAD} at all, no commit is being made: somebody runs the hooks over a clone, and an open
   * gate would say that it was looked at.
   *
   * @throws io.headgate.engine.error.UserError if that cannot be told
   */
  static boolean isAny(List<Path> asked, Terminal terminal) throws IOException {
    List<String> staged =
        Repository.staged(BaseRevision.directory(asked), working(), BaseRevision.isTold(terminal));
    if (staged.isEmpty()) {
      return true;
    }
    for (String path : staged) {
      if (DiskFiles.isCandidate(path)
          || path.endsWith(".drl")
          || path.endsWith(".zip")
          || path.endsWith(".jar")
          || path.endsWith("headgate.lock")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a command line asks for nothing but a check of what is staged, so that it can be told
   * before anything else is brought up that there is nothing to do.
   */
  static boolean isPlain(List<String> args) {
    if (args.size() < 2 || !args.get(0).equals("check") || !args.contains("--staged")) {
      return false;
    }
    for (int i = 1; i < args.size(); i++) {
      String word = args.get(i);
      if (word.equals("--base") && i + 1 < args.size() && args.contains("--new-only")) {
        i++;
      } else if (!word.equals("--staged") && !word.equals("--new-only")) {
        return false;
      }
    }
    return args.contains("--base") == args.contains("--new-only");
  }

  /** Says that there is nothing to do. */
  static ExitCode nothing(Terminal terminal) {
    terminal.out().println("Nothing is staged that could concern a Kafka landscape.");
    return ExitCode.OPEN;
  }

  private static Path working() {
    return Path.of("").toAbsolutePath().normalize();
  }

  /** The index of the repository in which all of some paths lie. */
  static Tree tree(List<Path> asked, Terminal terminal) throws IOException {
    Repository repository = BaseRevision.repository(asked, terminal);
    return Tree.staged(repository, GitFiles.ofIndex(repository));
  }

  /** The files of a run. */
  static GitFiles files(GitFiles index, Scope scope) {
    List<String> wanted = new ArrayList<>();
    for (Path path : scope.paths()) {
      wanted.add(scope.tree().inside(path));
    }
    Path top = scope.tree().top();
    return scope.root().startsWith(top)
        ? index.from(scope.tree().inside(scope.root()), "", wanted)
        : index.from("", scope.root().relativize(top).toString().replace('\\', '/') + "/", wanted);
  }
}
