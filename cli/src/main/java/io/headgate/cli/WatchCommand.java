package io.headgate.cli;

import io.headgate.delivery.watch.Judgement;
import io.headgate.delivery.watch.Status;
import io.headgate.delivery.watch.StatusTexts;
import io.headgate.delivery.watch.WatchListener;
import io.headgate.delivery.watch.WatchSettings;
import io.headgate.delivery.watch.Watcher;
import io.headgate.engine.error.UserError;
import io.headgate.engine.report.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code headgate watch}. */
final class WatchCommand {

  private static final List<String> FORMATS = List.of("text", "json");
  private static final String HEADS = "refs/heads/";

  /** How long an end is waited for that was asked for. */
  private static final int GRACE_SECONDS = 20;

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
    number(spec, "--interval", 30, "How long to wait between two looks.");
    number(spec, "--time-limit", 120, "How long git may take for a fetch or a push.");
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

  private static void number(CommandSpec spec, String name, int value, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .paramLabel("SECONDS")
            .type(int.class)
            .converters(WatchCommand::number)
            .defaultValue(Integer.toString(value))
            .description(description + " By default " + value + ".")
            .build());
  }

  private static Integer number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is no number");
    }
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) throws IOException {
    WatchSettings settings = settings(parsed, terminal);
    List<ReportTarget> targets = targets(parsed);
    List<Path> paths = paths(parsed);
    WatchJudge judge = new WatchJudge(paths, packs, parsed, terminal);
    boolean once = parsed.hasMatchedOption("--once");
    int interval = seconds(parsed, "--interval", 30);
    Speaker speaker = new Speaker(settings, targets, once, terminal);
    // What is wrong with an option or a file is said at once.
    Objects.requireNonNull(judge.grounds());
    try (Watcher watcher =
        Watcher.open(
            settings, parsed.matchedOptionValue("--environment", "") + paths, judge, speaker)) {
      if (once) {
        return code(watcher.once().state());
      }
      CountDownLatch ended = new CountDownLatch(1);
      Thread hook = new Thread(() -> stop(watcher, ended), "headgate-stop");
      Runtime.getRuntime().addShutdownHook(hook);
      watcher.run(Duration.ofSeconds(interval));
      terminal.flush();
      ended.countDown();
      return ExitCode.OPEN;
    }
  }

  /** What has begun is finished: the JVM ends when its hooks have. */
  private static void stop(Watcher watcher, CountDownLatch ended) {
    watcher.stop();
    try {
      boolean unused = ended.await(GRACE_SECONDS, TimeUnit.SECONDS);
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

  private static WatchSettings settings(ParseResult parsed, Terminal terminal) {
    String repository = address(parsed.matchedPositionalValue(0, ""));
    String branch = parsed.matchedOptionValue("--branch", "main");
    branch = branch.startsWith("refs/") ? branch : HEADS + branch;
    String approved = parsed.matchedOptionValue("--approved", "refs/heads/approved");
    approved = approved.startsWith("refs/") ? approved : HEADS + approved;
    String notes = parsed.matchedOptionValue("--notes", "refs/notes/headgate");
    notes = notes.startsWith("refs/") ? notes : "refs/notes/" + notes;
    for (String reference : List.of(branch, approved, notes)) {
      refuseNoReference(reference);
    }
    if (branch.equals(approved)) {
      throw new UserError(
          "'--approved' and '--branch' are both '"
              + branch
              + "'; what is pushed to the one would"
              + " be applied before anybody has judged it.");
    }
    String trusted = parsed.matchedOptionValue("--trust", (String) null);
    Path given = parsed.matchedOptionValue("--work-dir", (Path) null);
    return new WatchSettings(
        repository,
        branch,
        approved,
        notes,
        given == null
            ? usual(String.join(" ", repository, branch, approved), terminal)
            : given.toAbsolutePath().normalize(),
        !parsed.hasMatchedOption("--no-push"),
        parsed.hasMatchedOption("--allow-rewrite"),
        trusted,
        Duration.ofSeconds(seconds(parsed, "--time-limit", 120)));
  }

  /** A path counts from here, and git is run elsewhere. */
  private static String address(String given) {
    if (given.isEmpty() || given.startsWith("-") || given.indexOf('\n') >= 0) {
      throw new UserError("'" + given + "' is no address of a repository.");
    }
    int colon = given.indexOf(':');
    int slash = given.indexOf('/');
    boolean isAddress = colon > 0 && (slash < 0 || colon < slash);
    return isAddress && !Files.exists(Path.of(given))
        ? given
        : Path.of(given).toAbsolutePath().normalize().toString();
  }

  /** What git-check-ref-format(1) refuses, as far as it could be taken for something else. */
  private static void refuseNoReference(String name) {
    boolean isName = name.startsWith("refs/") && !name.contains("..") && !name.endsWith("/");
    for (int i = 0; i < name.length(); i++) {
      isName &= name.charAt(i) > ' ' && "~^:?*[\\\u007f".indexOf(name.charAt(i)) < 0;
    }
    if (!isName) {
      throw new UserError("'" + name + "' is no name of a reference.");
    }
  }

  private static Path usual(String target, Terminal terminal) {
    Path cache = PackTools.cache(terminal.environment());
    if (cache == null) {
      throw new UserError("There is no home directory; say with '--work-dir' where to work.");
    }
    byte[] digest =
        io.headgate.engine.drl.Digests.sha256().digest(target.getBytes(StandardCharsets.UTF_8));
    return cache.resolve("watch").resolve(HexFormat.of().formatHex(digest, 0, 8));
  }

  private static int seconds(ParseResult parsed, String name, int value) {
    int seconds = parsed.matchedOptionValue(name, value);
    if (seconds < 1 || seconds > 86_400) {
      throw new UserError(
          "'" + name + "' takes 1 to 86400 seconds, but was given '" + seconds + "'.");
    }
    return seconds;
  }

  private static List<Path> paths(ParseResult parsed) {
    List<Path> paths = new ArrayList<>();
    for (Path path : parsed.matchedPositionalValue(1, List.<Path>of())) {
      Path normal = path.normalize();
      if (normal.isAbsolute() || normal.startsWith("..")) {
        throw new UserError("'" + path + "' leads out of the repository; give a path inside.");
      }
      paths.add(normal);
    }
    return paths;
  }

  private static List<ReportTarget> targets(ParseResult parsed) {
    List<ReportTarget> targets = new ArrayList<>();
    for (String text : parsed.matchedOptionValue("--status", List.of("text"))) {
      if (text.endsWith("=")) {
        throw new UserError("'--status " + text + "' names no file.");
      }
      targets.add(ReportTarget.parse(text, FORMATS));
    }
    targets.forEach(ReportTarget::refuseUnwritable);
    return targets;
  }

  /** Says how things stand. */
  private static final class Speaker implements WatchListener {

    private final WatchSettings settings;
    private final List<ReportTarget> targets;
    private final boolean once;
    private final Terminal terminal;
    private @Nullable Status said;
    private String report = "";

    Speaker(WatchSettings settings, List<ReportTarget> targets, boolean once, Terminal terminal) {
      this.settings = settings;
      this.targets = targets;
      this.once = once;
      this.terminal = terminal;
    }

    @Override
    public void judged(String commit, String base, Judgement judgement, long nanos) {
      if (report.isEmpty() && judgement.verdict() != Judgement.Verdict.OPEN) {
        // The newest one comes first, and is the one to be mended.
        report = judgement.text();
      }
    }

    @Override
    public void ended(Status status) {
      boolean isNews = once || isOther(status, said);
      for (ReportTarget target : targets) {
        boolean isText = target.format().equals("text");
        String text =
            isText
                ? (target.file() == null ? report : "") + StatusTexts.text(status)
                : StatusTexts.json(status, settings, Main.version());
        try {
          if (target.file() != null || isNews) {
            target.write(text, terminal);
          }
        } catch (UserError e) {
          terminal.err().println(Texts.harmless("headgate: " + e.getMessage()));
        }
      }
      report = "";
      said = status;
      terminal.flush();
    }

    private static boolean isOther(Status status, @Nullable Status before) {
      return before == null
          || before.state() != status.state()
          || !before.branch().equals(status.branch())
          || !before.approved().equals(status.approved())
          || !before.message().equals(status.message());
    }
  }
}
