package io.headgate.delivery.drift;

import io.headgate.engine.report.Report;
import java.io.IOException;

/** One look at what runs. */
@FunctionalInterface
public interface Look {

  /**
   * What was seen.
   *
   * @param drift what is declared beside what runs
   * @param running what runs, judged by the policy as if it were declared
   */
  record Seen(Report drift, Report running) {}

  /**
   * Looks.
   *
   * @throws io.headgate.engine.error.UserError if somebody does not answer, or a file is wrong
   * @throws IOException if the files cannot be read
   */
  Seen now() throws IOException;
}
