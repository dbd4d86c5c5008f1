package io.headgate.engine.drl;

import static io.headgate.engine.drl.Landscape.bundle;
import static io.headgate.engine.drl.Landscape.schema;
import static io.headgate.engine.drl.Landscape.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.headgate.engine.drl.compile.Drl;
import io.headgate.engine.error.BrokenRules;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule that breaks is named, and never makes the report shorter. */
class DrlFailureTest {

  private static final String HEALTHY =
      Drl.rule("$t : Topic(replication.orNull < 3)").replace("test-rule", "topic-healthy");

  private static String broken(String conditions, String consequence) {
    return Drl.rule(conditions, consequence).replace("test-rule", "topic-broken");
  }

  private static List<BrokenRules.Cause> run(CheckerSpec spec, Bundle bundle, List<String> found) {
    try {
      spec.factory()
          .apply(Settings.DEFAULTS)
          .check(
              bundle,
              (rule, resource, where, message, related) ->
                  found.add(rule.id() + " | " + resource.ref()));
      return List.of();
    } catch (BrokenRules e) {
      return e.causes();
    }
  }

  @Test
  void namesTheRuleAndTheResourceOfAConditionThatThrows() {
    List<String> found = new ArrayList<>();

    List<BrokenRules.Cause> causes =
        run(
            Drl.checker(
                HEALTHY
                    + broken(
                        "$t : Topic(name.known, partitions.orElse(0) / (replication.orElse(0) - 1) > 0)",
                        "findings.add($t, $t.name, \"Found.\");")),
            bundle(topic("a", 2), topic("b", 1), topic("c", 2), topic("d", 5)),
            found);

    assertThat(found)
        .containsExactlyInAnyOrder(
            "topic-healthy | topic a", "topic-healthy | topic b", "topic-healthy | topic c");
    assertThat(causes)
        .containsExactly(
            new BrokenRules.Cause(
                "topic-broken",
                "The rule 'topic-broken' of pack 'test' (rules/test.drl:9) threw"
                    + " java.lang.ArithmeticException on topic b."));
  }

  @Test
  void namesTheRuleAndTheResourceOfAJoinThatThrows() {
    List<String> found = new ArrayList<>();

    List<BrokenRules.Cause> causes =
        run(
            Drl.checker(
                HEALTHY
                    + broken(
                        "$s : Schema($n : topic)\n"
                            + "$t : Topic(name.orNull == $n, $n.length / (replication.orElse(0) - 1) > 0)",
                        "findings.add($t, $t.name, \"Found.\");")),
            bundle(topic("a", 2), topic("b", 1), schema("a-value"), schema("b-value")),
            found);

    assertThat(found)
        .containsExactlyInAnyOrder("topic-healthy | topic a", "topic-healthy | topic b");
    assertThat(causes)
        .singleElement()
        .satisfies(
            cause -> {
              assertThat(cause.rules()).isEqualTo("topic-broken");
              assertThat(cause.text())
                  .endsWith(" threw java.lang.ArithmeticException on schema b-value.");
            });
  }

  @Test
  void namesTheRuleAndTheResourceOfAConsequenceThatThrows() {
    List<String> found = new ArrayList<>();

    List<BrokenRules.Cause> causes =
        run(
            Drl.checker(
                HEALTHY
                    + broken(
                        "$t : Topic($r : replication.orElse(0))",
                        "findings.add($t, $t.name, \"\" + 6 / ($r - 1));")),
            bundle(topic("a", 2), topic("b", 1), topic("c", 4)),
            found);

    assertThat(found)
        .containsExactlyInAnyOrder("topic-healthy | topic a", "topic-healthy | topic b");
    assertThat(causes)
        .singleElement()
        .satisfies(
            cause ->
                assertThat(cause.text())
                    .endsWith(" threw java.lang.ArithmeticException on topic b."));
  }

  @Test
  void saysNothingOfTheValueThatMadeItThrow() {
    List<BrokenRules.Cause> causes =
        run(
            Drl.checker(
                broken(
                    "$t : Topic(config.get(\"x\").orElse(\"\").substring(99) == \"\")",
                    "findings.add($t, $t.name, \"Found.\");")),
            bundle(topic("a", 2, "x", "secret")),
            new ArrayList<>());

    assertThat(causes).singleElement().asString().doesNotContain("secret").contains("StringIndex");
  }

  @Test
  void stopsWaitingForAConditionThatDoesNotEnd() {
    CheckerSpec spec =
        Drl.checker(
            HEALTHY
                + broken(
                    "$t : Topic(name.orNull matches \"(.*.*.*.*.*.*.*.*)*y\")",
                    "findings.add($t, $t.name, \"Found.\");"),
            rule -> List.of(),
            Duration.ofSeconds(2));
    long start = System.nanoTime();

    assertThatThrownBy(
            () ->
                Drl.findings(
                    spec, Settings.DEFAULTS, bundle(topic("a".repeat(60) + "c", 3), topic("a", 1))))
        .asInstanceOf(type(BrokenRules.class))
        .satisfies(
            e ->
                assertThat(e.causes())
                    .containsExactly(
                        new BrokenRules.Cause(
                            "topic-broken",
                            "The pack 'test' did not end within 2 s and was left behind while it"
                                + " looked for 'topic-broken'.")));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }
}
