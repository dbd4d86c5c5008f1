package io.headgate.cli;

import io.headgate.delivery.watch.Judgement;
import io.headgate.delivery.watch.Status;
import io.headgate.delivery.watch.WatchListener;
import io.headgate.delivery.watch.WatchMetrics;
import io.headgate.delivery.watch.WatchSettings;
import io.headgate.delivery.watch.Watcher;
import io.headgate.engine.error.UserError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate watch}. */
final class WatchCommand {

  static final List<String> FORMATS = List.of("text", "json");

  /** How long an end is waited for that was asked for. */
  private static final int GRACE_MILLIS = 20_000;

  private WatchCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "watch",
            "Follows a branch of a repository, judges what it holds against what was approved"
                + " last, and moves the approved reference forward as far as the gate is open, for"
                + " an agent to follow. Each commit that was approved has its permit in a note of"
                + " Git. Runs until it is stopped.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("REPOSITORY")
            .index("0")
            .arity("1")
            .required(true)
            .type(String.class)
            .description("The address of the repository, as git takes it, or its path.")
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .index("1..*")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .converters(Path::of)
            .description(
                "Files or directories of the landscape, inside of the repository. By default all"
                    + " of it.")
            .build());
    text(spec, "--branch", "NAME", "main", "The branch to follow. By default main.");
    text(
        spec,
        "--approved",
        "REF",
        "refs/heads/approved",
        "The reference to move. By default refs/heads/approved.");
    text(
        spec,
        "--notes",
        "REF",
        "refs/notes/headgate",
        "The reference of the permits. By default refs/notes/headgate; each approved reference"
            + " needs its own.");
    spec.addOption(
        OptionSpec.builder("--work-dir")
            .paramLabel("DIR")
            .type(Path.class)
            .converters(Path::of)
            .description(
                "Where the clone and the memory are kept, for one watcher alone; by default"
                    + " headgate/watch in the user's cache.")
            .build());
    NumberOption.add(spec, "--interval", "SECONDS", 30, "How long to wait between two looks.");
    NumberOption.add(
        spec, "--time-limit", "SECONDS", 120, "How long git may take for a fetch or a push.");
    spec.addOption(
        OptionSpec.builder("--metrics-port")
            .paramLabel("PORT")
            .type(int.class)
            .converters(NumberOption::number)
            .description(
                "The port of /healthz, /readyz and /metrics, plain. By default nothing is served.")
            .build());
    text(
        spec,
        "--address",
        "ADDRESS",
        "0.0.0.0",
        "Where to listen for '--metrics-port'; 0.0.0.0 by default.");
    flag(spec, "--once", "Look once, and end with an exit code that says how things stand.");
    flag(
        spec,
        "--no-push",
        "Push nothing: the approved reference and the notes are those of the clone in the work"
            + " directory.");
    flag(
        spec,
        "--allow-rewrite",
        "Where the branch was rewritten, judge it all the same, by what changes.");
    spec.addOption(
        OptionSpec.builder("--trust")
            .paramLabel("COMMIT")
            .type(String.class)
            .description(
                "The whole id of a commit that the approved reference may be at without a permit.")
            .build());
    spec.addOption(
        OptionSpec.builder("--status")
            .paramLabel("FORMAT[=FILE]")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .completionCandidates(FORMATS)
            .description(
                "Say how things stand as text or json: to standard output when something has"
                    + " changed, or to a file after each look. May be given several times; by"
                    + " default text to standard output.")
            .build());
    spec.addOption(
        OptionSpec.builder("--fail-on")
            .paramLabel("SEVERITY")
            .type(String.class)
            .completionCandidates(CheckCommand.SEVERITIES)
            .description(
                "The lightest finding that closes the gate: error, warning or note. By default what"
                    + " the policy says, else error.")
            .build());
    flag(spec, "--new-only", "Only what is new since the approved commit closes the gate.");
    flag(
        spec,
        "--strict-inputs",
        "Make a finding (unknown-dialect) of each thing that looks like part of a Kafka landscape"
            + " and that no dialect understands.");
    Scope.moreOptions(
        spec,
        "A policy outside of the repository. By default the nearest headgate.yaml in the"
            + " repository, as the approved commit has it.");
    Commands.exitCodes(
        spec,
        "With '--once': the approved reference is at the branch. Else it was stopped.",
        "With '--once': the gate is closed, and the approved reference stays.",
        "Something that headgate was told is wrong; with '--once' also: nothing could be fetched,"
            + " judged or pushed.",
        "headgate or a rule broke.");
    return spec;
  }

  private static void text(
      CommandSpec spec, String name, String label, String value, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(String.class)
            .defaultValue(value)
            .description(description)
            .build());
  }

  private static void flag(CommandSpec spec, String name, String description) {
    spec.addOption(OptionSpec.builder(name).type(boolean.class).description(description).build());
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) throws IOException {
    WatchSettings settings = WatchOptions.settings(parsed, terminal);
    List<ReportTarget> targets = WatchOptions.targets(parsed);
    List<Path> paths = WatchOptions.paths(parsed);
    WatchJudge judge = new WatchJudge(paths, packs, parsed, terminal);
    boolean once = parsed.hasMatchedOption("--once");
    int interval = WatchOptions.seconds(parsed, "--interval", 30);
    WatchSpeaker speaker = new WatchSpeaker(settings, targets, once, terminal);
    // What is wrong with an option or a file is said at once.
    Objects.requireNonNull(judge.grounds());
    String target = parsed.matchedOptionValue("--environment", "") + paths;
    if (once) {
      if (parsed.hasMatchedOption("--metrics-port")) {
        throw new UserError("'--metrics-port' is for a watcher that goes on, not for '--once'.");
      }
      try (Watcher watcher = Watcher.open(settings, target, judge, speaker)) {
        return code(watcher.once().state());
      }
    }
    try (WatchMetrics metrics = metrics(parsed, terminal);
        Watcher watcher =
            Watcher.open(
                settings,
                target,
                judge,
                metrics == null ? speaker : new WatchListeners(speaker, metrics))) {
      Thread hook = new Thread(() -> stop(watcher), "headgate-stop");
      Runtime.getRuntime().addShutdownHook(hook);
      watcher.run(Duration.ofSeconds(interval));
      return ExitCode.OPEN;
    }
  }

  /** Both hear all of it. */
  private record WatchListeners(WatchListener first, WatchListener second)
      implements WatchListener {

    @Override
    public void judged(String commit, String base, Judgement judgement, long nanos) {
      first.judged(commit, base, judgement, nanos);
      second.judged(commit, base, judgement, nanos);
    }

    @Override
    public void ended(Status status) {
      first.ended(status);
      second.ended(status);
    }
  }

  private static @Nullable WatchMetrics metrics(ParseResult parsed, Terminal terminal) {
    if (!parsed.hasMatchedOption("--metrics-port")) {
      return null;
    }
    int port = parsed.matchedOptionValue("--metrics-port", 0);
    String address = parsed.matchedOptionValue("--address", "0.0.0.0");
    if (port < 0 || port > 65535) {
      throw new UserError("'--metrics-port' takes a port, but was given '" + port + "'.");
    }
    InetSocketAddress at = new InetSocketAddress(address, port);
    if (at.isUnresolved()) {
      throw new UserError("There is no address '" + address + "' to listen at.");
    }
    try {
      WatchMetrics metrics = WatchMetrics.start(at);
      terminal.err().println("headgate: Metrics are served at port " + metrics.port() + ".");
      terminal.err().flush();
      return metrics;
    } catch (IOException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  /** What has begun is finished, and halts the JVM; else that ends when its hooks have. */
  private static void stop(Watcher watcher) {
    watcher.stop();
    try {
      Thread.sleep(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ExitCode code(Status.State state) {
    return switch (state.code()) {
      case 0 -> ExitCode.OPEN;
      case 1 -> ExitCode.CLOSED;
      case 2 -> ExitCode.USER_ERROR;
      default -> ExitCode.FAILURE;
    };
  }
}
