package io.headgate.engine.files.git;

import io.headgate.engine.error.UserError;
import io.headgate.engine.files.git.Git.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A repository of Git and its work tree.
 *
 * @param top the directory of the work tree, absolute, by the path that the user came by
 * @param shallow whether a part of its history is missing
 */
public record Repository(Path top, boolean shallow) {

  /** How many digits of a commit are shown. */
  private static final int SHOWN = 12;

  /**
   * The repository in which a directory lies.
   *
   * @param directory absolute
   * @param working the working directory, absolute
   * @param told whether the environment says where the repository is, as a hook's does: then it
   *     counts from the working directory
   * @throws UserError if it lies in none
   */
  public static Repository of(Path directory, Path working, boolean told) throws IOException {
    Path from = told ? working : existing(directory);
    Answer answer = new Git(from).ask("rev-parse", "--show-prefix", "--is-shallow-repository");
    if (answer.code() != 0) {
      throw new UserError(
          "'"
              + from
              + "' lies in no work tree of Git, which '--base REVISION' and '--staged' read: "
              + answer.err()
              + ".");
    }
    String said = answer.line();
    int last = said.lastIndexOf('\n');
    String prefix = said.substring(0, Math.max(0, last));
    return new Repository(above(from, prefix), said.substring(last + 1).equals("true"));
  }

  /**
   * What is staged: the paths, from the top, that a commit would change. Submodules are left out.
   *
   * @param directory as in {@link #of}
   * @throws UserError if that cannot be told
   */
  public static List<String> staged(Path directory, Path working, boolean told) throws IOException {
    Answer answer =
        new Git(told ? working : existing(directory))
            .ask(
                "diff",
                "--cached",
                "--name-only",
                "-z",
                "--no-renames",
                "--no-ext-diff",
                "--ignore-submodules=all");
    if (answer.code() != 0) {
      // Says what is wrong with the repository, if that is it.
      Repository unused = of(directory, working, told);
      throw broken(answer);
    }
    return answer.records();
  }

  private static Path existing(Path directory) {
    Path existing = directory;
    while (!Files.isDirectory(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return existing;
  }

  private static Path above(Path from, String prefix) {
    if (prefix.isEmpty()) {
      return from;
    }
    Path below = Path.of(prefix);
    if (!from.endsWith(below)) {
      throw new UserError(
          "A link leads from '" + from + "' into a repository; give the path that it leads to.");
    }
    Path top = from;
    for (int i = 0; i < below.getNameCount(); i++) {
      Path parent = top.getParent();
      top = parent == null ? top : parent;
    }
    return top;
  }

  /**
   * The commit that a word means, or null if it means none.
   *
   * @param word as the user wrote it, whatever it begins with
   */
  public @Nullable String commit(String word) throws IOException {
    Answer answer =
        git().ask("rev-parse", "--verify", "--quiet", "--end-of-options", word + "^{commit}");
    String id = answer.line();
    return answer.code() == 0 && isId(id) ? id : null;
  }

  /** Whether the next commit is the first one of its branch. */
  public boolean isUnborn() throws IOException {
    return git().ask("symbolic-ref", "--quiet", "HEAD").code() == 0
        && git().ask("rev-parse", "--verify", "--quiet", "HEAD").code() != 0;
  }

  /**
   * Where the history of the work tree parted from that of a revision.
   *
   * @param word the revision as the user wrote it
   * @throws UserError if that cannot be told
   */
  public String mergeBase(String word) throws IOException {
    String then = word.isEmpty() || word.indexOf('\0') >= 0 ? null : commit(word);
    if (then == null) {
      throw new UserError(
          "The base '"
              + word
              + "' is neither a directory nor a commit that this repository has"
              + (shallow
                  ? "; its history is cut off, so fetch the commit, or clone with all of it"
                      + " (fetch-depth: 0, GIT_DEPTH: 0)."
                  : ". Fetch it, or give another revision."));
    }
    String now = commit("HEAD");
    if (now == null) {
      throw new UserError(
          "There is no commit yet whose history could be compared with the base '" + word + "'.");
    }
    Answer answer = git().ask("merge-base", now, then);
    String id = answer.line();
    if (answer.code() > 1) {
      throw broken(answer);
    }
    if (!isId(id)) {
      throw new UserError(
          "HEAD and the base '"
              + word
              + "' have no commit in common"
              + (shallow
                  ? " in what was cloned: the history is cut off. Fetch more of it (git fetch"
                      + " --unshallow, fetch-depth: 0, GIT_DEPTH: 0)."
                  : "; give a revision of the same history."));
    }
    if (shallow && !id.equals(now) && !id.equals(then) && mayLieElsewhere(now, then, id)) {
      throw new UserError(
          "Where HEAD and the base '"
              + word
              + "' part cannot be told for sure: the history is cut off. Fetch more of it (git"
              + " fetch --unshallow, fetch-depth: 0, GIT_DEPTH: 0).");
    }
    return id;
  }

  /** Whether the way to a merge base leads past a commit whose parents are missing. */
  private boolean mayLieElsewhere(String now, String then, String base) throws IOException {
    Answer walk = git().ask("rev-list", now, then, "^" + base);
    Answer path = git().ask("rev-parse", "--git-path", "shallow");
    if (walk.code() != 0 || path.code() != 0) {
      throw broken(walk);
    }
    Set<String> cut = new HashSet<>(Files.readAllLines(top.resolve(path.line())));
    for (String commit : walk.text().split("\n", -1)) {
      if (cut.contains(commit)) {
        return true;
      }
    }
    return false;
  }

  /** A commit as people see it. */
  public static String shown(String commit) {
    return commit.substring(0, Math.min(commit.length(), SHOWN));
  }

  /**
   * A path of the work tree as Git writes it.
   *
   * @param path absolute
   * @throws UserError if it lies outside the work tree
   */
  public String inside(Path path) {
    if (!path.startsWith(top)) {
      throw new UserError("'" + path + "' lies outside the work tree '" + top + "' of Git.");
    }
    return top.relativize(path).toString().replace('\\', '/');
  }

  Git git() {
    return new Git(top);
  }

  static UserError broken(Answer answer) {
    return new UserError(
        "git cannot read the repository: "
            + (answer.err().isEmpty() ? "exit code " + answer.code() : answer.err())
            + ". 'git fsck' says more.");
  }

  static boolean isId(String text) {
    if (text.length() != 40 && text.length() != 64) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
