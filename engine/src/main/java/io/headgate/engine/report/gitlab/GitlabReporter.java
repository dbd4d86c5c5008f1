package io.headgate.engine.report.gitlab;

import io.headgate.engine.error.Failure;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.engine.report.Fingerprints;
import io.headgate.engine.report.PrettyJson;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Reporter;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Selection;
import io.headgate.engine.report.Texts;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/**
 * GitLab's Code Quality: a JSON array with an entry for each result that counts for the verdict.
 * GitLab stops reading at the first entry that is not as it wants it, and shows only one of those
 * with the same fingerprint.
 */
public final class GitlabReporter implements Reporter {

  /** How many entries there are at most: they stay well below the 10 MB of a small GitLab. */
  static final int MOST = 20_000;

  /** How long a description is at most, in UTF-16 units. */
  static final int LONGEST = 1024;

  /** A reporter. */
  public GitlabReporter() {}

  @Override
  public void write(Report report, Writer out) throws IOException {
    PrettyJson.write(out, json -> entries(report, json));
  }

  private static void entries(Report report, JsonGenerator json) {
    Selection selection = new Selection(report.open(), MOST, false);
    Fingerprints prints = new Fingerprints();
    json.writeStartArray();
    int number = 0;
    for (Failure failure : report.failures()) {
      entry(
          failure.rules(),
          failure.message(),
          "failure:" + ++number,
          "blocker",
          Place.startOf(PolicyReader.FILE),
          json);
    }
    for (Result result : report.results()) {
      // Also of those that are left out, so that the numbers stay.
      String print = prints.of(result);
      if (selection.takes(result)) {
        entry(
            result.finding().rule().id(),
            result.finding().message()
                + (report.bundleIsToBeTold(result) ? " (in bundle '" + result.bundle() + "')" : ""),
            print,
            severity(result.severity()),
            result.finding().place(),
            json);
      }
    }
    if (selection.leftOut() > 0) {
      entry(
          "results-left-out",
          selection.leftOut()
              + " findings, the lightest and last, were left out, for this report takes no more"
              + " than "
              + MOST
              + "; the text report has them all.",
          "results-left-out",
          "info",
          Place.startOf(PolicyReader.FILE),
          json);
    }
    json.writeEndArray();
  }

  private static void entry(
      String rule, String text, String print, String severity, Place place, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("description", Texts.cut(Texts.harmless(text), LONGEST));
    json.writeStringProperty("check_name", rule);
    json.writeStringProperty("fingerprint", print);
    json.writeStringProperty("severity", severity);
    json.writeObjectPropertyStart("location");
    json.writeStringProperty("path", Texts.harmless(place.file()));
    json.writeObjectPropertyStart("lines");
    json.writeNumberProperty("begin", place.startLine());
    json.writeNumberProperty("end", lastLine(place));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** A range that ends ahead of the first column ends with the line before. */
  private static int lastLine(Place place) {
    return place.endColumn() == 1 && place.endLine() > place.startLine()
        ? place.endLine() - 1
        : place.endLine();
  }

  /** GitLab's blocker is left to what headgate cannot vouch for. */
  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case NOTE -> "info";
    };
  }
}
