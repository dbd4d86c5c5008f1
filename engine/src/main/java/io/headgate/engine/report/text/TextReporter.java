package io.headgate.engine.report.text;

import io.headgate.engine.error.Failure;
import io.headgate.engine.report.Asides;
import io.headgate.engine.report.Intake;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Reporter;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Snippet;
import io.headgate.engine.report.Texts;
import io.headgate.engine.report.Verdict;
import io.headgate.spi.Related;
import io.headgate.spi.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code path:line:column}, severity, rule, message, the line with the range underlined, and
 * counts.
 */
public final class TextReporter implements Reporter {

  private final boolean colour;

  /**
   * A reporter.
   *
   * @param colour whether to write ANSI colours
   */
  public TextReporter(boolean colour) {
    this.colour = colour;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    for (Result result : report.results()) {
      if (report.weighs(result)) {
        write(result, report, out);
      }
    }
    for (Failure failure : report.failures()) {
      out.write(
          paint("31;1", "failure")
              + ": the rule "
              + failure.rules()
              + " broke on bundle '"
              + Texts.harmless(failure.bundle())
              + "': "
              + Texts.harmless(failure.cause())
              + ". What it would have found is not known.\n");
    }
    summary(report, out);
  }

  private void write(Result result, Report report, Writer out) throws IOException {
    out.write(paint("1", Texts.harmless(result.finding().place().toString())));
    out.write(": " + paint(code(result.severity()), result.severity().word()) + ": ");
    out.write(Texts.harmless(result.finding().message()));
    out.write(" [" + result.finding().rule().id() + "]");
    if (report.bundleIsToBeTold(result)) {
      out.write(" (in bundle '" + Texts.harmless(result.bundle()) + "')");
    }
    out.write("\n");
    Snippet snippet = Snippet.of(report.sources(), result.finding().place());
    if (snippet != null) {
      String number = Integer.toString(result.finding().place().startLine());
      String margin = " ".repeat(number.length());
      out.write("  " + paint("2", number + " |") + " " + snippet.line() + "\n");
      out.write("  " + paint("2", margin + " |") + " " + " ".repeat(snippet.before()));
      out.write(paint(code(result.severity()), "^".repeat(snippet.width())) + "\n");
    }
    int step = 0;
    for (Related related : result.finding().related()) {
      String number = related.step() ? ++step + ". " : "";
      out.write("  " + number + Texts.harmless(related.place() + ": " + related.message()) + "\n");
    }
    out.write("\n");
  }

  private void summary(Report report, Writer out) throws IOException {
    List<String> counts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      long count = report.count(severity);
      if (count > 0) {
        counts.add(paint(code(severity), plural(count, severity.word())));
      }
    }
    if (!report.failures().isEmpty()) {
      counts.add(paint("31;1", plural(report.failures().size(), "failure")));
    }
    boolean silent = counts.isEmpty();
    out.write(silent ? report.noFindings() : String.join(", ", counts));
    out.write(
        " in "
            + plural(report.resources(), "resource")
            + ", "
            + plural(report.files(), "file")
            + dialects(report.intake())
            + ", "
            + plural(report.bundles().size(), "bundle")
            + ".");
    if (!report.intake().notRead().isEmpty()) {
      List<String> kinds = new ArrayList<>();
      report.intake().notRead().forEach((kind, count) -> kinds.add(count + " " + kind));
      out.write(" Not read yet: " + String.join(", ", kinds) + ".");
    }
    if (report.intake().skippedFiles() > 0) {
      out.write(" " + plural(report.intake().skippedFiles(), "other file") + " skipped.");
    }
    if (report.intake().inNoBundle() > 0) {
      out.write(
          " "
              + plural(report.intake().inNoBundle(), "file")
              + (report.intake().inNoBundle() == 1 ? " belongs" : " belong")
              + " to no bundle, so no rule has looked at "
              + (report.intake().inNoBundle() == 1 ? "it." : "them."));
    }
    int notUnderstood = report.intake().notUnderstood();
    if (notUnderstood > 0) {
      out.write(
          " "
              + (notUnderstood == 1 ? "1 file looks" : notUnderstood + " files look")
              + " like Kafka and "
              + (notUnderstood == 1 ? "was" : "were")
              + " not understood; 'headgate inspect' names "
              + (notUnderstood == 1 ? "it." : "them."));
    }
    if (report.hasAsides()) {
      for (String line : Asides.lines(report, name -> "'" + Texts.harmless(name) + "'")) {
        out.write("\n" + line);
      }
    }
    boolean open = report.verdict() == Verdict.OPEN && report.failures().isEmpty();
    out.write("\n" + (report.running() == null ? "The gate is " : "There is "));
    out.write(paint(open ? "32;1" : "31;1", word(report, open)) + ".");
    if (!silent) {
      out.write(" 'headgate explain RULE' says why a rule is there and how to mend it.");
    }
    out.write("\n");
  }

  private static String word(Report report, boolean open) {
    if (report.running() == null) {
      return open ? "open" : "closed";
    }
    return !report.failures().isEmpty() ? "no verdict" : open ? "no drift" : "drift";
  }

  /** Such as {@code (lenses 10, strimzi 2)}. */
  private static String dialects(Intake intake) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, Integer> dialect : intake.byDialect().entrySet()) {
      out.append(out.isEmpty() ? " (" : ", ");
      out.append(dialect.getKey()).append(' ').append(dialect.getValue());
    }
    return out.isEmpty() ? "" : out.append(')').toString();
  }

  private static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String code(Severity severity) {
    return switch (severity) {
      case ERROR -> "31";
      case WARNING -> "33";
      case NOTE -> "36";
    };
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
