package io.headgate.cli;

import io.headgate.engine.error.PackFailure;
import io.headgate.engine.error.UserError;
import io.headgate.engine.report.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program. */
public final class Main {

  private Main() {}

  /** Runs headgate and ends the process with its exit code. */
  public static void main(String[] args) {
    Terminal terminal =
        Terminal.of(
            new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
    int code = run(List.of(args), terminal);
    terminal.flush();
    // Nothing waits to be tidied up: halting spares the shutdown.
    Runtime.getRuntime().halt(code);
  }

  static int run(List<String> args, Terminal terminal) {
    try {
      return execute(args, terminal);
    } catch (UserError e) {
      print(e, terminal);
      return ExitCode.USER_ERROR.code();
    } catch (PackFailure e) {
      terminal.err().println("headgate: " + e.getMessage() + " There is no verdict.");
      return ExitCode.FAILURE.code();
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      terminal.err().println("headgate: " + broke(e));
      if (!terminal.environment().getOrDefault("HEADGATE_DEBUG", "").isEmpty()) {
        e.printStackTrace(terminal.err());
      }
      return ExitCode.FAILURE.code();
    }
  }

  /** Says on standard error what the user told headgate wrong. */
  static void print(UserError error, Terminal terminal) {
    for (UserError.Message message : error.messages()) {
      String place = message.place() == null ? "" : message.place() + ": ";
      // A rule pack is written by strangers, and what it says may be quoted here.
      terminal.err().println(Texts.harmless("headgate: " + place + message.text()));
    }
  }

  private static String broke(Throwable e) {
    if (e instanceof OutOfMemoryError) {
      return "There is not enough memory; give more with JAVA_TOOL_OPTIONS=-Xmx4g.";
    }
    StackTraceElement[] trace = e.getStackTrace();
    return "headgate itself broke ("
        + e.getClass().getName()
        + (trace.length == 0 ? "" : " at " + trace[0])
        + "); there is no verdict. HEADGATE_DEBUG=1 shows more.";
  }

  private static int execute(List<String> all, Terminal terminal) throws IOException {
    int behind = !all.isEmpty() && all.get(0).equals("gate") ? all.indexOf("--") : -1;
    List<String> args = behind < 0 ? all : all.subList(0, behind);
    if (args.contains("--staged")
        && Staged.isPlain(args)
        && !Staged.isAny(List.of(Path.of("")), terminal)) {
      return Staged.nothing(terminal).code();
    }
    Packs packs = Packs.load();
    CommandLine line = Commands.line(version(), args);
    ParseResult parsed;
    try {
      parsed = line.parseArgs(args.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new UserError(Misspelt.message(e));
    }
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    CommandLine command = last.commandSpec().commandLine();
    if (last.isUsageHelpRequested()) {
      terminal.out().print(Commands.usage(command, terminal.colour()));
      return ExitCode.OPEN.code();
    }
    if (parsed.isVersionHelpRequested()) {
      terminal.out().println(line.getCommandSpec().version()[0]);
      return ExitCode.OPEN.code();
    }
    CommandSpec parent = last.commandSpec().parent();
    if (parent != null && parent.name().equals("pack")) {
      return PackCommand.run(last, terminal).code();
    }
    if (parent != null && parent.name().equals("permit")) {
      return PermitCommand.run(last, packs, terminal).code();
    }
    if (last.commandSpec().name().equals("gate")) {
      List<String> behindGate = behind < 0 ? null : all.subList(behind + 1, all.size());
      return GateCommand.run(last, behindGate, packs, terminal);
    }
    ExitCode code = answer(last, packs, line, terminal);
    return code.code();
  }

  private static ExitCode answer(ParseResult last, Packs packs, CommandLine line, Terminal terminal)
      throws IOException {
    return switch (last.commandSpec().name()) {
      case "check" -> CheckCommand.run(last, packs, terminal);
      case "access" -> AccessCommand.run(last, packs, terminal);
      case "baseline" -> BaselineCommand.run(last, packs, terminal);
      case "dialects" -> DialectsCommand.run(last, terminal);
      case "drift" -> DriftCommand.run(last, packs, terminal);
      case "explain" -> ExplainCommand.run(last, packs, terminal);
      case "fix" -> FixCommand.run(last, packs, terminal);
      case "init" -> InitCommand.run(last, packs, terminal);
      case "inspect" -> InspectCommand.run(last, packs, terminal);
      case "lineage" -> LineageCommand.run(last, packs, terminal);
      case "serve" -> ServeCommand.run(last, packs, terminal);
      case "rules" -> RulesCommand.run(last, packs, terminal);
      case "snapshot" -> SnapshotCommand.run(last, terminal);
      case "test" -> TestCommand.run(last, packs, terminal);
      case "waive" -> WaiveCommand.run(last, packs, terminal);
      case "watch" -> WatchCommand.run(last, packs, terminal);
      case "completion" -> {
        terminal.out().print(Commands.completion(line));
        yield ExitCode.OPEN;
      }
      default -> {
        terminal.err().print(Commands.usage(last.commandSpec().commandLine(), false));
        yield ExitCode.USER_ERROR;
      }
    };
  }

  /** The version of this headgate; {@code development} where it runs from loose classes. */
  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
