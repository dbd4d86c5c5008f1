package io.headgate.cli;

import io.headgate.engine.error.UserError;
import io.headgate.engine.pack.OpenPack;
import io.headgate.engine.pack.PackInspection;
import io.headgate.engine.pack.PackLoader;
import io.headgate.engine.pack.PackTemplate;
import io.headgate.engine.pack.PolicyPacks;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate pack} and the commands below it. */
final class PackCommand {

  private PackCommand() {}

  static CommandSpec spec() {
    CommandSpec pack =
        Commands.spec(
            "pack",
            "Makes, shows and pins rule packs: the rules that an organisation writes itself. A pack"
                + " is a directory, a zip or a jar with a pack.yaml; 'headgate test' runs its pages.");
    pack.addSubcommand("new", fresh());
    pack.addSubcommand("build", build());
    pack.addSubcommand("inspect", inspect());
    pack.addSubcommand("lock", lock());
    return pack;
  }

  private static CommandSpec fresh() {
    CommandSpec spec =
        Commands.spec(
            "new",
            "Makes a pack to start from, in a new directory: two rules in DRL with settings and"
                + " pages, which pass 'headgate test' as they are.");
    spec.addPositional(directory("The new directory."));
    spec.addOption(
        OptionSpec.builder("--java")
            .type(boolean.class)
            .description(
                "A Maven project with a rule in Java instead. Java checkers are code with the rights"
                    + " of the process; DRL rules can only look and report.")
            .build());
    spec.addOption(
        OptionSpec.builder("--id")
            .paramLabel("ID")
            .type(String.class)
            .description(
                "The id of the pack, which its rules begin with; by default the directory's name.")
            .build());
    return spec;
  }

  private static CommandSpec build() {
    CommandSpec spec =
        Commands.spec(
            "build",
            "Packs a directory into a zip with its DRL compiled, so that it starts fast wherever it"
                + " is used. The same content gives the same bytes on the same Java.");
    spec.addPositional(directory("The directory of the pack."));
    spec.addOption(
        OptionSpec.builder("--output", "-o")
            .paramLabel("FILE")
            .type(Path.class)
            .converters(Path::of)
            .description("The file; by default ID-VERSION.zip in the working directory.")
            .build());
    Commands.cacheOptions(spec);
    return spec;
  }

  private static PositionalParamSpec directory(String description) {
    return pack(description).toBuilder().paramLabel("DIR").build();
  }

  private static CommandSpec inspect() {
    CommandSpec spec =
        Commands.spec(
            "inspect",
            "Shows what a pack is: id, version, digest, rules and settings with their places, and"
                + " whether it contains code that runs with the rights of the process. Runs nothing"
                + " of the pack.");
    spec.addPositional(pack("The pack: a directory, a zip or a jar."));
    spec.addOption(
        OptionSpec.builder("--run-code")
            .type(boolean.class)
            .description(
                "Load the Java checkers of the pack too, to list their rules: this runs code of the"
                    + " pack.")
            .build());
    Commands.cacheOptions(spec);
    return spec;
  }

  private static CommandSpec lock() {
    CommandSpec spec =
        Commands.spec(
            "lock",
            "Writes headgate.lock beside the policy: the version and digest of each pack that the"
                + " policy names. From then on check refuses any other content of these packs."
                + " Run it again when a pack is meant to change, and commit the file.");
    spec.addOption(Commands.policyOption());
    return spec;
  }

  static PositionalParamSpec pack(String description) {
    return PositionalParamSpec.builder()
        .paramLabel("PACK")
        .arity("1")
        .required(true)
        .type(Path.class)
        .converters(Path::of)
        .description(description)
        .build();
  }

  static ExitCode run(ParseResult parsed, Terminal terminal) {
    return switch (parsed.commandSpec().name()) {
      case "new" -> fresh(parsed, terminal);
      case "build" -> build(parsed, terminal);
      case "inspect" -> inspect(parsed, terminal);
      default -> lock(parsed, terminal);
    };
  }

  private static ExitCode fresh(ParseResult parsed, Terminal terminal) {
    Path directory = parsed.matchedPositionalValue(0, Path.of(""));
    String id = parsed.matchedOptionValue("--id", (String) null);
    boolean java = parsed.hasMatchedOption("--java");
    PackTemplate template =
        new PackTemplate(id == null ? PackTemplate.idOf(directory) : id, Main.version());
    for (String file : template.write(directory, java)) {
      terminal.out().println("  " + directory.resolve(file));
    }
    terminal
        .out()
        .println(
            java
                ? "Next: mvn -f " + directory.resolve("pom.xml") + " verify"
                : "Next: headgate test " + directory);
    return ExitCode.OPEN;
  }

  private static ExitCode build(ParseResult parsed, Terminal terminal) {
    OpenPack pack = FilePacks.open(parsed.matchedPositionalValue(0, Path.of("")));
    Path named = parsed.matchedOptionValue("--output", (Path) null);
    Path file = named == null ? Path.of(pack.id() + "-" + pack.version() + ".zip") : named;
    PackTools.of(parsed, terminal.environment()).builder().build(pack, file);
    OpenPack built = FilePacks.open(file);
    terminal.out().println(file + " " + built.digest());
    return ExitCode.OPEN;
  }

  private static ExitCode inspect(ParseResult parsed, Terminal terminal) {
    OpenPack pack = FilePacks.open(parsed.matchedPositionalValue(0, Path.of("")));
    PackLoader loader = PackTools.of(parsed, terminal.environment()).loader();
    terminal
        .out()
        .print(
            pack.hasCode() && !parsed.hasMatchedOption("--run-code")
                ? PackInspection.text(pack)
                : PackInspection.text(loader.load(pack)));
    return ExitCode.OPEN;
  }

  private static ExitCode lock(ParseResult parsed, Terminal terminal) {
    PolicyFile policy = Commands.policy(parsed);
    if (policy == null) {
      throw new UserError(
          "There is no headgate.yaml at or above the working directory; name the policy with"
              + " '--policy FILE'.");
    }
    PolicyPacks packs = FilePacks.of(policy);
    List<OpenPack> locked = packs.writeLock(policy.packs());
    for (OpenPack pack : locked) {
      terminal.out().println(pack.id() + " " + pack.version() + " " + pack.digest());
    }
    terminal
        .out()
        .println(
            "Locked "
                + locked.size()
                + (locked.size() == 1 ? " pack in " : " packs in ")
                + packs.lockFile()
                + "; commit it.");
    return ExitCode.OPEN;
  }
}
