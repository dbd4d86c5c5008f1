package io.headgate.cli;

import io.headgate.engine.Base;
import io.headgate.engine.error.UserError;
import io.headgate.engine.permit.Evidence;
import io.headgate.engine.permit.Permit;
import io.headgate.engine.permit.PermitWriter;
import io.headgate.engine.report.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** {@code --permit}: the file that says that the gate was open, and for what. */
final class PermitFile {

  /** The options that make a permit worth less, or more, than one without them. */
  private static final List<String> OPTIONS =
      List.of("new-only", "no-baseline", "no-waivers", "strict-inputs");

  /** Enough to tell a permit from another file. */
  private static final int HEAD_BYTES = 4096;

  private static final String MARK = "\"https://in-toto.io/Statement/v1\"";

  private PermitFile() {}

  /**
   * Makes sure that the file can be written, and that no permit of an earlier run outlives this
   * one.
   *
   * @throws UserError if it cannot be written, or is another file
   */
  static void prepare(@Nullable Path file) throws IOException {
    if (file == null) {
      return;
    }
    ReportTarget.refuseUnwritable(file, "permit");
    if (Files.isRegularFile(file)) {
      String head;
      try (var in = Files.newInputStream(file)) {
        head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
      }
      if (!head.isBlank() && !head.contains(MARK)) {
        throw new UserError(
            "'" + file + "' is no permit, so it is not replaced by one; give another file.");
      }
      Files.delete(file);
    }
  }

  /** Writes it for a gate that is open. */
  static void write(
      Path file, Grounds grounds, Evidence evidence, ParseResult parsed, Terminal terminal)
      throws IOException {
    Permit permit =
        of(grounds, evidence, WorkTree.commit(grounds, evidence, terminal), parsed, terminal);
    ReportTarget.write(file, "permit", out -> PermitWriter.write(permit, out));
  }

  /**
   * The permit of a judgement.
   *
   * @param revision the commit that has all that was judged; empty if none is known to
   */
  static Permit of(
      Grounds grounds, Evidence evidence, String revision, ParseResult parsed, Terminal terminal) {
    Base base = grounds.base();
    String environment = parsed.matchedOptionValue("--environment", "");
    List<String> options = new ArrayList<>();
    for (String option : OPTIONS) {
      if (parsed.hasMatchedOption("--" + option)) {
        options.add(option);
      }
    }
    String commit = base == null ? null : base.commit();
    return new Permit(
        Main.version(),
        time(terminal),
        name(grounds.scope()),
        evidence,
        new Permit.Terms(grounds.report().threshold().word(), environment, options),
        base == null ? "" : commit == null ? base.shown() : commit,
        revision,
        grounds.report().verdict() == Verdict.OPEN);
  }

  /** See reproducible-builds.org/docs/source-date-epoch. */
  private static Instant time(Terminal terminal) {
    String given = terminal.environment().getOrDefault("SOURCE_DATE_EPOCH", "");
    if (given.isEmpty()) {
      return Clock.systemUTC().instant();
    }
    try {
      return Instant.ofEpochSecond(Long.parseLong(given));
    } catch (NumberFormatException | DateTimeException e) {
      throw new UserError("SOURCE_DATE_EPOCH is '" + given + "', which is no number of seconds.");
    }
  }

  /** What was judged: a file, or the nearest directory that holds all of it. */
  private static String name(Scope scope) {
    Path path =
        scope.paths().size() == 1
            ? scope.paths().get(0)
            : Scope.common(scope.paths(), scope.tree());
    String name = scope.root().relativize(path).toString();
    return name.isEmpty() ? "." : name.replace(path.getFileSystem().getSeparator(), "/");
  }
}
