package io.headgate.cli;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.error.UserError;
import io.headgate.engine.pack.LoadedPack;
import io.headgate.engine.pack.OpenPack;
import io.headgate.engine.pack.PackLoader;
import io.headgate.engine.page.PackTest;
import io.headgate.engine.page.PackTestReports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate test}. */
final class TestCommand {

  private static final List<String> FORMATS = List.of("text", "junit", "json");

  /** Soon enough for a person who has just saved a file. */
  private static final long PAUSE_MILLIS = 300;

  private TestCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "test",
            "Tests a rule pack: runs every case of its rules' pages, and looks whether each rule has"
                + " a page with a flagged and a clean case and each setting is explained and"
                + " exercised.");
    spec.addPositional(PackCommand.pack("The pack: a directory, a zip or a jar."));
    spec.addOption(
        OptionSpec.builder("--report")
            .paramLabel("FORMAT[=FILE]")
            .type(String.class)
            .completionCandidates(FORMATS)
            .description("text (default), junit or json; to a file or to standard output.")
            .build());
    spec.addOption(
        OptionSpec.builder("--watch")
            .type(boolean.class)
            .description("Test again upon each change of the pack, until interrupted.")
            .build());
    Commands.cacheOptions(spec);
    Commands.exitCodes(
        spec,
        "Every case passes, and the pack keeps its contract.",
        "A case does not pass, or something is missing.",
        "An option, the pack or its DRL is wrong.",
        "headgate or a rule broke.");
    return spec;
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) {
    String report = parsed.matchedOptionValue("--report", "text");
    int equals = report.indexOf('=');
    String format = equals < 0 ? report : report.substring(0, equals);
    if (!FORMATS.contains(format) || equals == report.length() - 1) {
      throw new UserError("'--report' takes text, junit or json, or FORMAT=FILE.");
    }
    Path file = equals < 0 ? null : Path.of(report.substring(equals + 1));
    Path path = parsed.matchedPositionalValue(0, Path.of(""));
    PackLoader loader = PackTools.of(parsed, terminal.environment()).loader();
    if (!parsed.hasMatchedOption("--watch")) {
      PackTest test = test(FilePacks.open(path), loader, packs);
      String text = text(format, test);
      if (file == null) {
        terminal.out().print(text);
      } else {
        ReportTarget.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      }
      return exitCode(test);
    }
    String seen = "";
    ExitCode last = ExitCode.OPEN;
    while (!Thread.currentThread().isInterrupted()) {
      String now = state(path);
      if (!now.equals(seen)) {
        seen = now;
        try {
          PackTest test = test(FilePacks.open(path), loader, packs);
          terminal.out().print(text(format, test));
          last = exitCode(test);
        } catch (UserError e) {
          Main.print(e, terminal);
          last = ExitCode.USER_ERROR;
        }
        terminal.out().println("Watching " + path + "; Ctrl-C ends it.\n");
        terminal.flush();
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return last;
  }

  /** What tells one state of a pack from another; what cannot be read is a state too. */
  private static String state(Path path) {
    try {
      return FilePacks.open(path).digest();
    } catch (UserError e) {
      return e.messages().toString();
    }
  }

  private static PackTest test(OpenPack opened, PackLoader loader, Packs packs) {
    LoadedPack pack = loader.load(opened);
    // Besides the rules of the run, so that an id which is taken there is told.
    return PackTest.of(pack, new Catalog(FilePacks.with(packs.catalog(), List.of(pack))));
  }

  private static String text(String format, PackTest test) {
    return switch (format) {
      case "junit" -> PackTestReports.junit(test);
      case "json" -> PackTestReports.json(test);
      default -> PackTestReports.text(test);
    };
  }

  private static ExitCode exitCode(PackTest test) {
    return test.broken() ? ExitCode.FAILURE : test.passed() ? ExitCode.OPEN : ExitCode.CLOSED;
  }
}
