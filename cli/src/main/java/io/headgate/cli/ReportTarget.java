package io.headgate.cli;

import io.headgate.engine.error.UserError;
import io.headgate.engine.files.WholeFile;
import io.headgate.engine.report.Origin;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Reporter;
import io.headgate.engine.report.github.GithubReporter;
import io.headgate.engine.report.gitlab.GitlabReporter;
import io.headgate.engine.report.html.HtmlReporter;
import io.headgate.engine.report.json.JsonReporter;
import io.headgate.engine.report.junit.JunitReporter;
import io.headgate.engine.report.markdown.MarkdownReporter;
import io.headgate.engine.report.sarif.Profile;
import io.headgate.engine.report.sarif.SarifReporter;
import io.headgate.engine.report.text.TextReporter;
import io.headgate.spi.Nearest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * A report to write: a format, and the file it goes to.
 *
 * @param format such as {@code text} or {@code sarif}
 * @param file null for standard output
 */
record ReportTarget(String format, @Nullable Path file) {

  /** How a report can be written, the default first. */
  static final List<String> FORMATS =
      List.of(
          "text",
          "html",
          "sarif",
          "sarif-github",
          "sarif-gitlab",
          "gitlab",
          "github",
          "markdown",
          "json",
          "junit");

  /** The same as a sentence names them. */
  static final String FORMATS_IN_WORDS =
      "text, html, sarif, sarif-github, sarif-gitlab, gitlab, github, markdown, json or junit";

  /**
   * Reads {@code FORMAT} or {@code FORMAT=FILE}.
   *
   * @throws UserError if there is no such format
   */
  static ReportTarget parse(String text) {
    return parse(text, FORMATS);
  }

  /**
   * Reads {@code FORMAT} or {@code FORMAT=FILE}.
   *
   * @param formats the formats there are
   * @throws UserError if it is none of them
   */
  static ReportTarget parse(String text, List<String> formats) {
    int equals = text.indexOf('=');
    String format = equals < 0 ? text : text.substring(0, equals);
    if (!formats.contains(format)) {
      throw new UserError(
          "There is no report format '"
              + format
              + "'; write one of "
              + String.join(", ", formats)
              + "."
              + Nearest.hint(format, formats));
    }
    if (equals < 0) {
      return new ReportTarget(format, null);
    }
    String file = text.substring(equals + 1);
    try {
      if (file.isEmpty()) {
        throw new UserError("'--report " + text + "' names no file; write '" + format + "=FILE'.");
      }
      return new ReportTarget(format, Path.of(file));
    } catch (InvalidPathException e) {
      throw new UserError("'" + file + "' is no file name.");
    }
  }

  /**
   * {@code --report} of a command that answers a question.
   *
   * @param formats what it can be written as, the default first
   * @param words the formats in words
   */
  static OptionSpec option(List<String> formats, String words) {
    return OptionSpec.builder("--report")
        .paramLabel("FORMAT[=FILE]")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .completionCandidates(formats)
        .description(
            "Write it as "
                + words
                + ", to a file or to standard output. May be given several"
                + " times; by default text to standard output.")
        .build();
  }

  /** What {@link #option} was given, each file refused that could not be written. */
  static List<ReportTarget> of(ParseResult parsed, List<String> formats) {
    List<ReportTarget> targets = new ArrayList<>();
    for (String text : parsed.matchedOptionValue("--report", List.of("text"))) {
      targets.add(parse(text, formats));
    }
    targets.forEach(ReportTarget::refuseUnwritable);
    return targets;
  }

  /** Refuses a file that could not be written, before any work is done. */
  void refuseUnwritable() {
    if (file != null) {
      refuseUnwritable(file, "report");
    }
  }

  /** Refuses a file that could not be written; {@code what} it is to be, for messages. */
  static void refuseUnwritable(Path file, String what) {
    Path directory = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new UserError("The " + what + " cannot be written: '" + file + "' is a directory.");
    }
    if (directory == null || !Files.isDirectory(directory)) {
      throw new UserError(
          "The " + what + " cannot be written: there is no directory '" + directory + "'.");
    }
    if (!Files.isWritable(directory)) {
      throw new UserError(
          "The " + what + " cannot be written: the directory '" + directory + "' is not writable.");
    }
  }

  /** Whether the report says where what was judged comes from. */
  boolean tellsOrigin() {
    return format.startsWith("sarif");
  }

  /**
   * Writes the report, to a file whole or not at all.
   *
   * @param origin where what was judged comes from; null if that is not known
   * @throws UserError if the file cannot be written
   */
  void write(Report report, @Nullable Origin origin, Terminal terminal) throws IOException {
    if (format.equals("github")) {
      JobSummary.append(report, terminal);
    }
    if (file == null) {
      reporter(origin, terminal.colour()).write(report, terminal.out());
      return;
    }
    write(
        file,
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          reporter(origin, false).write(report, writer);
          writer.flush();
        });
  }

  /**
   * Writes a text, to a file whole or not at all.
   *
   * @throws UserError if the file cannot be written
   */
  void write(String text, Terminal terminal) {
    if (file == null) {
      terminal.out().print(text);
    } else {
      write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /**
   * Writes a report to a file, whole or not at all.
   *
   * @throws UserError if the file cannot be written
   */
  static void write(Path file, WholeFile.Content content) {
    write(file, "report", content);
  }

  /** Writes a file, whole or not at all; {@code what} it is, for messages. */
  static void write(Path file, String what, WholeFile.Content content) {
    try {
      WholeFile.write(file, content);
    } catch (IOException e) {
      throw new UserError("The " + what + " '" + file + "' cannot be written: " + reason(e) + ".");
    }
  }

  private Reporter reporter(@Nullable Origin origin, boolean colour) {
    return switch (format) {
      case "html" -> new HtmlReporter();
      case "sarif" -> new SarifReporter(Profile.ARCHIVE, origin);
      case "sarif-github" -> new SarifReporter(Profile.GITHUB, origin);
      case "sarif-gitlab" -> new SarifReporter(Profile.GITLAB, origin);
      case "gitlab" -> new GitlabReporter();
      case "github" -> new GithubReporter();
      case "markdown" -> new MarkdownReporter();
      case "json" -> new JsonReporter();
      case "junit" -> new JunitReporter();
      default -> new TextReporter(colour);
    };
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
      return "its directory is not there";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "something else is in its place";
    }
    return "the disk refused it (" + e.getClass().getSimpleName() + ")";
  }
}
