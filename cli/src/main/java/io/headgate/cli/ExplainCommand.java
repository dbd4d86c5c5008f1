package io.headgate.cli;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.error.UserError;
import io.headgate.spi.Nearest;
import io.headgate.spi.Rule;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate explain}. */
final class ExplainCommand {

  private ExplainCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "explain",
            "Prints the page of a rule: why it is there, what breaks it, and how to mend it.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RULE")
            .arity("1")
            .required(true)
            .type(String.class)
            .description("The id of a rule, as in a finding; 'headgate rules' lists them.")
            .build());
    Commands.packOptions(spec);
    spec.addOption(Commands.policyOption());
    return spec;
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) {
    String id = parsed.matchedPositionalValue(0, "");
    Catalog catalog = Commands.catalog(parsed, packs, terminal.environment());
    Rule rule = catalog.rule(id);
    if (rule == null) {
      throw new UserError(
          "There is no rule '"
              + id
              + "'."
              + Nearest.hint(id, catalog.ids())
              + " 'headgate rules' lists them; one of a rule pack is known where the policy names"
              + " the pack ('--policy FILE'), or with '--pack PATH'.");
    }
    String page = catalog.page(rule);
    terminal.out().print(page == null ? rule.id() + ": " + rule.summary() + "\n" : page);
    if (rule.isFixable()) {
      terminal
          .out()
          .print(
              "\nFixable: 'headgate fix --rule " + id + " PATH' shows how it mends what it can.\n");
    }
    return ExitCode.OPEN;
  }
}
