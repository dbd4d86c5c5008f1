package io.headgate.cli;

import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.error.Failure;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.policy.Baseline;
import io.headgate.engine.policy.Baseline.Entry;
import io.headgate.engine.policy.BaselineUpdate;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.Sight;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate baseline}. */
final class BaselineCommand {

  /** What differs is to be read, and Git shows all of it. */
  private static final int SHOWN = 20;

  private BaselineCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "baseline",
            "Writes the baseline that the policy names: all that check finds now is known from then"
                + " on and does not close the gate, and what no longer occurs is taken out. Commit"
                + " the file.");
    Scope.options(
        spec,
        "The policy, which names the file under 'baseline'. By default the nearest headgate.yaml at"
            + " or above the paths.");
    spec.addOption(
        OptionSpec.builder("--prune")
            .type(boolean.class)
            .description("Only take out what no longer occurs; nothing new becomes known.")
            .build());
    Commands.exitCodes(
        spec,
        "The baseline is written, or was as it should be.",
        "Not used: a baseline closes no gate.",
        "An option, a path, the policy or the baseline is wrong, or there is nothing to judge.",
        "headgate or a rule broke: nothing is written.");
    return spec;
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) throws IOException {
    Scope scope = Scope.of(parsed, packs, terminal.environment());
    Baseline baseline = BaselineFile.readToUpdate(scope);
    if (baseline.sight() == Sight.PARTS) {
      throw new UserError(
          "The policy names no bundles, so only the whole of what lies beside it tells what no"
              + " longer occurs. Give the directory of the policy as the path.");
    }
    String environment = parsed.matchedOptionValue("--environment", "");
    Policy policy = scope.policy().with(baseline);
    Report report =
        new Run(
                new DiskFiles(scope.root(), scope.paths()),
                scope.catalog(),
                policy.waivers() == null ? policy : WaiverFile.read(scope, policy),
                environment,
                null,
                rule -> true,
                Progress.NONE)
            .report();
    if (!report.failures().isEmpty()) {
      print(report.failures(), terminal.err());
      return ExitCode.FAILURE;
    }
    boolean prune = parsed.hasMatchedOption("--prune");
    boolean all = environment.isEmpty() || scope.policy().bundles().isEmpty();
    BaselineUpdate update = BaselineUpdate.of(baseline, report, all, prune);
    boolean written = write(NamedFiles.path(scope, baseline.source()), update.text());
    PrintWriter out = terminal.out();
    list("+", update.added(), out);
    list("-", update.removed(), out);
    out.println(
        Texts.harmless(baseline.file())
            + (written ? ": " : " is as it should be: ")
            + plural(update.size(), "finding")
            + (update.size() == 1 ? " is" : " are")
            + " known ("
            + update.added().size()
            + " added, "
            + update.removed().size()
            + " removed).");
    leftOut(update.leftOut(), out);
    return ExitCode.OPEN;
  }

  /** Writes the text unless it is there already, and says whether it did. */
  private static boolean write(Path path, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Files.isRegularFile(path) && java.util.Arrays.equals(Files.readAllBytes(path), bytes)) {
      return false;
    }
    OwnFiles.write(path, bytes);
    return true;
  }

  private static void list(String sign, List<Entry> entries, PrintWriter out) {
    for (int i = 0; i < Math.min(SHOWN, entries.size()); i++) {
      out.println("  " + sign + " " + Texts.harmless(entries.get(i).toString()));
    }
    if (entries.size() > SHOWN) {
      out.println("  " + sign + " ... and " + (entries.size() - SHOWN) + " more");
    }
  }

  /** Says what stays open although all that was found is to be known. */
  static void leftOut(List<Result> results, PrintWriter out) {
    if (!results.isEmpty()) {
      out.println(
          plural(results.size(), "finding")
              + (results.size() == 1 ? " is" : " are")
              + " left out and still open, for what is not read would pass as clean"
              + (isAnyAboutWaivers(results)
                  ? ", and what is wrong with a waiver is for its owner to mend:"
                  : ":"));
      for (int i = 0; i < Math.min(SHOWN, results.size()); i++) {
        Result result = results.get(i);
        out.println(
            Texts.harmless(
                "  "
                    + result.finding().place()
                    + ": "
                    + result.finding().message()
                    + " ["
                    + result.finding().rule().id()
                    + "]"));
      }
      if (results.size() > SHOWN) {
        out.println("  ... and " + (results.size() - SHOWN) + " more");
      }
    }
  }

  private static boolean isAnyAboutWaivers(List<Result> results) {
    for (Result result : results) {
      if (CoreRules.ABOUT_WAIVERS.contains(result.finding().rule().id())) {
        return true;
      }
    }
    return false;
  }

  /** Says which rules broke, so that nothing is written. */
  static void print(List<Failure> failures, PrintWriter err) {
    for (Failure failure : failures) {
      err.println(
          Texts.harmless(
              "headgate: The rule "
                  + failure.rules()
                  + " broke on bundle '"
                  + failure.bundle()
                  + "': "
                  + failure.cause()
                  + ". What it would have found is not known, so nothing is written."));
    }
  }

  static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
