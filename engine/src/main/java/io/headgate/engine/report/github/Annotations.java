package io.headgate.engine.report.github;

import io.headgate.engine.report.Report;
import io.headgate.spi.Severity;
import java.util.EnumMap;
import java.util.Map;

/** Which of the failures and results of a report get an annotation: the first of each level. */
final class Annotations {

  /**
   * How many annotations of each level GitHub makes of one step; it drops the others in silence.
   */
  static final int MOST = 10;

  private final Map<Severity, Integer> room = new EnumMap<>(Severity.class);
  private final long leftOut;

  Annotations(Report report) {
    boolean tooMany = false;
    for (Severity severity : Severity.values()) {
      tooMany = tooMany || count(report, severity) > MOST;
    }
    long left = 0;
    for (Severity severity : Severity.values()) {
      // One notice is needed to tell of the others.
      int most = tooMany && severity == Severity.NOTE ? MOST - 1 : MOST;
      room.put(severity, most);
      left += Math.max(0, count(report, severity) - most);
    }
    this.leftOut = left;
  }

  /** A failure weighs as an error. */
  private static long count(Report report, Severity severity) {
    return report.count(severity) + (severity == Severity.ERROR ? report.failures().size() : 0);
  }

  /** How many have no annotation. */
  long leftOut() {
    return leftOut;
  }

  /** Whether the next of a level gets an annotation. */
  boolean takes(Severity severity) {
    return room.merge(severity, -1, Integer::sum) >= 0;
  }
}
