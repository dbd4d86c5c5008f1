package io.headgate.engine.report.github;

import io.headgate.engine.error.Failure;
import io.headgate.engine.report.Asides;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Reporter;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Texts;
import io.headgate.spi.Related;
import io.headgate.spi.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A workflow command for each result that counts for the verdict, as many as become annotations;
 * the others as plain lines, so that the log of the step has them all.
 */
public final class GithubReporter implements Reporter {

  private static final String TITLE = "headgate";

  /** A reporter. */
  public GithubReporter() {}

  @Override
  public void write(Report report, Writer out) throws IOException {
    Annotations annotations = new Annotations(report);
    for (Failure failure : report.failures()) {
      if (annotations.takes(Severity.ERROR)) {
        String text = Texts.harmless(failure.message());
        out.write(Command.of(Severity.ERROR, null, TITLE, text));
      }
    }
    for (Result result : report.results()) {
      if (report.weighs(result) && annotations.takes(result.severity())) {
        String rule = result.finding().rule().id();
        String text = message(result, report) + related(result);
        out.write(Command.of(result.severity(), result.finding().place(), rule, text));
      }
    }
    if (annotations.leftOut() > 0) {
      out.write(Command.of(Severity.NOTE, null, TITLE, more(annotations.leftOut())));
      withoutAnnotation(report, out);
    }
    out.write(verdict(report));
  }

  private static String message(Result result, Report report) {
    String message = Texts.harmless(result.finding().message());
    return report.bundleIsToBeTold(result)
        ? message + " (in bundle '" + Texts.harmless(result.bundle()) + "')"
        : message;
  }

  private static String related(Result result) {
    StringBuilder out = new StringBuilder();
    int step = 0;
    for (Related one : result.finding().related()) {
      out.append('\n').append(one.step() ? ++step + ". " : "");
      out.append(Texts.harmless(one.place() + ": " + one.message()));
    }
    return out.toString();
  }

  private static String more(long leftOut) {
    return leftOut
        + (leftOut == 1 ? " more has" : " more have")
        + " no annotation, for GitHub shows "
        + Annotations.MOST
        + " of each level for a step; the log of the step lists "
        + (leftOut == 1 ? "it." : "them.");
  }

  private static void withoutAnnotation(Report report, Writer out) throws IOException {
    Annotations annotations = new Annotations(report);
    for (Failure failure : report.failures()) {
      if (!annotations.takes(Severity.ERROR)) {
        out.write("- failure: " + Texts.harmless(failure.message()) + "\n");
      }
    }
    for (Result result : report.results()) {
      if (report.weighs(result) && !annotations.takes(result.severity())) {
        out.write("- " + Texts.harmless(result.finding().place() + ": "));
        out.write(result.severity().word() + ": " + message(result, report));
        out.write(" [" + Texts.harmless(result.finding().rule().id()) + "]\n");
      }
    }
  }

  private static String verdict(Report report) {
    StringBuilder out = new StringBuilder("headgate: ");
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      long count = report.count(severity);
      out.append(count).append(' ').append(severity.word()).append(count == 1 ? ", " : "s, ");
    }
    int failures = report.failures().size();
    out.append(failures).append(failures == 1 ? " failure." : " failures.");
    for (String line : Asides.lines(report, name -> "'" + Texts.harmless(name) + "'")) {
      out.append(' ').append(line);
    }
    out.append(' ').append(failures == 0 ? report.verdictInWords() : "The gate is closed");
    return out.append(".\n").toString();
  }
}
