package io.headgate.engine.report;

import java.io.IOException;
import java.io.Writer;

/** Writes a report in one format. */
public interface Reporter {

  /**
   * Writes the whole report. The same report gives the same characters every time.
   *
   * @throws IOException if the writer fails
   */
  void write(Report report, Writer out) throws IOException;
}
