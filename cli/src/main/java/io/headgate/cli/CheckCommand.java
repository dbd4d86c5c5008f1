package io.headgate.cli;

import io.headgate.engine.Base;
import io.headgate.engine.Run;
import io.headgate.engine.error.NothingToJudge;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.files.FileTree;
import io.headgate.engine.files.git.GitFiles;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.report.Origin;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Verdict;
import io.headgate.spi.Severity;
import java.io.Closeable;
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

  static final List<String> SEVERITIES = List.of("error", "warning", "note");

  private static final List<ReportTarget> TEXT = List.of(new ReportTarget("text", null));

  private CheckCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "check",
            "Judges the Kafka landscape below each PATH against the policy, reports what breaks it"
                + " and says whether the gate is open.");
    options(spec, false);
    return spec;
  }

  /**
   * The options of each command that judges.
   *
   * @param disk whether it makes sense for what lies on the disk alone
   */
  static void options(CommandSpec spec, boolean disk) {
    Scope.options(
        spec,
        "The policy. By default the nearest headgate.yaml at or above the paths; without one"
            + " every rule holds as its author made it.",
        false);
    spec.addOption(
        OptionSpec.builder("--base")
            .paramLabel("REVISION|DIR")
            .type(String.class)
            .description(
                "The landscape as it was before the change: where HEAD and this revision of Git"
                    + " part, or a copy of the directory PATH, or of the nearest one that holds all"
                    + " PATHs. Rules about a change compare the two, and each finding is new or was"
                    + " there before.")
            .build());
    spec.addOption(
        OptionSpec.builder("--new-only")
            .type(boolean.class)
            .description("Only what is new since the base closes the gate, and is shown.")
            .build());
    spec.addOption(
        OptionSpec.builder("--staged")
            .type(boolean.class)
            .hidden(disk)
            .description(
                "Judge what is staged in Git, the policy included, instead of what lies on the"
                    + " disk; below the working directory if no PATH is given. Ends at once where"
                    + " nothing is staged that could concern a landscape.")
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
        OptionSpec.builder("--no-waivers")
            .type(boolean.class)
            .description(
                "Waive nothing: report and weigh also what the policy's waivers are about.")
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
    spec.addOption(
        OptionSpec.builder("--permit")
            .paramLabel("FILE")
            .type(Path.class)
            .converters(Path::of)
            .description(
                "If the gate is open, write a permit: a statement of in-toto that names what was"
                    + " judged by its digests, ready to be signed. 'headgate permit verify' holds"
                    + " files against it.")
            .build());
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) throws IOException {
    return parsed.hasMatchedOption("--permit")
        ? GateCommand.check(parsed, packs, terminal)
        : judge(parsed, packs, terminal, null);
  }

  /**
   * Judges and reports.
   *
   * @param grounds hears what the judgement rests on; null if nobody asks
   */
  static ExitCode judge(
      ParseResult parsed, Packs packs, Terminal terminal, @Nullable Grounds grounds)
      throws IOException {
    boolean staged = parsed.hasMatchedOption("--staged");
    List<Path> paths = paths(parsed, staged);
    List<ReportTarget> targets = targets(parsed);
    Severity failOn = severity(parsed.matchedOptionValue("--fail-on", (String) null));
    if (staged && targets.equals(TEXT) && !Staged.isAny(paths, terminal)) {
      return Staged.nothing(terminal);
    }
    Tree tree =
        staged ? Staged.tree(paths, terminal) : grounds == null ? Tree.DISK : grounds.tree();
    String before = parsed.matchedOptionValue("--base", (String) null);
    boolean newOnly = parsed.hasMatchedOption("--new-only");
    if (newOnly && before == null) {
      throw new UserError("'--new-only' needs a '--base' that tells what is new.");
    }
    BasePolicy.Judging judging =
        before == null ? null : BasePolicy.of(before, paths, packs, parsed, terminal, tree);
    Base base = judging == null ? null : judging.base();
    Scope scope =
        judging == null
            ? Scope.of(paths, packs, parsed, terminal.environment(), tree)
            : judging.scope();
    Policy policy = policy(scope, judging != null, parsed);
    GitFiles index = tree.index();
    FileTree files =
        index == null ? new DiskFiles(scope.root(), scope.paths()) : Staged.files(index, scope);
    if (grounds != null) {
      files = grounds.hashed(scope, files);
      base = grounds.hashed(base);
      for (ReportTarget target : targets) {
        grounds.refuseInside(target.file(), "report");
      }
      grounds.refuseInside(parsed.matchedOptionValue("--permit", (Path) null), "permit");
    }
    TerminalProgress progress = new TerminalProgress(terminal.err());
    Report report;
    try {
      report =
          new Run(
                  files,
                  base,
                  scope.catalog(),
                  policy,
                  parsed.matchedOptionValue("--environment", ""),
                  failOn,
                  rule -> true,
                  terminal.errIsTerminal() ? progress : io.headgate.engine.Progress.NONE)
              .with(
                  new Run.Terms(
                      parsed.hasMatchedOption("--strict-inputs"),
                      newOnly,
                      judging == null ? null : judging.change()))
              .report();
    } catch (NothingToJudge e) {
      // A hook may be there before the first landscape; who names a path or has a policy has one.
      if (!staged
          || parsed.hasMatchedPositional(0)
          || scope.file() != null
          || base != null
          || !targets.equals(TEXT)) {
        throw e;
      }
      return Staged.nothing(terminal);
    } finally {
      progress.end();
    }
    try {
      write(report, targets, scope, terminal);
    } finally {
      if (base != null && base.files() instanceof Closeable open) {
        open.close();
      }
      if (index != null) {
        index.close();
      }
    }
    if (grounds != null) {
      grounds.judged(report);
    }
    if (!report.failures().isEmpty()) {
      return ExitCode.FAILURE;
    }
    return report.verdict() == Verdict.OPEN ? ExitCode.OPEN : ExitCode.CLOSED;
  }

  /** The policy of a scope with what is in the files that it names, unless these are left out. */
  static Policy policy(Scope scope, boolean isRead, ParseResult parsed) {
    Policy policy = scope.policy();
    if (policy.baseline() != null && parsed.hasMatchedOption("--no-baseline")) {
      policy = policy.with(null);
    } else if (policy.baseline() != null && !isRead) {
      policy = BaselineFile.read(scope);
    }
    if (policy.waivers() != null && parsed.hasMatchedOption("--no-waivers")) {
      policy = policy.withWaivers(null);
    } else if (policy.waivers() != null && !isRead) {
      policy = WaiverFile.read(scope, policy);
    }
    return policy;
  }

  private static void write(
      Report report, List<ReportTarget> targets, Scope scope, Terminal terminal)
      throws IOException {
    Origin origin = null;
    for (ReportTarget target : targets) {
      origin = origin == null && target.tellsOrigin() ? Origins.of(scope, terminal) : origin;
      target.write(report, origin, terminal);
    }
  }

  private static List<Path> paths(ParseResult parsed, boolean staged) {
    List<Path> paths = parsed.matchedPositionalValue(0, List.<Path>of());
    if (!paths.isEmpty()) {
      return paths;
    }
    if (!staged) {
      throw new UserError("Missing required parameter: 'PATH'. Try 'headgate check --help'.");
    }
    return List.of(Path.of(""));
  }

  /** What {@code --report} asks for, each file refused that could not be written. */
  static List<ReportTarget> targets(ParseResult parsed) {
    List<ReportTarget> targets = targets(parsed.matchedOptionValue("--report", List.of("text")));
    targets.forEach(ReportTarget::refuseUnwritable);
    return targets;
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

  static @Nullable Severity severity(@Nullable String word) {
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
