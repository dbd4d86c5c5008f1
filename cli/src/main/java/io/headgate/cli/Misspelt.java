package io.headgate.cli;

import io.headgate.spi.Nearest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What to say about a command line that cannot be read; of use only once there is one. */
final class Misspelt {

  private Misspelt() {}

  /** What is wrong, and where help is to be had; for the first wrong word alone. */
  static String message(ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    return problem(e, command) + " Try '" + command.qualifiedName() + " --help'.";
  }

  private static String problem(ParameterException e, CommandSpec command) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      if (word.startsWith("-")) {
        int equals = word.indexOf('=');
        return missing("option", equals < 0 ? word : word.substring(0, equals), options(command));
      }
      if (!command.subcommands().isEmpty()) {
        return missing("command", word, new ArrayList<>(command.subcommands().keySet()));
      }
    }
    String message = String.valueOf(e.getMessage());
    return message.endsWith(".") ? message : message + ".";
  }

  private static String missing(String what, String word, List<String> names) {
    return "There is no " + what + " '" + word + "'." + Nearest.hint(word, names);
  }

  private static List<String> options(CommandSpec command) {
    List<String> names = new ArrayList<>();
    for (OptionSpec option : command.options()) {
      names.addAll(List.of(option.names()));
    }
    return names;
  }
}
