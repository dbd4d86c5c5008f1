package io.headgate.cli;

import io.headgate.engine.Inspection;
import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.init.Codeowners;
import io.headgate.engine.init.PolicyDraft;
import io.headgate.engine.policy.Baseline;
import io.headgate.engine.policy.BaselineUpdate;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.engine.policy.Sight;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Texts;
import io.headgate.engine.report.Verdict;
import io.headgate.spi.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate init}. */
final class InitCommand {

  /** The rule whose pattern is guessed, where there is such a rule. */
  private static final String NAMING = "topic-unconventional-name";

  private InitCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "init",
            "Looks at the landscape below PATH and writes a policy to begin with, headgate.yaml:"
                + " what it guesses is marked and says why. What is found now goes into a baseline,"
                + " so that the gate is open and only new findings close it.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity("0..1")
            .type(Path.class)
            .converters(Path::of)
            .description(
                "The directory to judge, and to write to; by default the working directory.")
            .build());
    spec.addOption(
        OptionSpec.builder("--force")
            .type(boolean.class)
            .description("Overwrite a policy and a baseline that are there.")
            .build());
    spec.addOption(
        OptionSpec.builder("--print")
            .type(boolean.class)
            .description("Print the policy and write nothing.")
            .build());
    Commands.exitCodes(
        spec,
        "The policy is written, or printed.",
        "Not used: a new policy closes no gate.",
        "An option or the path is wrong, a file is in the way, or there is nothing to judge.",
        "headgate or a rule broke: nothing is written.");
    return spec;
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) throws IOException {
    Path given = parsed.matchedPositionalValue(0, Path.of(""));
    Path directory = given.toAbsolutePath().normalize();
    if (!Files.isDirectory(directory)) {
      throw new UserError("There is no directory '" + given + "'.");
    }
    Path policyFile = directory.resolve(PolicyReader.FILE);
    Path baselineFile = directory.resolve(PolicyReader.BASELINE);
    boolean force = parsed.hasMatchedOption("--force");
    boolean print = parsed.hasMatchedOption("--print");
    if (!force && !print) {
      refuseIfThere(policyFile, given);
      refuseIfThere(baselineFile, given);
    }
    Catalog catalog = packs.catalog();
    Inspection inspection = look(directory, catalog);
    PolicyDraft draft = new PolicyDraft(inspection, catalog.rule(NAMING), codeowners(directory));
    SourceText text = new SourceText(PolicyReader.FILE, draft.text(true));
    Policy policy = PolicyReader.read(text, catalog);
    Baseline baseline = Objects.requireNonNull(policy.baseline()).with(Map.of(), Sight.ALL);
    Report report = run(directory, catalog, policy.with(null)).report();
    if (!report.failures().isEmpty()) {
      BaselineCommand.print(report.failures(), terminal.err());
      return ExitCode.FAILURE;
    }
    BaselineUpdate update = BaselineUpdate.of(baseline, report, true, false);
    boolean named = update.size() > 0 || isThere(baselineFile);
    String written = draft.text(named);
    if (print) {
      terminal.out().print(written);
      return ExitCode.OPEN;
    }
    Map<Path, byte[]> files = new LinkedHashMap<>();
    if (named) {
      files.put(baselineFile, update.text().getBytes(StandardCharsets.UTF_8));
    }
    files.put(policyFile, written.getBytes(StandardCharsets.UTF_8));
    OwnFiles.write(files);
    tell(given, draft, report, update, named, terminal.out());
    Path above = above(directory);
    if (above != null) {
      terminal
          .out()
          .println(
              "\nThe policy '"
                  + Texts.harmless(above.toString())
                  + "' no longer holds for this directory.");
    }
    return ExitCode.OPEN;
  }

  private static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static void refuseIfThere(Path file, Path given) {
    if (isThere(file)) {
      throw new UserError(
          "There is a '"
              + given.resolve(file.getFileName())
              + "' already. To take what is found now as known, have the policy say 'baseline: "
              + PolicyReader.BASELINE
              + "' and run 'headgate baseline'; to begin anew, say '--force', which overwrites both"
              + " files.");
    }
  }

  /** What is there as it is; refused like a check if that is nothing. */
  private static Inspection look(Path directory, Catalog catalog) throws IOException {
    Run run = run(directory, catalog, Policy.NONE);
    Inspection inspection = run.inspect();
    return inspection.bundles().isEmpty()
        ? new Inspection(List.of(), List.of(), run.bundles())
        : inspection;
  }

  private static Run run(Path directory, Catalog catalog, Policy policy) {
    return new Run(
        new DiskFiles(directory, List.of(directory)),
        catalog,
        policy,
        "",
        null,
        rule -> true,
        Progress.NONE);
  }

  /** Who owns which files; nothing where the directory is not the root of its repository. */
  private static Codeowners codeowners(Path directory) {
    for (String place : Codeowners.PLACES) {
      Path file = directory.resolve(place);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        try {
          return new Codeowners(PolicyFile.text(file, "file", place));
        } catch (UserError e) {
          return Codeowners.NONE; // It would only have helped to guess.
        }
      }
    }
    return Codeowners.NONE;
  }

  /** The policy that held for the directory so far; null if there is none. */
  private static @Nullable Path above(Path directory) {
    Path parent = directory.getParent();
    return parent == null || isThere(directory.resolve(".git")) ? null : PolicyFile.nearest(parent);
  }

  private static void tell(
      Path given,
      PolicyDraft draft,
      Report report,
      BaselineUpdate update,
      boolean named,
      PrintWriter out) {
    out.println(
        "Wrote "
            + Texts.harmless(given.resolve(PolicyReader.FILE).toString())
            + (named
                ? " and " + Texts.harmless(given.resolve(PolicyReader.BASELINE).toString())
                : "")
            + " for "
            + BaselineCommand.plural(report.resources(), "resource")
            + " in "
            + BaselineCommand.plural(report.files(), "file")
            + ", "
            + BaselineCommand.plural(report.bundles().size(), "bundle")
            + ".");
    List<String> guesses = draft.guesses();
    if (!guesses.isEmpty()) {
      out.println("Guessed, and marked so in the policy:");
      for (String guess : guesses) {
        out.println("  " + Texts.harmless(guess));
      }
    }
    out.println(
        update.size() == 0
            ? "Nothing was found."
            : "Known from now on: " + counts(report, update.leftOut()) + ".");
    BaselineCommand.leftOut(update.leftOut(), out);
    boolean open = report.with(update.leftOut()).verdict() == Verdict.OPEN;
    out.println("The gate is " + (open ? "open" : "closed") + ".");
    String path = given.toString().isEmpty() ? "." : given.toString();
    out.println();
    out.println("Next:");
    out.println(
        "  1. Read the policy, mend what is guessed wrong, and commit "
            + (named ? "both files." : "it."));
    out.println(
        "  2. Let your pipeline run 'headgate check "
            + Texts.harmless(path)
            + "': what is new closes the gate.");
    out.println(
        named
            ? "  3. Mend what is known in your own time ('headgate check "
                + Texts.harmless(path)
                + " --no-baseline' shows it); 'headgate baseline "
                + Texts.harmless(path)
                + " --prune' takes it out."
            : "  3. See what is judged: 'headgate inspect "
                + Texts.harmless(path)
                + "' names each file and resource.");
  }

  private static String counts(Report report, List<Result> leftOut) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      long count = report.count(severity);
      for (Result result : leftOut) {
        count -= result.severity() == severity ? 1 : 0;
      }
      if (count > 0) {
        counts.add(BaselineCommand.plural(count, severity.word()));
      }
    }
    return String.join(", ", counts);
  }
}
