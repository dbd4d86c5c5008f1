package io.headgate.engine.report.sarif;

import io.headgate.engine.report.Report;
import io.headgate.engine.report.Reporter;
import java.io.Writer;

/** SARIF. */
public final class SarifReporter implements Reporter {
  @Override
  public void write(Report report, Writer out) {
    throw new UnsupportedOperationException();
  }
}
