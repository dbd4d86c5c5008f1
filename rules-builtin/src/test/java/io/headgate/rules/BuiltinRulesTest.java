package io.headgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.Checker;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Rule;
import io.headgate.spi.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A built-in rule is a class, a page and a line in the pack; this finds the one that is missing,
 * beyond what {@link PagesTest} demands of every pack.
 */
class BuiltinRulesTest {

  private static final Path SOURCES = Path.of("src/main/java/io/headgate/rules");

  private static final BuiltinRules PACK = new BuiltinRules();

  static Stream<CheckerSpec> checkers() {
    return PACK.checkers().stream();
  }

  static Stream<Rule> rules() {
    return checkers().flatMap(spec -> spec.rules().stream());
  }

  @ParameterizedTest
  @MethodSource("checkers")
  void checkerIsNamedAfterItsRuleAndLivesInItsGroup(CheckerSpec spec) {
    Checker checker = spec.factory().apply(Settings.DEFAULTS);
    Rule first = spec.rules().get(0);
    assertThat(checker.getClass().getSimpleName()).isEqualTo(camelCase(first.id()));
    assertThat(checker.getClass().getPackageName())
        .isEqualTo(BuiltinRules.class.getPackageName() + "." + first.group());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void pageHasItsSectionsInOrder(Rule rule) {
    String page = page(rule);
    // What is fenced is an example, in which there may be comments.
    String prose = page.replaceAll("(?s)\n```.*?\n```", "");
    List<String> sections = prose.lines().filter(line -> line.matches("##? .*")).toList();
    assertThat(sections)
        .isEqualTo(
            Stream.of(
                    "# " + rule.id(),
                    "## Why",
                    "## Flagged",
                    "## Clean",
                    "## How to fix",
                    rule.settings().isEmpty() ? "" : "## Settings",
                    "## Source")
                .filter(section -> !section.isEmpty())
                .toList());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void pageBeginsWithTheSummary(Rule rule) {
    assertThat(page(rule)).startsWith("# " + rule.id() + "\n\n" + rule.summary() + "\n\n## Why\n");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void summaryAndSettingsAreSentences(Rule rule) {
    assertThat(rule.summary()).matches("[A-Z][^\n]*\\.").doesNotContain(". ");
    assertThat(rule.settings())
        .allSatisfy(setting -> assertThat(setting.description()).matches("[A-Z][^\n]*\\."));
  }

  @Test
  void everyPageHasItsRule() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".md"))
                  .map(file -> SOURCES.relativize(file).toString().replace('\\', '/')))
          .containsExactlyInAnyOrderElementsOf(
              rules().map(rule -> rule.group() + "/" + rule.id() + ".md").toList());
    }
  }

  private static String page(Rule rule) {
    String page = PACK.page(rule.id());
    assertThat(page).as("page of " + rule.id()).isNotNull();
    return Objects.requireNonNull(page);
  }

  private static String camelCase(String id) {
    return Arrays.stream(id.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
