package io.headgate.cli;

import io.headgate.engine.Inspection;
import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.view.InspectionJson;
import io.headgate.engine.view.InspectionText;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate inspect}. */
final class InspectCommand {

  private static final List<String> FORMATS = List.of("text", "json");

  private InspectCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "inspect",
            "Shows what check would look at: the files that are read and by which dialect, the files"
                + " that are skipped and why, and the resources with their places.");
    Scope.options(
        spec,
        "The policy, which may say what belongs together. By default the nearest"
            + " headgate.yaml at or above the paths.");
    spec.addOption(ReportTarget.option(FORMATS, "text or json"));
    Commands.exitCodes(
        spec,
        "There is an answer, be it that nothing is read.",
        "Not used: an answer closes no gate.",
        "An option, a path or the policy is wrong.",
        "headgate broke: there is no answer to trust.");
    return spec;
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) throws IOException {
    List<ReportTarget> targets = ReportTarget.of(parsed, FORMATS);
    Scope scope = Scope.of(parsed, packs, terminal.environment());
    Inspection inspection =
        new Run(
                new DiskFiles(scope.root(), scope.paths()),
                scope.catalog(),
                scope.policy(),
                parsed.matchedOptionValue("--environment", ""),
                null,
                rule -> false,
                Progress.NONE)
            .inspect();
    for (ReportTarget target : targets) {
      target.write(
          target.format().equals("json")
              ? InspectionJson.of(inspection)
              : InspectionText.of(inspection),
          terminal);
    }
    return ExitCode.OPEN;
  }
}
