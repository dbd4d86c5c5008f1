package io.headgate.engine.report.sarif;

import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.spi.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which results go into the log: all, unless there are more than GitHub takes; then the heaviest,
 * and of equally heavy ones the first; accepted ones only where there is room after all others.
 * They are to be asked for in the order of the report.
 */
final class Selection {

  /** GitHub rejects a run with more results. */
  static final int MOST = 25_000;

  private final Map<Severity, Long> room = new EnumMap<>(Severity.class);
  private final Map<Severity, Long> roomForAccepted = new EnumMap<>(Severity.class);
  private final int leftOut;

  Selection(Report report) {
    long left = MOST;
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      long taken = Math.min(left, report.count(severity));
      room.put(severity, taken);
      left -= taken;
    }
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      long taken = Math.min(left, report.acceptedCount(severity));
      roomForAccepted.put(severity, taken);
      left -= taken;
    }
    this.leftOut = Math.max(0, report.results().size() - MOST);
  }

  /** How many results do not go into the log. */
  int leftOut() {
    return leftOut;
  }

  /** Whether the next result goes into the log. */
  boolean takes(Result result) {
    return (result.isOpen() ? room : roomForAccepted).merge(result.severity(), -1L, Long::sum) >= 0;
  }
}
