package io.headgate.cli;

import io.headgate.engine.KnownDialects;
import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.error.Failure;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.fix.Fixed;
import io.headgate.engine.fix.Fixed.Changed;
import io.headgate.engine.fix.Fixing;
import io.headgate.engine.fix.UnifiedDiff;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Texts;
import io.headgate.spi.Fix;
import io.headgate.spi.Nearest;
import io.headgate.spi.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate fix}. */
final class FixCommand {

  private static final String NOTHING = "There is nothing that can be mended by a machine.";

  private FixCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "fix",
            "Shows, as a patch, how findings can be mended whose rules know it; changes nothing"
                + " without --apply. Each fix is tried first: one that brings another finding is"
                + " left out.");
    Scope.options(
        spec,
        "The policy. By default the nearest headgate.yaml at or above the paths; without one"
            + " every rule holds as its author made it.");
    spec.addOption(
        OptionSpec.builder("--rule")
            .paramLabel("ID")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .description("Mend only what this rule finds. May be given several times.")
            .build());
    spec.addOption(
        OptionSpec.builder("--unsafe")
            .type(boolean.class)
            .description("Also fixes that may change what the landscape does; read them.")
            .build());
    spec.addOption(
        OptionSpec.builder("--apply").type(boolean.class).description("Write the files.").build());
    Commands.exitCodes(
        spec,
        "There is nothing to mend, or it is mended.",
        "There are fixes, which --apply would write.",
        "An option, a path or the policy is wrong, or there is nothing to judge.",
        "headgate or a rule broke, or a file changed meanwhile: it is left as it is.");
    return spec;
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) throws IOException {
    Scope scope = Scope.of(parsed, packs, terminal.environment());
    Set<String> rules = rules(parsed.matchedOptionValue("--rule", List.<String>of()), scope);
    boolean unsafe = parsed.hasMatchedOption("--unsafe");
    Policy policy = scope.policy().with(null);
    Policy judging = policy.waivers() == null ? policy : WaiverFile.read(scope, policy);
    DiskFiles files = new DiskFiles(scope.root(), scope.paths());
    Fixed fixed =
        new Fixing(
                files,
                tree ->
                    new Run(
                            tree,
                            scope.catalog(),
                            judging,
                            parsed.matchedOptionValue("--environment", ""),
                            null,
                            rule -> true,
                            Progress.NONE)
                        .report(),
                new KnownDialects(),
                result -> isWanted(result, rules, unsafe))
            .run();
    Report before = fixed.before();
    if (!before.failures().isEmpty()) {
      for (Failure failure : before.failures()) {
        terminal
            .err()
            .println("headgate: " + Texts.harmless(failure.rules() + ": " + failure.cause()));
      }
      return ExitCode.FAILURE;
    }
    boolean apply = parsed.hasMatchedOption("--apply");
    ExitCode code = apply ? apply(fixed, scope, files, terminal) : show(fixed, scope, terminal);
    kept(fixed, terminal.err());
    return code;
  }

  private static Set<String> rules(List<String> asked, Scope scope) {
    Set<String> known = new TreeSet<>();
    for (Rule rule : scope.catalog().rules()) {
      known.add(rule.id());
    }
    for (String id : asked) {
      if (!known.contains(id)) {
        throw new UserError("There is no rule '" + id + "'." + Nearest.hint(id, known));
      }
    }
    return new LinkedHashSet<>(asked);
  }

  private static boolean isWanted(Result result, Set<String> rules, boolean unsafe) {
    Fix fix = result.finding().fix();
    return fix != null
        && (unsafe || fix.safe())
        && (rules.isEmpty() || rules.contains(result.finding().rule().id()));
  }

  private static ExitCode show(Fixed fixed, Scope scope, Terminal terminal) {
    Path working = Path.of("").toAbsolutePath().normalize();
    boolean inside = scope.root().startsWith(working);
    for (Changed changed : fixed.files()) {
      String file = changed.file();
      String path =
          inside
              ? working.relativize(scope.root().resolve(file)).toString().replace('\\', '/')
              : file;
      String diff =
          UnifiedDiff.of(
              changed,
              path,
              fixed.before().sources().text(file),
              fixed.after().sources().text(file));
      if (diff == null) {
        terminal
            .err()
            .println(
                Texts.harmless(file)
                    + " has a fix that is not shown, because there is a secret in its lines or"
                    + " beside them; --apply writes it.");
      } else {
        terminal.out().print(diff);
      }
    }
    if (fixed.files().isEmpty()) {
      terminal.err().println(NOTHING);
      return ExitCode.OPEN;
    }
    terminal
        .err()
        .println(
            plural(fixed.mended().size(), "finding")
                + " can be mended in "
                + plural(fixed.files().size(), "file")
                + "; --apply writes "
                + (fixed.files().size() == 1 ? "it." : "them."));
    if (!inside) {
      terminal.err().println("The paths of the patch are relative to " + scope.root() + ".");
    }
    return ExitCode.CLOSED;
  }

  private static ExitCode apply(Fixed fixed, Scope scope, DiskFiles files, Terminal terminal) {
    List<String> problems = FixedFiles.write(fixed.files(), scope.root(), files);
    for (String problem : problems) {
      terminal.err().println("headgate: " + Texts.harmless(problem));
    }
    if (!problems.isEmpty()) {
      return ExitCode.FAILURE;
    }
    for (Result result : fixed.mended()) {
      terminal.out().println(line(result) + "mended.");
    }
    terminal
        .out()
        .println(
            fixed.files().isEmpty()
                ? NOTHING
                : plural(fixed.mended().size(), "finding")
                    + " mended in "
                    + plural(fixed.files().size(), "file")
                    + ".");
    return ExitCode.OPEN;
  }

  private static void kept(Fixed fixed, PrintWriter err) {
    for (Fixed.Kept kept : fixed.kept()) {
      err.println(line(kept.result()) + "not mended: " + Texts.harmless(kept.why()));
    }
  }

  private static String line(Result result) {
    return Texts.harmless(result.finding().place() + ": " + result.finding().rule().id()) + ": ";
  }

  private static String plural(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
