package io.headgate.engine.report;

import io.headgate.engine.report.Result.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of results that do not count for the verdict, and of those that are gone. A
 * report that has none of them never comes here.
 */
public final class Asides {

  private Asides() {}

  /**
   * A line for what is waived, for what the baseline knows and for what the comparison tells, as
   * far as there is something to say.
   *
   * @param quote makes a name stand out from the words around it, and harmless
   */
  public static List<String> lines(Report report, UnaryOperator<String> quote) {
    List<String> lines = new ArrayList<>();
    if (report.waived() > 0) {
      lines.add(waived(report, quote));
    }
    if (report.baseline() != null) {
      String line = baseline(report.baseline(), quote);
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    if (report.comparison() != null) {
      lines.add(comparison(report, report.comparison(), quote));
    }
    if (report.running() != null) {
      lines.add("Compared with what runs at " + quote.apply(report.running().source()) + ".");
      for (String note : report.running().notes()) {
        lines.add("Not compared: " + quote.apply(note));
      }
    }
    return lines;
  }

  /** How many there are, and which of their waivers is the next to expire. */
  private static String waived(Report report, UnaryOperator<String> quote) {
    Waiver next = null;
    for (Result result : report.results()) {
      if (result.disposition() instanceof Waiver waiver) {
        next = earlier(next, waiver);
      }
    }
    int count = report.waived();
    return (count == 1 ? "1 finding is" : count + " findings are")
        + " waived"
        + (next == null
            ? "."
            : ", the next of them until "
                + next.until()
                + " (owner "
                + quote.apply(next.owner())
                + ").");
  }

  private static Waiver earlier(@Nullable Waiver one, Waiver other) {
    return one == null || other.until().isBefore(one.until()) ? other : one;
  }

  private static String baseline(Report.Baseline baseline, UnaryOperator<String> quote) {
    String file = quote.apply(baseline.file());
    int known = baseline.known();
    int gone = baseline.gone();
    StringBuilder out = new StringBuilder();
    if (known > 0) {
      out.append(known).append(known == 1 ? " finding is" : " findings are");
      out.append(" known by ").append(file).append('.');
    }
    if (gone > 0) {
      out.append(known > 0 ? " " : "");
      out.append(gone).append(gone == 1 ? " entry of " : " entries of ");
      out.append(known > 0 ? "it" : file).append(" no longer ");
      out.append(gone == 1 ? "occurs" : "occur").append("; 'headgate baseline' prunes ");
      out.append(gone == 1 ? "it." : "them.");
    }
    return out.toString();
  }

  /** Such as {@code Since '3f2a1bc9d0e1': 2 findings are new, 31 were there before, 1 is gone.} */
  private static String comparison(
      Report report, Report.Comparison comparison, UnaryOperator<String> quote) {
    long fresh = report.count(State.NEW);
    long before = report.count(State.UNCHANGED);
    long gone = report.count(State.ABSENT);
    return "Since "
        + quote.apply(comparison.base())
        + ": "
        + fresh
        + (fresh == 1 ? " finding is new, " : " findings are new, ")
        + before
        + (before == 1 ? " was there before, " : " were there before, ")
        + gone
        + (gone == 1 ? " is gone." : " are gone.")
        + switch (comparison.judge()) {
          case SAME -> "";
          case BASE ->
              " The policy of the base judged; what this change makes of it holds once it is"
                  + " merged.";
          case CHANGE -> " The base has no policy; this change brings the one that judged it.";
        };
  }
}
