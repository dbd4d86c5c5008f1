package io.headgate.engine.dialect;

/**
 * What came of looking at a file: it was read, it was skipped for a reason, or it waits for others.
 */
public sealed interface Looked permits ReadFile, SkippedFile, HeldFile {

  /** The path of the file. */
  String file();
}
