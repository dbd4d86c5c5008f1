package io.headgate.cli;

import io.headgate.engine.document.Documents;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.RulePack;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The program. */
public final class Main {

  private Main() {}

  /** Runs headgate and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    CommandSpec check = CommandSpec.create();
    check.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .build());
    check.addOption(OptionSpec.builder("--report").paramLabel("FORMAT").type(String.class).build());
    CommandSpec headgate = CommandSpec.create().name("headgate");
    headgate.addOption(
        OptionSpec.builder("--version").versionHelp(true).type(boolean.class).build());
    headgate.addOption(
        OptionSpec.builder("--help", "-h").usageHelp(true).type(boolean.class).build());
    headgate.version("headgate " + version());
    headgate.addSubcommand("check", check);
    CommandLine line = new CommandLine(headgate);
    line.setOut(new java.io.PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new java.io.PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setExecutionStrategy(parsed -> execute(parsed, line, out));
    return line.execute(args);
  }

  private static int execute(ParseResult parsed, CommandLine line, PrintStream out) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    if (!parsed.hasSubcommand()) {
      line.usage(line.getErr());
      return 2;
    }
    return check(parsed.subcommand().matchedPositionalValue(0, List.<Path>of()), out);
  }

  private static int check(List<Path> paths, PrintStream out) {
    int packs = 0;
    for (RulePack pack : ServiceLoader.load(RulePack.class)) {
      packs += pack.id().isEmpty() ? 0 : 1;
    }
    int documents = 0;
    for (Path path : paths) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          documents +=
              Documents.read(new SourceText(file.toString(), Files.readString(file)))
                  .documents()
                  .size();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    out.println(packs + " packs, " + documents + " documents, " + AclOperation.ALL);
    return 0;
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
