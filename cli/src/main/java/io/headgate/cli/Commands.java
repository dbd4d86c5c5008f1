package io.headgate.cli;

import io.headgate.engine.catalog.Catalog;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The commands, built without annotations: their proxies would be made anew at every start, since
 * no archive of classes can hold them.
 */
final class Commands {

  private static final String COMPLETION = "completion";

  private static final List<String> NAMES =
      List.of(
          "check",
          "gate",
          "permit",
          "serve",
          "init",
          "baseline",
          "waive",
          "inspect",
          "access",
          "explain",
          "fix",
          "lineage",
          "snapshot",
          "drift",
          "watch",
          "rules",
          "dialects",
          "test",
          "pack",
          COMPLETION);

  private Commands() {}

  /**
   * The command line.
   *
   * @param args what it will be asked to read: of the commands only those that this needs are built
   */
  static CommandLine line(String version, List<String> args) {
    // picocli looks up a score of types by reflection, for each command, that no option here is of.
    System.setProperty("picocli.converters.excludes", "java.*");
    CommandSpec headgate =
        spec(
            "headgate",
            "A policy engine for Kafka landscapes kept in Git: reads topics, schemas, ACLs, quotas,"
                + " apps, connectors, alerts and masking policies, judges them by rules, and closes"
                + " the gate ahead of apply.");
    headgate.version("headgate " + version);
    headgate.addOption(
        OptionSpec.builder("--version", "-V")
            .type(boolean.class)
            .versionHelp(true)
            .description("Prints the version.")
            .build());
    for (String name : needed(args)) {
      headgate.addSubcommand(name, subcommand(name));
    }
    exitCodes(headgate);
    return new CommandLine(headgate).setUsageHelpAutoWidth(true);
  }

  private static List<String> needed(List<String> args) {
    String first = args.isEmpty() ? COMPLETION : args.get(0);
    return first.equals(COMPLETION) || !NAMES.contains(first) ? NAMES : List.of(first);
  }

  private static CommandSpec subcommand(String name) {
    return switch (name) {
      case "check" -> {
        CommandSpec check = CheckCommand.spec();
        exitCodes(check);
        yield check;
      }
      case "gate" -> {
        CommandSpec gate = GateCommand.spec();
        exitCodes(
            gate,
            "COMMAND was run and ended with 0. Where it ended otherwise, its exit code is passed"
                + " on.",
            "The gate is closed, or what was judged has changed: COMMAND was not run.",
            "Something that headgate was told is wrong: COMMAND was not run.",
            "headgate or a rule broke: COMMAND was not run.",
            "COMMAND was run, and what was judged changed meanwhile.");
        yield gate;
      }
      case "permit" -> PermitCommand.spec();
      case "access" -> AccessCommand.spec();
      case "baseline" -> BaselineCommand.spec();
      case "dialects" -> DialectsCommand.spec();
      case "drift" -> DriftCommand.spec();
      case "explain" -> ExplainCommand.spec();
      case "fix" -> FixCommand.spec();
      case "init" -> InitCommand.spec();
      case "inspect" -> InspectCommand.spec();
      case "lineage" -> LineageCommand.spec();
      case "serve" -> ServeCommand.spec();
      case "rules" -> RulesCommand.spec();
      case "snapshot" -> SnapshotCommand.spec();
      case "test" -> TestCommand.spec();
      case "waive" -> WaiveCommand.spec();
      case "watch" -> WatchCommand.spec();
      case "pack" -> PackCommand.spec();
      default ->
          spec(name, "Prints a completion script for bash and zsh: source <(headgate completion)");
    };
  }

  /** A command with a description and {@code --help}. */
  static CommandSpec spec(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description).abbreviateSynopsis(false).sortOptions(false);
    spec.addOption(
        OptionSpec.builder("--help", "-h")
            .type(boolean.class)
            .usageHelp(true)
            .description("Prints this help.")
            .build());
    return spec;
  }

  /** {@code --pack} and what goes with it, for each command that runs or shows rules. */
  static void packOptions(CommandSpec spec) {
    spec.addOption(packOption());
    cacheOptions(spec);
  }

  private static OptionSpec packOption() {
    return OptionSpec.builder("--pack")
        .paramLabel("PATH")
        .type(List.class)
        .auxiliaryTypes(Path.class)
        .converters(Path::of)
        .arity("1")
        .description(
            "A rule pack besides those that the policy names: a directory, a zip or a jar. May be"
                + " given several times.")
        .build();
  }

  /** {@code --policy}, for the commands that look at nothing but its packs. */
  static OptionSpec policyOption() {
    return OptionSpec.builder("--policy")
        .paramLabel("FILE")
        .type(Path.class)
        .converters(Path::of)
        .description(
            "The policy that names the packs. By default the nearest headgate.yaml at or above the"
                + " working directory.")
        .build();
  }

  /** {@code --cache-dir} and {@code --no-cache}, for each command that may have to compile. */
  static void cacheOptions(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("--cache-dir")
            .paramLabel("DIR")
            .type(Path.class)
            .converters(Path::of)
            .description(
                "Where compiled rule packs are kept; by default headgate/packs in the user's"
                    + " cache.")
            .build());
    spec.addOption(
        OptionSpec.builder("--no-cache")
            .type(boolean.class)
            .description("Compile rule packs anew and keep nothing.")
            .build());
  }

  /** The rules of a command with {@code --pack} and {@code --policy}. */
  static Catalog catalog(ParseResult parsed, Packs packs, Map<String, String> environment) {
    return packs.catalog(parsed, policy(parsed), environment);
  }

  /** The policy of a command with {@code --policy}, or null if there is none. */
  static @Nullable PolicyFile policy(ParseResult parsed) {
    Path working = Path.of("").toAbsolutePath().normalize();
    Path given = parsed.matchedOptionValue("--policy", (Path) null);
    Path file = given == null ? PolicyFile.nearest(working) : given;
    return file == null ? null : PolicyFile.read(file, working);
  }

  private static void exitCodes(CommandSpec spec) {
    exitCodes(
        spec,
        "The gate is open.",
        "The gate is closed: a finding is as heavy as the threshold.",
        "An option, a path or the policy is wrong, or there is nothing to judge.",
        "headgate or a rule broke: there is no verdict to trust.");
  }

  /** Says in the help of a command what its exit codes mean, from 0 on. */
  static void exitCodes(CommandSpec spec, String... meanings) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (String meaning : meanings) {
      codes.put(Integer.toString(codes.size()), meaning);
    }
    spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
  }

  static String completion(CommandLine line) {
    return AutoComplete.bash("headgate", line);
  }

  static String usage(CommandLine line, boolean colour) {
    return line.getUsageMessage(colour ? Ansi.ON : Ansi.OFF);
  }
}
