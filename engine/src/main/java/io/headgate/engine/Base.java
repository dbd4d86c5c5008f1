package io.headgate.engine;

import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.files.FileTree;
import org.jspecify.annotations.Nullable;

/**
 * The files as they were before a change.
 *
 * @param files the files, by the paths that reports show
 * @param shown what reports call it: a directory, or a commit
 * @param home the directory of the run that it stands for; empty for the root
 * @param prefix what these paths begin with, all of them; empty where nothing tells them apart
 * @param commit its id, where it is one; otherwise null
 */
public record Base(
    FileTree files, String shown, String home, String prefix, @Nullable String commit) {

  /** A directory. */
  public Base(FileTree files, String shown, String home) {
    this(files, shown, home, shown.isEmpty() ? "" : shown + "/", null);
  }

  /** Whether a path that reports show is one of the base's. */
  boolean has(String path) {
    return !prefix.isEmpty() && path.startsWith(prefix);
  }

  /** Where a file of the base would lie in the run. */
  String atHome(String shownPath) {
    String path = shownPath.substring(prefix.length());
    return home.isEmpty() ? path : home + "/" + path;
  }

  /** How reports show a file of the base that would lie there in the run. */
  String shown(String path) {
    boolean below = !home.isEmpty() && path.startsWith(home + "/");
    return has(path) ? path : prefix + (below ? path.substring(home.length() + 1) : path);
  }

  /**
   * A file as if it lay where it belongs, so that it is bundled like its successor. What it
   * declares stays where it is.
   */
  ReadFile atHome(ReadFile file) {
    return prefix.isEmpty() || has(file.file()) ? file.at(atHome(file.file())) : file;
  }

  /** How many digits the ids of contents have that its files know; those of SHA-256 if none. */
  int idLength() {
    return commit == null ? 64 : commit.length();
  }
}
