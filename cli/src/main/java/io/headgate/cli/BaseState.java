package io.headgate.cli;

import io.headgate.engine.Base;
import java.nio.file.Path;
import java.util.List;

/** What was before a change, until it is known what of it is to be looked at. */
interface BaseState {

  /** Its files, by the paths that they have now. */
  Tree tree();

  /** What reports call it. */
  String shown();

  /**
   * How messages show a file of it.
   *
   * @param root what paths are relative to
   * @param path relative to it, as the file is called now
   */
  String shown(Path root, String path);

  /**
   * What a run compares with.
   *
   * @param asked the paths as the user gave them
   * @param scope what the run looks at
   */
  Base base(List<Path> asked, Scope scope);
}
