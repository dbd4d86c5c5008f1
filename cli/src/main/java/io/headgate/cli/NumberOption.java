package io.headgate.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Options that take a whole number. */
final class NumberOption {

  private NumberOption() {}

  /**
   * Adds one to a command.
   *
   * @param label what help calls the number
   * @param value the number where none is given; help says so after the description
   */
  static void add(CommandSpec spec, String name, String label, int value, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(int.class)
            .converters(NumberOption::number)
            .defaultValue(Integer.toString(value))
            .description(description + " By default " + value + ".")
            .build());
  }

  /** The number that a text is, for options that have none by default. */
  static Integer number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is no number");
    }
  }
}
