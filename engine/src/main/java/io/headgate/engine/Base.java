package io.headgate.engine;

import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.files.FileTree;

/**
 * The files as they were before a change.
 *
 * @param files the files, by the paths that reports show
 * @param shown the directory of these paths; empty for the root
 * @param home the directory of the run that it stands for; empty for the root
 */
public record Base(FileTree files, String shown, String home) {

  /** Whether a path that reports show is one of the base's. */
  boolean has(String path) {
    return !shown.isEmpty() && path.startsWith(shown) && path.startsWith("/", shown.length());
  }

  /**
   * A file as if it lay where it belongs, so that it is bundled like its successor. What it
   * declares stays where it is.
   */
  ReadFile atHome(ReadFile file) {
    String path = shown.isEmpty() ? file.file() : file.file().substring(shown.length() + 1);
    return file.at(home.isEmpty() ? path : home + "/" + path);
  }
}
