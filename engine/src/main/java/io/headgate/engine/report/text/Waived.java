package io.headgate.engine.report.text;

import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Texts;
import io.headgate.engine.report.Waiver;
import org.jspecify.annotations.Nullable;

/** What a report says of waived results; one without any never comes here. */
final class Waived {

  private Waived() {}

  /** How many there are, and which of their waivers is the next to expire. */
  static String line(Report report, int count) {
    Waiver next = null;
    for (Result result : report.results()) {
      if (result.disposition() instanceof Waiver waiver) {
        next = earlier(next, waiver);
      }
    }
    return (count == 1 ? "1 finding is" : count + " findings are")
        + " waived"
        + (next == null
            ? "."
            : ", the next of them until "
                + next.until()
                + " (owner "
                + Texts.harmless(next.owner())
                + ").");
  }

  private static Waiver earlier(@Nullable Waiver one, Waiver other) {
    return one == null || other.until().isBefore(one.until()) ? other : one;
  }
}
