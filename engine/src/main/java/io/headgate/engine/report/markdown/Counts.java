package io.headgate.engine.report.markdown;

import io.headgate.engine.report.Intake;
import io.headgate.engine.report.Report;
import io.headgate.spi.Severity;
import java.util.ArrayList;
import java.util.List;

/** How much of everything there is, in words. */
final class Counts {

  private Counts() {}

  static String of(Report report) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      long count = report.count(severity);
      if (count > 0) {
        counts.add(plural(count, severity.word()));
      }
    }
    if (!report.failures().isEmpty()) {
      counts.add(plural(report.failures().size(), "failure"));
    }
    return "**"
        + (counts.isEmpty() ? report.noFindings() : String.join(", ", counts))
        + "** in "
        + plural(report.resources(), "resource")
        + ", "
        + plural(report.files(), "file")
        + ", "
        + plural(report.bundles().size(), "bundle")
        + "."
        + aside(report.intake());
  }

  /** What no rule has looked at. */
  private static String aside(Intake intake) {
    StringBuilder out = new StringBuilder();
    int notRead = intake.notRead().values().stream().mapToInt(Integer::intValue).sum();
    if (notRead > 0) {
      out.append(" Not read yet: ").append(plural(notRead, "object")).append('.');
    }
    if (intake.skippedFiles() > 0) {
      out.append(' ').append(plural(intake.skippedFiles(), "other file")).append(" skipped.");
    }
    if (intake.inNoBundle() > 0) {
      out.append(" In no bundle, so that no rule has looked at it: ");
      out.append(plural(intake.inNoBundle(), "file")).append('.');
    }
    if (intake.notUnderstood() > 0) {
      out.append(" Like Kafka, but not understood: ");
      out.append(plural(intake.notUnderstood(), "file")).append('.');
    }
    return out.toString();
  }

  static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** Such as {@code Errors}. */
  static String capital(Severity severity) {
    return switch (severity) {
      case ERROR -> "Errors";
      case WARNING -> "Warnings";
      case NOTE -> "Notes";
    };
  }
}
