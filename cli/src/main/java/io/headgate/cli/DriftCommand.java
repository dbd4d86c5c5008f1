package io.headgate.cli;

import io.headgate.delivery.drift.Look;
import io.headgate.engine.DriftRun;
import io.headgate.engine.LiveState;
import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.report.Origin;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate drift}. */
final class DriftCommand {

  private DriftCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "drift",
            "Compares the landscape below each PATH with what runs: what is declared and missing,"
                + " running and undeclared, or different, by what it means and not by its text."
                + " Changes nothing in the cluster.");
    Scope.options(
        spec,
        "The policy. By default the nearest headgate.yaml at or above the paths; without one"
            + " every rule holds as its author made it.");
    LiveOptions.add(spec, false);
    spec.addOption(
        OptionSpec.builder("--snapshot")
            .paramLabel("DIR")
            .type(Path.class)
            .converters(Path::of)
            .description(
                "What runs, as 'headgate snapshot' wrote it; instead of --bootstrap-server.")
            .build());
    spec.addOption(ReportTarget.option(ReportTarget.FORMATS, ReportTarget.FORMATS_IN_WORDS));
    spec.addOption(
        OptionSpec.builder("--fail-on")
            .paramLabel("SEVERITY")
            .type(String.class)
            .completionCandidates(CheckCommand.SEVERITIES)
            .description(
                "The lightest finding that counts as drift: error, warning or note; note by"
                    + " default, so that any does.")
            .build());
    spec.addOption(
        OptionSpec.builder("--no-baseline")
            .type(boolean.class)
            .description("Take nothing as known that is in the policy's baseline.")
            .build());
    spec.addOption(
        OptionSpec.builder("--no-waivers")
            .type(boolean.class)
            .description("Waive nothing.")
            .build());
    spec.addOption(
        OptionSpec.builder("--watch")
            .paramLabel("SECONDS")
            .type(int.class)
            .description(
                "Look again after so many seconds, until it is stopped, and tell Prometheus what"
                    + " was seen.")
            .build());
    spec.addOption(
        OptionSpec.builder("--address")
            .paramLabel("ADDRESS")
            .type(String.class)
            .description("With --watch: where to listen; 0.0.0.0 by default.")
            .build());
    spec.addOption(
        OptionSpec.builder("--metrics-port")
            .paramLabel("PORT")
            .type(int.class)
            .description(
                "With --watch: the port of /healthz, /readyz and /metrics, plain. By default"
                    + " 8080.")
            .build());
    Commands.exitCodes(
        spec,
        "What runs is what is declared; with --watch: it was stopped.",
        "There is drift.",
        "An option, a path or the policy is wrong, or the cluster did not answer: nothing was"
            + " compared.",
        "headgate or a rule broke: there is nothing to trust.");
    return spec;
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) throws IOException {
    List<ReportTarget> targets = CheckCommand.targets(parsed);
    Scope scope = Scope.of(parsed, packs, terminal.environment());
    Policy policy = CheckCommand.policy(scope, false, parsed);
    String environment = parsed.matchedOptionValue("--environment", "");
    OneEnvironment.refuseOther(environment, policy);
    Run run =
        new Run(
            new DiskFiles(scope.root(), scope.paths()),
            scope.catalog(),
            policy,
            environment,
            CheckCommand.severity(parsed.matchedOptionValue("--fail-on", (String) null)),
            rule -> rule.group().equals("drift"),
            Progress.NONE);
    if (parsed.hasMatchedOption("--watch")) {
      refuseWrongSource(parsed);
      return DriftWatching.run(
          parsed,
          () -> {
            DriftRun look = new DriftRun(run, live(parsed, terminal));
            return new Look.Seen(look.report(), look.running());
          },
          report -> write(report, targets, scope, terminal),
          terminal);
    }
    for (String option : List.of("--address", "--metrics-port")) {
      if (parsed.hasMatchedOption(option)) {
        throw new UserError("'" + option + "' goes with '--watch'.");
      }
    }
    Report report = new DriftRun(run, live(parsed, terminal)).report();
    write(report, targets, scope, terminal);
    if (!report.failures().isEmpty()) {
      return ExitCode.FAILURE;
    }
    return report.verdict() == Verdict.OPEN ? ExitCode.OPEN : ExitCode.CLOSED;
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

  private static void refuseWrongSource(ParseResult parsed) {
    boolean isSnapshot = parsed.hasMatchedOption("--snapshot");
    if (isSnapshot == parsed.hasMatchedOption("--bootstrap-server")) {
      throw new UserError("Say what runs: give either '--bootstrap-server' or '--snapshot'.");
    }
    for (String option : List.of("--command-config", "--connect", "--schema-registry")) {
      if (isSnapshot && parsed.hasMatchedOption(option)) {
        throw new UserError(
            "'" + option + "' goes with '--bootstrap-server'; a snapshot has what it has.");
      }
    }
  }

  private static LiveState live(ParseResult parsed, Terminal terminal) throws IOException {
    Path snapshot = parsed.matchedOptionValue("--snapshot", (Path) null);
    refuseWrongSource(parsed);
    if (snapshot == null) {
      return new LiveState(
          new MemoryFiles(LiveOptions.of(parsed, terminal).inMemory()),
          parsed.matchedOptionValue("--bootstrap-server", ""));
    }
    Path own = snapshot.resolve(LiveState.OWN);
    if (!Files.isRegularFile(own.resolve("manifest"))) {
      throw new UserError(
          "'" + snapshot + "' holds no snapshot; 'headgate snapshot --to' writes one.");
    }
    if (Files.exists(own.resolve("journal"))) {
      throw new UserError(
          "The snapshot in '" + snapshot + "' was not written to its end; take it again.");
    }
    return new LiveState(new DiskFiles(snapshot, List.of(snapshot)), snapshot.toString());
  }
}
