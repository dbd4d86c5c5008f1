package io.headgate.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The commands, built without annotations: their proxies would be made anew at every start, since
 * no archive of classes can hold them.
 */
final class Commands {

  private static final String COMPLETION = "completion";

  private static final List<String> NAMES = List.of("check", "explain", "rules", COMPLETION);

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
      case "explain" -> ExplainCommand.spec();
      case "rules" -> RulesCommand.spec();
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

  private static void exitCodes(CommandSpec spec) {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("0", "The gate is open.");
    codes.put("1", "The gate is closed: a finding is as heavy as the threshold.");
    codes.put("2", "An option, a path or the policy is wrong, or there is nothing to judge.");
    codes.put("3", "headgate or a rule broke: there is no verdict to trust.");
    spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
  }

  static String completion(CommandLine line) {
    return AutoComplete.bash("headgate", line);
  }

  static String usage(CommandLine line, boolean colour) {
    return line.getUsageMessage(colour ? Ansi.ON : Ansi.OFF);
  }
}
