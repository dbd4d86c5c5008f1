package io.headgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.engine.error.UserError;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.RulePack;
import io.headgate.spi.Setting;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** The contract catches the breach of each of its promises. */
class PackContractTestTest {

  private static final String PAGE =
      """
      # acme-thin-topic

      ## Flagged

      ### One replica

      ```yaml kafka/topics/topic-a.yaml
      name: a
      partitions: 1
      replication: 1 # finding: is thin
      ```

      ### More wanted

      ```yaml headgate.yaml
      version: 1
      rules: {acme-thin-topic: {settings: {least: 4}}}
      ```

      ```yaml kafka/topics/topic-a.yaml
      name: a
      partitions: 1
      replication: 3 # finding: is thin
      ```

      ## Clean

      ### Three replicas

      ```yaml kafka/topics/topic-a.yaml
      name: a
      partitions: 1
      replication: 3
      ```

      ## Settings

      `least`: how many.
      """;

  private static final Setting<Long> LEAST = Setting.integer("least", 3, "How many replicas.");
  private static final Rule RULE = Rule.warning("acme-thin-topic", "A topic is thin.").with(LEAST);

  private record Pack(String id, List<Rule> rules, @Nullable String text) implements RulePack {

    @Override
    public String version() {
      return "1.0.0";
    }

    @Override
    public List<CheckerSpec> checkers() {
      List<CheckerSpec> specs = new ArrayList<>();
      for (Rule rule : rules) {
        specs.add(
            CheckerSpec.of(
                rule,
                settings -> (bundle, found) -> check(rule, settings.get(LEAST), bundle, found)));
      }
      return specs;
    }

    private static void check(Rule rule, long least, Bundle bundle, Findings findings) {
      for (Topic topic : bundle.all(Topic.class)) {
        if (topic.replication().orElse(9) < least) {
          findings.add(rule, topic, topic.replication(), "Topic '" + topic.name() + "' is thin.");
        }
      }
    }

    @Override
    public @Nullable String page(String ruleId) {
      return text;
    }
  }

  /** What the tests of a pack say, as its author would see it: each failure with its name. */
  private static List<String> failures(RulePack pack) {
    List<String> failures = new ArrayList<>();
    run(new PackContractTest(pack) {}.contract(), "", failures);
    return failures;
  }

  private static void run(Stream<? extends DynamicNode> nodes, String path, List<String> failures) {
    nodes.forEach(
        node -> {
          String name = path + node.getDisplayName();
          if (node instanceof DynamicContainer container) {
            run(container.getChildren(), name + " > ", failures);
          } else if (node instanceof DynamicTest test) {
            try {
              test.getExecutable().execute();
            } catch (Throwable e) {
              failures.add(name + ": " + e.getMessage());
            }
          }
        });
  }

  private static List<String> failures(Rule rule, @Nullable String page) {
    return failures(new Pack("acme", List.of(rule), page));
  }

  private static List<String> failures(String page) {
    return failures(RULE, page);
  }

  @Test
  void aGoodPackPasses() {
    assertThat(failures(PAGE)).isEmpty();
  }

  @Test
  void noPage() {
    assertThat(failures(RULE, null))
        .containsExactly("acme-thin-topic > contract: There is no page 'acme-thin-topic.md'.");
  }

  @Test
  void noFlaggedCase() {
    assertThat(failures(PAGE.replace("## Flagged", "## Fine")))
        .singleElement()
        .asString()
        .contains("The page has no case under '## Flagged'");
    assertThat(failures(PAGE.replaceAll(" # finding: is thin", "")))
        .anyMatch(failure -> failure.contains("The page has no case under '## Flagged'"));
  }

  @Test
  void noCleanCase() {
    assertThat(failures(PAGE.replace("## Clean", "## Fine")))
        .containsExactly("acme-thin-topic > contract: The page has no case under '## Clean'.");
  }

  @Test
  void aPageThatCannotBeRead() {
    assertThat(failures(PAGE.replaceFirst("(?s)```\n\n## Clean.*", "")))
        .singleElement()
        .asString()
        .contains("The page cannot be read: The block at line");
  }

  @Test
  void twoRulesWithOneId() {
    assertThatThrownBy(() -> failures(new Pack("acme", List.of(RULE, RULE), PAGE)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Two rules have the id 'acme-thin-topic'");
  }

  @Test
  void anIdOfThePackThatIsNone() {
    assertThat(failures(new Pack("Acme Pack", List.of(RULE), PAGE)))
        .containsExactly("the pack: The id 'Acme Pack' of the pack is not kebab case.");
    assertThatThrownBy(() -> Rule.warning("Thin", "A topic is thin."))
        .as("ids of rules are checked when they are made")
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noRule() {
    assertThat(failures(new Pack("acme", List.of(), PAGE)))
        .containsExactly("the pack: The pack has no rule.");
  }

  @Test
  void aSummaryOfTwoLines() {
    Rule rule =
        new Rule("acme-thin-topic", Severity.NOTE, "It is\nthin.", List.of(LEAST), Set.of());
    assertThat(failures(rule, PAGE)).singleElement().asString().contains("The summary must be one");
  }

  @Test
  void aSettingWithoutADescription() {
    Setting<Long> bare = Setting.integer("least", 3, "how many");
    assertThat(failures(Rule.note("acme-thin-topic", "It is thin.").with(bare), PAGE))
        .anyMatch(failure -> failure.contains("The description of the setting 'least' must be"));
  }

  @Test
  void aSettingThatIsNotExplained() {
    assertThat(failures(PAGE.replace("`least`", "It")))
        .containsExactly(
            "acme-thin-topic > contract: The page does not explain the setting `least`.");
  }

  @Test
  void aSettingThatIsNotExercised() {
    assertThat(failures(PAGE.replace("{settings: {least: 4}}", "warning")))
        .contains(
            "acme-thin-topic > contract: No case of the page sets 'least' in its headgate.yaml.");
  }

  @Test
  void aCaseThatDoesNotFindWhatItExpects() {
    assertThat(failures(PAGE.replace("replication: 1 #", "replication: 3 #")))
        .containsExactly(
            "acme-thin-topic > Flagged: One replica: missing: kafka/topics/topic-a.yaml:3: is thin");
  }

  @Test
  void aCaseThatFindsWhatItDoesNotExpect() {
    assertThat(failures(PAGE.replace("replication: 3\n", "replication: 2\n")))
        .singleElement()
        .asString()
        .startsWith(
            "acme-thin-topic > Clean: Three replicas: unexpected: kafka/topics/topic-a.yaml");
  }
}
