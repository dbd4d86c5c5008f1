package io.headgate.cli;

import io.headgate.engine.Base;
import io.headgate.engine.Run;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Verdict;
import io.headgate.spi.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate check}. */
final class CheckCommand {

  private static final List<String> SEVERITIES = List.of("error", "warning", "note");

  private CheckCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "check",
            "Judges the Kafka landscape below each PATH against the policy, reports what breaks it"
                + " and says whether the gate is open.");
    Scope.options(
        spec,
        "The policy. By default the nearest headgate.yaml at or above the paths; without one"
            + " every rule holds as its author made it.");
    spec.addOption(
        OptionSpec.builder("--base")
            .paramLabel("DIR")
            .type(Path.class)
            .converters(Path::of)
            .description(
                "The landscape as it was before the change: a copy of the directory PATH, or of the"
                    + " nearest one that holds all PATHs. Rules about a change compare the two.")
            .build());
    spec.addOption(
        OptionSpec.builder("--report")
            .paramLabel("FORMAT[=FILE]")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .completionCandidates(ReportTarget.FORMATS)
            .description(
                "Write the report as "
                    + ReportTarget.FORMATS_IN_WORDS
                    + ", to a file or to standard output. May be given several times; by default"
                    + " text to standard output.")
            .build());
    spec.addOption(
        OptionSpec.builder("--fail-on")
            .paramLabel("SEVERITY")
            .type(String.class)
            .completionCandidates(SEVERITIES)
            .description(
                "The lightest finding that closes the gate: error, warning or note. By default what"
                    + " the policy says, else error.")
            .build());
    spec.addOption(
        OptionSpec.builder("--no-baseline")
            .type(boolean.class)
            .description(
                "Take nothing as known: report and weigh also what is in the policy's baseline.")
            .build());
    spec.addOption(
        OptionSpec.builder("--strict-inputs")
            .type(boolean.class)
            .description(
                "Make a finding (unknown-dialect) of each thing that looks like part of a Kafka"
                    + " landscape and that no dialect understands, so that the gate is not open"
                    + " because it was left aside. 'headgate inspect' shows what is left aside"
                    + " without it.")
            .build());
    return spec;
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) throws IOException {
    List<Path> paths = parsed.matchedPositionalValue(0, List.<Path>of());
    List<ReportTarget> targets = targets(parsed.matchedOptionValue("--report", List.of("text")));
    Severity failOn = severity(parsed.matchedOptionValue("--fail-on", (String) null));
    targets.forEach(ReportTarget::refuseUnwritable);
    Scope scope = Scope.of(paths, packs, parsed, terminal.environment());
    Policy policy = scope.policy();
    if (policy.baseline() != null) {
      policy =
          parsed.hasMatchedOption("--no-baseline") ? policy.with(null) : BaselineFile.read(scope);
    }
    Path before = parsed.matchedOptionValue("--base", (Path) null);
    Base base = before == null ? null : BaseDirectory.of(before, paths, scope);
    TerminalProgress progress = new TerminalProgress(terminal.err());
    Report report;
    try {
      report =
          new Run(
                  new DiskFiles(scope.root(), scope.paths()),
                  base,
                  scope.catalog(),
                  policy,
                  parsed.matchedOptionValue("--environment", ""),
                  failOn,
                  rule -> true,
                  terminal.errIsTerminal() ? progress : io.headgate.engine.Progress.NONE)
              .withStrictInputs(parsed.hasMatchedOption("--strict-inputs"))
              .report();
    } finally {
      progress.end();
    }
    for (ReportTarget target : targets) {
      target.write(report, terminal);
    }
    if (!report.failures().isEmpty()) {
      return ExitCode.FAILURE;
    }
    return report.verdict() == Verdict.OPEN ? ExitCode.OPEN : ExitCode.CLOSED;
  }

  private static List<ReportTarget> targets(List<String> texts) {
    List<ReportTarget> targets = new ArrayList<>();
    for (String text : texts) {
      ReportTarget target = ReportTarget.parse(text);
      if (targets.stream()
          .anyMatch(other -> java.util.Objects.equals(other.file(), target.file()))) {
        throw new UserError(
            target.file() == null
                ? "Only one report can go to standard output; write the others to files with"
                    + " '--report FORMAT=FILE'."
                : "Two reports go to the file '" + target.file() + "'.");
      }
      targets.add(target);
    }
    return targets;
  }

  private static @Nullable Severity severity(@Nullable String word) {
    if (word == null) {
      return null;
    }
    if (!SEVERITIES.contains(word)) {
      throw new UserError(
          "'--fail-on' takes error, warning or note, but was given '" + word + "'.");
    }
    return Severity.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
