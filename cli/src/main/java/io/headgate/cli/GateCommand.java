package io.headgate.cli;

import io.headgate.engine.error.UserError;
import io.headgate.engine.permit.Differences;
import io.headgate.engine.permit.Evidence;
import io.headgate.engine.report.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate gate}, and what it shares with a check that gives a permit. */
final class GateCommand {

  /** How many differences are told. */
  private static final int TOLD = 20;

  private final ParseResult parsed;
  private final Terminal terminal;
  private final Grounds grounds;
  private final @Nullable Path permit;
  private boolean written;

  private GateCommand(ParseResult parsed, Terminal terminal) {
    this.parsed = parsed;
    this.terminal = terminal;
    this.grounds = new Grounds(parsed);
    this.permit = parsed.matchedOptionValue("--permit", (Path) null);
  }

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "gate",
            "Judges as 'headgate check' does, and runs COMMAND, which applies, only if the gate is"
                + " open and what was judged is still the same. COMMAND is run as it stands,"
                + " without a shell, in this directory; what it is given stays its own affair.");
    CheckCommand.options(spec, true);
    spec.usageMessage()
        .customSynopsis("headgate gate [OPTIONS] PATH... -- COMMAND [ARGUMENT...]%n");
    return spec;
  }

  /** A check that gives a permit. */
  static ExitCode check(ParseResult parsed, Packs packs, Terminal terminal) throws IOException {
    GateCommand gate = new GateCommand(parsed, terminal);
    ExitCode code = gate.judge(packs);
    return code == ExitCode.OPEN && gate.passed() == null ? ExitCode.CLOSED : code;
  }

  /**
   * The gate.
   *
   * @param command what to run; null if there was no {@code --}
   * @return the exit code of the command, or headgate's own if it was not run
   */
  static int run(ParseResult parsed, @Nullable List<String> command, Packs packs, Terminal terminal)
      throws IOException {
    if (command == null || command.isEmpty() || command.get(0).isEmpty()) {
      throw new UserError(
          "There is no command to run behind the gate. Write it after '--', such as 'headgate gate"
              + " kafka -- kubectl apply -f kafka'.");
    }
    Child child = new Child(command);
    String why = "there is no verdict";
    boolean asked = false;
    GateCommand gate = new GateCommand(parsed, terminal);
    try {
      child.refuseMissing();
      ExitCode code = gate.judge(packs);
      if (code == ExitCode.CLOSED) {
        why = "the gate is closed";
      }
      if (code != ExitCode.OPEN) {
        return code.code();
      }
      why = "headgate cannot vouch for it";
      Evidence judged = gate.passed();
      if (judged == null || !gate.isSame(judged)) {
        why = "what was judged has changed since";
        return ExitCode.CLOSED.code();
      }
      gate.say("The gate is open; " + child.shown() + " is run.");
      terminal.flush();
      why = "it could not be started";
      child.start();
      asked = true;
      return gate.ended(child, judged);
    } finally {
      if (!asked) {
        gate.takeBack();
        terminal.err().println("headgate: " + child.shown() + " was not run: " + why + ".");
      }
    }
  }

  private ExitCode judge(Packs packs) throws IOException {
    if (parsed.hasMatchedOption("--staged")) {
      throw new UserError(
          "'--staged' judges what the next commit would hold, but "
              + (permit == null
                  ? "what applies takes what lies on the disk"
                  : "a permit speaks of what lies on the disk")
              + "; leave it out.");
    }
    PermitFile.prepare(permit);
    ExitCode code = CheckCommand.judge(parsed, packs, terminal, grounds);
    if (code != ExitCode.OPEN && permit != null) {
      say("No permit is written, for the gate is not open.");
    }
    return code;
  }

  /**
   * What was judged, with its permit written; null if it was not the same each time it was read.
   *
   * @throws UserError if it cannot be hashed, or the permit cannot be written
   */
  private @Nullable Evidence passed() throws IOException {
    Evidence judged = grounds.judged();
    List<String> unsteady = grounds.unsteady();
    if (!unsteady.isEmpty()) {
      say(
          "The gate is closed after all: '"
              + unsteady.get(0)
              + "' changed while it was judged."
              + (permit == null ? "" : " No permit is written."));
      return null;
    }
    if (permit != null) {
      PermitFile.write(permit, grounds, judged, parsed, terminal);
      written = true;
    }
    return judged;
  }

  /** Whether all is as it was judged; says what is not. */
  private boolean isSame(Evidence judged) {
    List<String> differences;
    try {
      differences = Differences.between(judged, grounds.now());
    } catch (UserError e) {
      differences = List.of("unreadable now: " + e.getMessage());
    } catch (RuntimeException | IOException e) {
      differences = List.of("unreadable now (" + e.getClass().getSimpleName() + ")");
    }
    tell(differences);
    return differences.isEmpty();
  }

  /** Where the command was not run, or not on what was judged, there is to be no permit. */
  private void takeBack() throws IOException {
    if (written && permit != null && Files.isRegularFile(permit)) {
      Files.delete(permit);
    }
  }

  private void tell(List<String> differences) {
    for (String difference : differences.subList(0, Math.min(TOLD, differences.size()))) {
      say(difference);
    }
    if (differences.size() > TOLD) {
      say("and " + (differences.size() - TOLD) + " more.");
    }
  }

  private int ended(Child child, Evidence judged) throws IOException {
    int code = child.await();
    if (isSame(judged)) {
      say(child.shown() + " ended with exit code " + code + ", on what was judged.");
      return code;
    }
    takeBack();
    say(
        child.shown()
            + " ended with exit code "
            + code
            + ", but what was judged changed while it ran: what it applied may not be what was"
            + " judged.");
    return ExitCode.CHANGED.code();
  }

  private void say(String text) {
    terminal.err().println(Texts.harmless("headgate: " + text));
  }
}
