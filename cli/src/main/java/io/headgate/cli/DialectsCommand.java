package io.headgate.cli;

import io.headgate.engine.KnownDialects;
import io.headgate.engine.error.UserError;
import io.headgate.engine.report.DialectPages;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate dialects}. */
final class DialectsCommand {

  private static final List<String> FORMATS = List.of("text", "json", "markdown");

  private DialectsCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "dialects",
            "Lists the dialects: which files are read, and what of them is understood. json and"
                + " markdown name each field and what becomes of it.");
    spec.addOption(
        OptionSpec.builder("--report")
            .paramLabel("FORMAT")
            .type(String.class)
            .completionCandidates(FORMATS)
            .description("text (default), json or markdown.")
            .build());
    return spec;
  }

  static ExitCode run(ParseResult parsed, Terminal terminal) {
    String format = parsed.matchedOptionValue("--report", "text");
    terminal
        .out()
        .print(
            switch (format) {
              case "text" -> DialectPages.text(KnownDialects.all());
              case "json" -> DialectPages.json(KnownDialects.all());
              case "markdown" -> DialectPages.markdown(KnownDialects.all());
              default ->
                  throw new UserError(
                      "There is no format '" + format + "'; write text, json or markdown.");
            });
    return ExitCode.OPEN;
  }
}
