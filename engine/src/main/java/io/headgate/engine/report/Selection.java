package io.headgate.engine.report;

import io.headgate.spi.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which results go into a report that has room for so many only: the heaviest, and of equally heavy
 * ones the first; those that do not count for the verdict only where there is room after all
 * others, and those that are gone after these. Each is to be asked for once, in the order of the
 * report.
 */
public final class Selection {

  private final Map<Severity, Long> room = new EnumMap<>(Severity.class);
  private final Map<Severity, Long> roomAside = new EnumMap<>(Severity.class);
  private final Report report;
  private final int leftOut;
  private final long roomForAbsent;

  /**
   * For the results of a report.
   *
   * @param most for how many there is room
   * @param aside whether those that do not count for the verdict are wanted, too
   */
  public Selection(Report report, int most, boolean aside) {
    this.report = report;
    long left = most;
    long all = 0;
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      long count = report.count(severity);
      all += count;
      long taken = Math.min(left, count);
      room.put(severity, taken);
      left -= taken;
    }
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      long count = aside ? report.asideCount(severity) : 0;
      all += count;
      long taken = Math.min(left, count);
      roomAside.put(severity, taken);
      left -= taken;
    }
    this.leftOut = (int) Math.max(0, all - most);
    this.roomForAbsent = left;
  }

  /** Those of the results that are gone for which there is room. */
  public List<Result> absent() {
    Report.Comparison comparison = report.comparison();
    if (comparison == null) {
      return List.of();
    }
    List<Result> absent = comparison.absent();
    return absent.subList(0, (int) Math.min(absent.size(), roomForAbsent));
  }

  /** How many of the wanted results there is no room for. */
  public int leftOut() {
    return leftOut;
  }

  /** Whether the next result is wanted and has room. */
  public boolean takes(Result result) {
    return (report.weighs(result) ? room : roomAside).merge(result.severity(), -1L, Long::sum) >= 0;
  }
}
