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
      if (answer.err().startsWith("detected dubious ownership")) {
        throw new UserError(
            "The repository of '"
                + from
                + "' belongs to another user, so git does not read it. If you trust it: git config"
                + " --global --add safe.directory DIRECTORY, with the directory of its work tree.");
      }
      throw new UserError(
          "'"
              + from
              + "' lies in no work tree of Git, which '--base REVISION' and '--staged' read: "
              + answer.err()
              + ".");
    }
    String said = answer.line();
    int last = said.lastIndexOf('\n');
    String shallow = said.substring(last + 1);
    if (last < 0 || !(shallow.equals("true") || shallow.equals("false"))) {
      throw strange("rev-parse");
    }
    return new Repository(above(from, said.substring(0, last)), shallow.equals("true"));
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
   * @throws UserError if it means several
   */
  public @Nullable String commit(String word) throws IOException {
    // A name that stands for several things is only told without --quiet.
    Answer answer = git().ask("rev-parse", "--verify", "--end-of-options", word + "^{commit}");
    if (answer.warnsOfSeveral()) {
      throw new UserError(
          "The base '"
              + word
              + "' stands for several commits; give the whole id, or 'refs/heads/NAME' for a branch"
              + " and 'refs/tags/NAME' for a tag.");
    }
    String id = answer.line();
    return answer.code() == 0 && isId(id) ? id : null;
  }

  /** Whether the next commit is the first one of its branch. */
  public boolean isUnborn() throws IOException {
    return git().ask("symbolic-ref", "--quiet", "HEAD").code() == 0
        && git().ask("rev-parse", "--verify", "--quiet", "HEAD").code() != 0;
  }

  /** Why a word means no commit. */
  private UserError none(String word) throws IOException {
    Answer object =
        word.isEmpty() || word.indexOf('\0') >= 0
            ? null
            : git().ask("rev-parse", "--verify", "--quiet", "--end-of-options", word);
    String is = "";
    if (object != null && object.code() == 0 && isId(object.line())) {
      Answer type = git().ask("cat-file", "-t", object.line());
      is = type.code() == 0 ? type.line() : "";
      boolean named = !word.equalsIgnoreCase(object.line());
      if (is.equals("commit") || (is.isEmpty() && named)) {
        return new UserError(
            "The repository cannot give the commit "
                + object.line()
                + " of the base '"
                + word
                + "': it is missing or corrupt. 'git fsck' says more.");
      }
    }
    return new UserError(
        "The base '"
            + word
            + "' is neither a directory nor a commit that this repository has"
            + (is.equals("tree") || is.equals("blob") || is.equals("tag")
                ? ", but a " + is + ". Give the commit that holds it."
                : shallow
                    ? "; its history is cut off, so fetch the commit, or clone with all of it (git"
                        + " fetch --unshallow, fetch-depth: 0, GIT_DEPTH: 0)."
                    : ". Fetch it, or give another revision."));
  }

  /**
   * Where the history of the work tree parted from that of a revision.
   *
   * @param commit its id
   * @param several whether there are other commits of which the same can be said
   */
  public record MergeBase(String commit, boolean several) {}

  /**
   * Where the history of the work tree parted from that of a revision.
   *
   * @param word the revision as the user wrote it
   * @throws UserError if that cannot be told
   */
  public MergeBase mergeBase(String word) throws IOException {
    String then = word.isEmpty() || word.indexOf('\0') >= 0 ? null : commit(word);
    if (then == null) {
      throw none(word);
    }
    String now = commit("HEAD");
    if (now == null) {
      throw new UserError(
          "There is no commit yet whose history could be compared with the base '" + word + "'.");
    }
    Answer answer = git().ask("merge-base", "--all", now, then);
    String all = answer.line();
    int end = all.indexOf('\n');
    String id = end < 0 ? all : all.substring(0, end);
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
    return new MergeBase(id, end >= 0);
  }

  /** Whether the way to a merge base leads past a commit whose parents are missing. */
  private boolean mayLieElsewhere(String now, String then, String base) throws IOException {
    Answer walk = git().ask("rev-list", now, then, "^" + base);
    Answer path = git().ask("rev-parse", "--git-path", "shallow");
    if (walk.code() != 0 || path.code() != 0) {
      throw broken(walk.code() != 0 ? walk : path);
    }
    Set<String> cut = new HashSet<>(Files.readAllLines(top.resolve(path.line())));
    for (String commit : walk.text().split("\n", -1)) {
      if (cut.contains(commit)) {
        return true;
      }
    }
    return false;
  }

  /** The address it was cloned from, without secrets; null if it has none that others can use. */
  public @Nullable String address() throws IOException {
    Answer answer = git().ask("config", "--get", "remote.origin.url");
    return answer.code() == 0 ? Remote.shown(answer.line()) : null;
  }

  /** The branch that is checked out; null if none is. */
  public @Nullable String branch() throws IOException {
    Answer answer = git().ask("symbolic-ref", "--quiet", "--short", "HEAD");
    return answer.code() == 0 ? answer.line() : null;
  }

  /** Whether Git sees no difference between HEAD and what lies in a directory of the work tree. */
  public boolean isClean(Path directory) throws IOException {
    String path = inside(directory);
    Answer answer = git().ask("status", "--porcelain", "-z", "--", path.isEmpty() ? "." : path);
    return answer.code() == 0 && answer.text().isEmpty();
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
    String why = answer.err().isEmpty() ? "exit code " + answer.code() : answer.err();
    return new UserError(
        "git cannot read the repository: "
            + why
            + (why.endsWith(".") ? "" : ".")
            + " 'git fsck' says more.");
  }

  static UserError strange(String word) {
    return new UserError(
        "'git " + word + "' says something else than git does; put git itself first on the PATH.");
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
