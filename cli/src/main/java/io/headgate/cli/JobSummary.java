package io.headgate.cli;

import io.headgate.engine.report.Report;
import io.headgate.engine.report.Texts;
import io.headgate.engine.report.markdown.MarkdownReporter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The job summary of GitHub: Markdown behind what the step has already written to the file that the
 * environment names. It is an extra that nobody asked for by an option, so that it is not written
 * is said, and changes nothing else.
 */
final class JobSummary {

  /** GitHub throws away the whole summary of a step that is larger, in bytes. */
  static final int MOST = 1024 * 1024;

  private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

  private JobSummary() {}

  /** Appends the report to the summary, if there is one. */
  static void append(Report report, Terminal terminal) {
    String name = terminal.environment().getOrDefault(VARIABLE, "");
    if (name.isEmpty()) {
      return;
    }
    try {
      Path file = Path.of(name);
      long taken = Files.exists(file) ? Files.size(file) : 0;
      long room = MOST - taken - 1;
      if (room < MarkdownReporter.LEAST) {
        terminal.err().println("headgate: The job summary has no room left, so it is as it was.");
        return;
      }
      StringWriter text = new StringWriter();
      // The summary may end without a line break.
      text.write(taken > 0 ? "\n" : "");
      new MarkdownReporter((int) room).write(report, text);
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException | InvalidPathException e) {
      terminal
          .err()
          .println(
              Texts.harmless(
                  "headgate: The job summary '"
                      + name
                      + "' of "
                      + VARIABLE
                      + " cannot be written ("
                      + e.getClass().getSimpleName()
                      + ")."));
    }
  }
}
