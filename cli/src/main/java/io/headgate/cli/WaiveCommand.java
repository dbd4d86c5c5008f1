package io.headgate.cli;

import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.policy.NamedFile;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.WaiverAppend;
import io.headgate.engine.policy.WaiverReader;
import io.headgate.engine.policy.Waivers;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Texts;
import io.headgate.engine.report.Waiver;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate waive}. */
final class WaiveCommand {

  /** What is waived is to be read, and 'headgate check --no-waivers' shows all of it. */
  private static final int SHOWN = 20;

  private WaiveCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "waive",
            "Adds a waiver to the file that the policy names: what RULE finds about RESOURCE does"
                + " not close the gate until a day. Says what that is now. Commit the file, and let"
                + " the approver agree to the change.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RULE")
            .index("0")
            .required(true)
            .type(String.class)
            .description("The id of the rule, as reports show it in brackets.")
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RESOURCE")
            .index("1")
            .required(true)
            .type(String.class)
            .description(
                "Kind and name in quotes, such as 'topic orders.v1'; * stands for any characters.")
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .index("2..*")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .converters(Path::of)
            .description("Where to look for what is waived now; by default the working directory.")
            .build());
    required(spec, "--reason", "TEXT", "Why the finding is accepted.");
    required(spec, "--until", "DAY", "The last day on which it is, such as 2027-01-31.");
    required(spec, "--owner", "NAME", "Who is to mend it.");
    required(spec, "--approver", "NAME", "Who agreed.");
    text(spec, "--attribute", "NAME", "Only findings about this attribute.");
    text(spec, "--bundle", "NAME", "Only findings in this bundle.");
    text(spec, "--environment", "NAME", "Only findings in bundles of this environment.");
    spec.addOption(
        OptionSpec.builder("--policy")
            .paramLabel("FILE")
            .type(Path.class)
            .converters(Path::of)
            .description(
                "The policy, which names the file under 'waivers'. By default the nearest"
                    + " headgate.yaml at or above the paths.")
            .build());
    spec.addOption(
        OptionSpec.builder("--force")
            .type(boolean.class)
            .description("Add it although it waives nothing now.")
            .build());
    Commands.packOptions(spec);
    Commands.exitCodes(
        spec,
        "The waiver is written.",
        "Not used: a waiver closes no gate.",
        "An option, a path, the policy or the file of waivers is wrong, or nothing is found that"
            + " the waiver is about.",
        "headgate or a rule broke: nothing is written.");
    return spec;
  }

  private static void required(CommandSpec spec, String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .paramLabel(label)
            .required(true)
            .type(String.class)
            .description(description)
            .build());
  }

  private static void text(CommandSpec spec, String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(String.class)
            .description(description)
            .build());
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) throws IOException {
    LocalDate until = until(parsed.matchedOptionValue("--until", ""));
    Scope scope =
        Scope.of(
            parsed.matchedPositionalValue(2, List.of(Path.of("."))),
            packs,
            parsed,
            terminal.environment());
    NamedFile file = file(scope);
    Path path = NamedFiles.path(scope, file);
    SourceText before =
        Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? NamedFiles.text(scope, file) : null;
    int count = before == null ? 0 : read(scope, before).size();
    Waiver wanted = waiver(parsed, file, until);
    String text = WaiverAppend.text(before, wanted);
    if (text == null) {
      throw otherForm(file);
    }
    List<Waiver> all = readAgain(scope, new SourceText(file.name(), text));
    Waiver added = all.isEmpty() ? wanted : all.get(all.size() - 1);
    if (all.size() != count + 1 || !says(added, wanted)) {
      throw otherForm(file);
    }
    Policy policy = scope.policy();
    Waivers waivers =
        Objects.requireNonNull(policy.waivers())
            .with(all, NamedFiles.sight(scope), WaiverFile.today());
    Report report =
        new Run(
                new DiskFiles(scope.root(), scope.paths()),
                scope.catalog(),
                policy.with(null).withWaivers(waivers),
                "",
                null,
                rule -> true,
                Progress.NONE)
            .report();
    if (!report.failures().isEmpty()) {
      BaselineCommand.print(report.failures(), terminal.err());
      return ExitCode.FAILURE;
    }
    List<Result> waived = new ArrayList<>();
    for (Result result : report.results()) {
      if (result.disposition() == added) {
        waived.add(result);
      }
    }
    if (waived.isEmpty() && !parsed.hasMatchedOption("--force")) {
      throw nothing(added, report);
    }
    OwnFiles.write(path, text.getBytes(StandardCharsets.UTF_8));
    tell(added, file, waived, report, terminal.out());
    return ExitCode.OPEN;
  }

  private static LocalDate until(String text) {
    LocalDate until;
    try {
      until = LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new UserError(
          "'--until' takes a day such as 2027-01-31, but was given '" + text + "'.");
    }
    if (until.isBefore(WaiverFile.today())) {
      throw new UserError("'--until' takes a day to come, but " + until + " has passed.");
    }
    return until;
  }

  private static NamedFile file(Scope scope) {
    PolicyFile policy = scope.file();
    if (policy == null) {
      throw new UserError(
          "There is no policy that could name a file of waivers; 'headgate init' writes one.");
    }
    Waivers waivers = scope.policy().waivers();
    NamedFile file = waivers == null ? null : waivers.file();
    if (file == null) {
      throw new UserError(
          "The policy '"
              + policy.source().file()
              + "' names no file of waivers. Add the line 'waivers: headgate-waivers.yaml' to it"
              + " and run this again.");
    }
    return file;
  }

  private static UserError otherForm(NamedFile file) {
    return new UserError(
        "A waiver cannot be added to '"
            + file.name()
            + "' as it is written. Write its waivers in lines that begin with a hyphen, or add"
            + " this one by hand.");
  }

  private static Waiver waiver(ParseResult parsed, NamedFile file, LocalDate until) {
    return new Waiver(
        Place.startOf(file.name()),
        parsed.matchedPositionalValue(0, ""),
        new Waiver.Scope(
            option(parsed, "--bundle"),
            option(parsed, "--environment"),
            parsed.matchedPositionalValue(1, ""),
            option(parsed, "--attribute")),
        parsed.matchedOptionValue("--reason", ""),
        parsed.matchedOptionValue("--owner", ""),
        parsed.matchedOptionValue("--approver", ""),
        until);
  }

  private static @Nullable String option(ParseResult parsed, String name) {
    return parsed.matchedOptionValue(name, (String) null);
  }

  private static List<Waiver> read(Scope scope, SourceText source) {
    Policy policy = scope.policy();
    return WaiverReader.read(
        source, policy, Objects.requireNonNull(policy.waivers()), scope.catalog());
  }

  /** What was there has been read before, so what is wrong now was said on the command line. */
  private static List<Waiver> readAgain(Scope scope, SourceText source) {
    try {
      return read(scope, source);
    } catch (UserError e) {
      List<UserError.Message> messages = new ArrayList<>();
      for (UserError.Message message : e.messages()) {
        messages.add(new UserError.Message(null, message.text()));
      }
      throw new UserError(messages);
    }
  }

  private static boolean says(Waiver one, Waiver other) {
    return one.rule().equals(other.rule())
        && one.scope().equals(other.scope())
        && one.reason().equals(other.reason())
        && one.owner().equals(other.owner())
        && one.approver().equals(other.approver())
        && one.until().equals(other.until());
  }

  private static UserError nothing(Waiver added, Report report) {
    TreeSet<String> found = new TreeSet<>();
    for (Result result : report.results()) {
      if (result.finding().rule().id().equals(added.rule()) && result.isOpen()) {
        found.add(result.finding().resource().toString());
      }
    }
    String wanted = added.scope().resource();
    return new UserError(
        "'"
            + added.rule()
            + "' finds nothing about '"
            + added.scope()
            + "' that is not waived yet, so nothing is written."
            + (found.isEmpty()
                ? ""
                : found.contains(wanted)
                    ? " It finds something about another attribute, bundle or environment."
                    : " It finds something about '" + closest(wanted, found) + "'.")
            + " '--force' writes a waiver for what is yet to come.");
  }

  private static String closest(String wanted, Set<String> found) {
    String nearest = Nearest.to(wanted, found);
    return nearest == null ? found.iterator().next() : nearest;
  }

  private static void tell(
      Waiver added, NamedFile file, List<Result> waived, Report report, PrintWriter out) {
    out.println(
        Texts.harmless(
            file.name()
                + ": '"
                + added.rule()
                + "' is waived for '"
                + added.scope()
                + "' until "
                + added.until()
                + (waived.isEmpty()
                    ? ". It waives nothing now."
                    : ". It waives "
                        + BaselineCommand.plural(waived.size(), "finding")
                        + " now:")));
    for (int i = 0; i < Math.min(SHOWN, waived.size()); i++) {
      Result result = waived.get(i);
      out.println(
          Texts.harmless("  " + result.finding().place() + ": " + result.finding().message()));
    }
    if (waived.size() > SHOWN) {
      out.println("  ... and " + (waived.size() - SHOWN) + " more");
    }
    for (Result result : report.results()) {
      if (result.finding().rule().id().equals("waiver-over-broad")
          && result.finding().place().equals(added.place())) {
        out.println(Texts.harmless(result.finding().message()));
      }
    }
  }
}
