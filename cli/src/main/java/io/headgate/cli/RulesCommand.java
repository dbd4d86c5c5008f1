package io.headgate.cli;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.error.UserError;
import io.headgate.engine.report.RuleList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate rules}. */
final class RulesCommand {

  private static final List<String> FORMATS = List.of("text", "json", "markdown");

  private RulesCommand() {}

  static CommandSpec spec() {
    CommandSpec spec = Commands.spec("rules", "Lists the rules with their severity and settings.");
    spec.addOption(
        OptionSpec.builder("--report")
            .paramLabel("FORMAT")
            .type(String.class)
            .completionCandidates(FORMATS)
            .description("text (default), json or markdown.")
            .build());
    Commands.packOptions(spec);
    spec.addOption(Commands.policyOption());
    return spec;
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) {
    String format = parsed.matchedOptionValue("--report", "text");
    Catalog catalog = Commands.catalog(parsed, packs, terminal.environment());
    terminal
        .out()
        .print(
            switch (format) {
              case "text" -> RuleList.text(catalog);
              case "json" -> RuleList.json(catalog);
              case "markdown" -> RuleList.markdown(catalog);
              default ->
                  throw new UserError(
                      "There is no format '" + format + "'; write text, json or markdown.");
            });
    return ExitCode.OPEN;
  }
}
