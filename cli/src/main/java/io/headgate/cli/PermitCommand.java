package io.headgate.cli;

import io.headgate.engine.document.Limits;
import io.headgate.engine.error.UserError;
import io.headgate.engine.permit.Differences;
import io.headgate.engine.permit.Permit;
import io.headgate.engine.permit.PermitReader;
import io.headgate.engine.report.Texts;
import io.headgate.spi.Severity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate permit} and the command below it. */
final class PermitCommand {

  private static final String NEW_ONLY = "new-only";

  /** How many differences are told. */
  private static final int TOLD = 100;

  /** Clocks differ a little. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private PermitCommand() {}

  static CommandSpec spec() {
    CommandSpec permit =
        Commands.spec(
            "permit",
            "Looks at permits, which 'headgate check --permit' and 'headgate gate --permit'"
                + " write.");
    permit.addSubcommand("verify", verify());
    return permit;
  }

  private static CommandSpec verify() {
    CommandSpec spec =
        Commands.spec(
            "verify",
            "Says whether what lies below each PATH, its policy, baseline, waivers and packs are"
                + " what the permit was given for. Run it in the same directory as the check, with"
                + " the same paths. It checks no signature: do that first.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PERMIT")
            .index("0")
            .arity("1")
            .required(true)
            .type(Path.class)
            .converters(Path::of)
            .description("The permit.")
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .index("1..*")
            .arity("1..*")
            .required(true)
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .converters(Path::of)
            .description("Files or directories of the landscape.")
            .build());
    Scope.moreOptions(
        spec, "The policy. By default the nearest headgate.yaml at or above the paths.");
    spec.addOption(
        OptionSpec.builder("--fail-on")
            .paramLabel("SEVERITY")
            .type(String.class)
            .completionCandidates(CheckCommand.SEVERITIES)
            .description(
                "The threshold that is wanted at least: error, warning or note. By default what"
                    + " the policy says, else error.")
            .build());
    spec.addOption(
        OptionSpec.builder("--new-only")
            .type(boolean.class)
            .description("Take also a permit for which only what was new was weighed.")
            .build());
    spec.addOption(
        OptionSpec.builder("--max-age")
            .paramLabel("DURATION")
            .type(String.class)
            .description("Refuse a permit that is older: a number and s, m, h or d, such as 12h.")
            .build());
    Commands.exitCodes(
        spec,
        "All is as it was judged.",
        "Something differs, or the permit is too old or for something else.",
        "The permit, a path, the policy or an option is wrong.",
        "headgate itself broke.");
    return spec;
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) throws IOException {
    Path file = parsed.matchedPositionalValue(0, Path.of(""));
    Duration most = age(parsed.matchedOptionValue("--max-age", (String) null));
    Severity wanted = CheckCommand.severity(parsed.matchedOptionValue("--fail-on", (String) null));
    Permit permit = PermitReader.read(file.toString(), text(file));
    Grounds grounds = new Grounds(parsed);
    List<Path> paths = new ArrayList<>(parsed.matchedPositionalValue(1, List.<Path>of()));
    Scope scope = Scope.of(paths, packs, parsed, terminal.environment(), grounds.tree());
    List<String> wrong = new ArrayList<>();
    if (!permit.open()) {
      wrong.add("the gate was closed: this permit permits nothing.");
    }
    terms(permit, parsed, scope, wanted, wrong);
    time(permit.time(), most, wrong);
    wrong.addAll(Differences.between(permit.evidence(), grounds.found(scope, permit)));
    return answer(permit, wrong, terminal);
  }

  /** A permit must have been as hard to get as is wanted here. */
  private static void terms(
      Permit permit,
      ParseResult parsed,
      Scope scope,
      @Nullable Severity wanted,
      List<String> wrong) {
    Permit.Terms terms = permit.terms();
    String environment = parsed.matchedOptionValue("--environment", "");
    if (!terms.environment().isEmpty() && !terms.environment().equals(environment)) {
      wrong.add(
          "only the environment '"
              + terms.environment()
              + "' was judged; '--environment "
              + terms.environment()
              + "' takes that.");
    }
    if (terms.options().contains(NEW_ONLY) && !parsed.hasMatchedOption("--" + NEW_ONLY)) {
      wrong.add("only what was new was weighed; '--new-only' takes that.");
    }
    Severity least = wanted == null ? scope.policy().failOn() : wanted;
    least = least == null ? Severity.ERROR : least;
    if (!least.atLeast(threshold(terms.threshold()))) {
      wrong.add(
          "findings below '"
              + terms.threshold()
              + "' did not close the gate, but those from '"
              + least.word()
              + "' on are to.");
    }
  }

