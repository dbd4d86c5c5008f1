package io.headgate.engine.report.markdown;

import io.headgate.engine.error.Failure;
import io.headgate.engine.report.Asides;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Reporter;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Verdict;
import io.headgate.spi.Related;
import io.headgate.spi.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * The verdict, the counts and the results that no baseline knows, the heaviest first, as many as
 * there is room for. The first line is a comment by which a program finds its own note again.
 */
public final class MarkdownReporter implements Reporter {

  /**
   * The size of a comment in bytes: GitHub takes 65,536 characters, GitLab more; some are left to
   * whoever posts it.
   */
  public static final int COMMENT = 60_000;

  /** Head and foot take less, whatever the report. */
  public static final int LEAST = 4096;

  private static final String MARKER = "<!-- headgate -->\n";
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_MESSAGE = 2048;
  private static final int MOST_RELATED = 8;

  private final int size;

  /** A reporter for a comment. */
  public MarkdownReporter() {
    this(COMMENT);
  }

  /**
   * A reporter.
   *
   * @param size how many bytes of UTF-8 to write at most; {@link #LEAST} or more
   */
  public MarkdownReporter(int size) {
    this.size = size;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    Room room = new Room(size - LEAST);
    failures(report, room);
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      results(report, severity, room);
    }
    out.write(MARKER);
    out.write(head(report));
    out.write(room.text());
    out.write(foot(report, room));
  }

  private static void failures(Report report, Room room) {
    String heading = "\n### Failures\n\n";
    for (Failure failure : report.failures()) {
      room.add("failure", heading, "- " + Words.prose(failure.message(), LONGEST_MESSAGE) + "\n");
    }
  }

  private static void results(Report report, Severity severity, Room room) {
    String heading = "\n### " + Counts.capital(severity) + "\n\n";
    for (Result result : report.results()) {
      if (result.severity() == severity && report.weighs(result)) {
        if (room.isFull()) {
          room.leaveOut(severity.word());
        } else {
          room.add(severity.word(), heading, item(result, report));
        }
      }
    }
  }

  private static String item(Result result, Report report) {
    StringBuilder out = new StringBuilder("- ");
    out.append(Words.code(result.finding().place().toString(), LONGEST_NAME));
    out.append(" **").append(Words.code(result.finding().rule().id(), LONGEST_NAME)).append("**: ");
    out.append(Words.prose(result.finding().message(), LONGEST_MESSAGE));
    if (report.bundleIsToBeTold(result)) {
      out.append(" (in bundle ").append(Words.code(result.bundle(), LONGEST_NAME)).append(')');
    }
    out.append('\n');
    List<Related> related = result.finding().related();
    int step = 0;
    for (Related one : related.subList(0, Math.min(related.size(), MOST_RELATED))) {
      out.append("  - ").append(one.step() ? "step " + ++step + ", " : "");
      out.append(Words.code(one.place().toString(), LONGEST_NAME)).append(": ");
      out.append(Words.prose(one.message(), LONGEST_NAME)).append('\n');
    }
    if (related.size() > MOST_RELATED) {
      out.append("  - and ").append(related.size() - MOST_RELATED).append(" more places\n");
    }
    return out.toString();
  }

  private static String head(Report report) {
    StringBuilder out = new StringBuilder("## headgate: ");
    if (!report.failures().isEmpty()) {
      out.append("there is no verdict, and the gate is closed");
    } else if (report.running() != null) {
      out.append("there is ").append(report.verdict() == Verdict.OPEN ? "no drift" : "drift");
    } else {
      out.append("the gate is ").append(report.verdict() == Verdict.OPEN ? "open" : "closed");
    }
    return out.append("\n\n").append(Counts.of(report)).append('\n').toString();
  }

  private static String foot(Report report, Room room) {
    List<String> lines = new ArrayList<>();
    if (!room.leftOut().isEmpty()) {
      lines.add(
          "**"
              + room.leftOut()
              + " more, the lightest and last, "
              + (room.leftOutCount() == 1 ? "is" : "are")
              + " not shown here for want of room.** The text report has them all.");
    }
    lines.addAll(Asides.lines(report, name -> Words.code(name, LONGEST_NAME)));
    if (report.results().stream().anyMatch(report::weighs)) {
      lines.add("`headgate explain RULE` says why a rule is there and how to mend it.");
    }
    return lines.isEmpty() ? "" : "\n" + String.join("\n\n", lines) + "\n";
  }
}
