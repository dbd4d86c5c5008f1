package io.headgate.engine.dialect;

/** What came of looking at a file: it was read, or it was skipped for a reason. */
public sealed interface Looked permits ReadFile, SkippedFile {

  /** The path of the file. */
  String file();
}