  private static Severity threshold(String word) {
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(word)) {
        return severity;
      }
    }
    throw new UserError("In the permit, 'threshold' is no severity: '" + word + "'.");
  }

  private static void time(Instant time, @Nullable Duration most, List<String> wrong) {
    if (most == null) {
      return;
    }
    Instant now = Clock.systemUTC().instant();
    if (time.isBefore(now.minus(most))) {
      wrong.add("it is of " + time + ", which is too old.");
    } else if (time.isAfter(now.plus(SKEW))) {
      wrong.add("it is of " + time + ", which is still to come.");
    }
  }

  private static ExitCode answer(Permit permit, List<String> wrong, Terminal terminal) {
    String judged =
        "Judged by headgate "
            + permit.headgate()
            + " at "
            + permit.time()
            + (permit.commit().isEmpty() ? "" : ", commit " + permit.commit())
            + ". No signature was checked.";
    if (wrong.isEmpty()) {
      int files = permit.evidence().files().size();
      say(
          "This is what was judged: "
              + files
              + (files == 1 ? " file" : " files")
              + ", dirHash "
              + permit.evidence().dirHash()
              + ".",
          terminal);
      say(judged, terminal);
      return ExitCode.OPEN;
    }
    for (String each : wrong.subList(0, Math.min(TOLD, wrong.size()))) {
      say(each, terminal);
    }
    if (wrong.size() > TOLD) {
      say("and " + (wrong.size() - TOLD) + " more.", terminal);
    }
    say("The permit is not for this. " + judged, terminal);
    return ExitCode.CLOSED;
  }

  private static void say(String text, Terminal terminal) {
    terminal.out().println(Texts.harmless(text));
  }

  private static String text(Path file) {
    try {
      if (!Files.exists(file)) {
        throw new UserError("There is no permit '" + file + "'.");
      }
      byte[] bytes;
      try (var in = Files.newInputStream(file)) {
        bytes = in.readNBytes(Limits.FILE_BYTES + 1);
      }
      if (bytes.length > Limits.FILE_BYTES) {
        throw new UserError("The permit '" + file + "' is too large.");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UserError("The permit '" + file + "' is not UTF-8.");
    } catch (IOException e) {
      throw new UserError("The permit '" + file + "' cannot be opened.");
    }
  }

  private static @Nullable Duration age(@Nullable String text) {
    if (text == null) {
      return null;
    }
    long unit = text.isEmpty() ? 0 : seconds(text.charAt(text.length() - 1));
    if (unit > 0 && text.length() > 1 && Character.isDigit(text.charAt(0))) {
      try {
        return Duration.ofSeconds(unit * Integer.parseInt(text.substring(0, text.length() - 1)));
      } catch (NumberFormatException e) {
        // Said below.
      }
    }
    throw new UserError(
        "'--max-age' takes a number and s, m, h or d, such as 12h, but was given '" + text + "'.");
  }

  private static long seconds(char unit) {
    return switch (unit) {
      case 's' -> 1;
      case 'm' -> 60;
      case 'h' -> 3600;
      case 'd' -> 24 * 3600;
      default -> 0;
    };
  }
}
