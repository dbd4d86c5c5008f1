package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParameterException;

/** Every command line of headgate that ci/ and the pages about hooks and pipelines show exists. */
class CommandLinesTest {

  private static final List<String> PAGES = List.of("docs/ci.md", "docs/hooks.md");

  /** Up to what ends a command of a shell. */
  private static final Pattern COMMAND =
      Pattern.compile("(?<![\\w./-])headgate( (?:check|--version)(?![\\w',])[^\n`|;#>)]*)");

  /** What bash puts into the variable 'options', which 'headgate check' is given. */
  private static final Pattern OPTIONS = Pattern.compile("options\\+?=\\(([^)]*)\\)");

  /** {@code args: [--base, HEAD]} and {@code value: --strict-inputs} are options of a check. */
  private static final Pattern SETTING =
      Pattern.compile("(?:args: \\[(--[^\\]]*)]|value: (--\\S+)|such as '(--[^']*)')");

  static Stream<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(CiFiles.CI)) {
      walk.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
    PAGES.forEach(page -> files.add(CiFiles.ROOT.resolve(page)));
    files.add(CiFiles.ROOT.resolve(".pre-commit-hooks.yaml"));
    for (Path file : files) {
      String text = Files.readString(file).replaceAll("\\\\\n\\s*", " ");
      Matcher command = COMMAND.matcher(text);
      while (command.find()) {
        commands.add(plain(command.group(1)));
      }
      Matcher options = OPTIONS.matcher(text);
      while (options.find()) {
        commands.add("check x " + plain(options.group(1)));
      }
      Matcher setting = SETTING.matcher(text);
      while (setting.find()) {
        String words = setting.group(1);
        words = words == null ? setting.group(2) : words;
        words = words == null ? setting.group(3) : words;
        commands.add("check x " + words.replace(",", ""));
      }
    }
    assertThat(commands).hasSizeGreaterThan(15);
    return commands.stream().distinct();
  }

  /** A command with a word for each variable, and none for those that hold several words. */
  private static String plain(String command) {
    return command
        .replaceAll("\\$\\{\\w+:\\+((?:\"[^\"]*\"|[^}\"])*)}", "$1")
        .replaceAll("\"\\$(?:\\{\\w+\\[@]}|@)\"", "")
        .replaceAll("\\$(?:HEADGATE_OPTIONS\\b|\\{HEADGATE_OPTIONS:-})", "")
        .replaceAll("\\$\\w+", "x")
        .replace("\"", "")
        .replace("'", "")
        .replaceAll("\\bREVISION\\b", "x")
        .strip();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void exists(String command) {
    List<String> words = List.of(command.split("\\s+", -1));
    assertThat(command).doesNotContain("$");
    try {
      var parsed = Commands.line("1", words).parseArgs(words.toArray(String[]::new));
      if (words.contains("--report")) {
        List<String> reports =
            parsed.subcommand().matchedOptionValue("--report", List.<String>of());
        assertThat(reports).isNotEmpty();
        reports.forEach(ReportTarget::parse);
      }
    } catch (ParameterException e) {
      throw new AssertionError("headgate " + command + ": " + e.getMessage(), e);
    }
  }
}
