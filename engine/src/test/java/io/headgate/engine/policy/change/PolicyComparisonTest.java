package io.headgate.engine.policy.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.engine.policy.Sight;
import io.headgate.engine.policy.WaiverReader;
import io.headgate.engine.policy.Waivers;
import io.headgate.engine.policy.change.Side.NamedPack;
import io.headgate.spi.model.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What of a policy is weaker than another one, and what is not. */
class PolicyComparisonTest {

  private static final Catalog CATALOG = new Catalog(List.of());
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

  private static Side side(String text, NamedPack... packs) {
    return side(text, "", packs);
  }

  private static Side side(String text, String waivers, NamedPack... packs) {
    SourceText source = new SourceText("headgate.yaml", "version: 1\n" + text);
    Documents documents = Documents.read(source);
    Policy policy = PolicyReader.read(source, documents, CATALOG);
    Waivers named = policy.waivers();
    if (named != null) {
      SourceText file = new SourceText("w.yaml", "version: 1\nwaivers:\n" + waivers);
      policy =
          policy.withWaivers(
              named.with(WaiverReader.read(file, policy, named, CATALOG), Sight.ALL, TODAY));
    }
    return new Side(policy, CATALOG, source.file(), documents, List.of(packs), Map.of());
  }

  private static PolicyComparison comparison(Side base, Side head) {
    return new PolicyComparison(base, head, path -> !path.startsWith("gone"));
  }

  private static List<String> weak(Side base, Side head) {
    return comparison(base, head).weaknesses().stream()
        .map(weakness -> weakness.attribute() + " " + weakness.place().startLine())
        .toList();
  }

  private static List<String> weak(String base, String head) {
    return weak(side(base), side(head));
  }

  private static String waiver(String resource, String until, String more) {
    return "- rule: unknown-field\n  resource: "
        + resource
        + "\n  reason: r\n  owner: o\n  approver: a\n  until: "
        + until
        + "\n"
        + more;
  }

  @Test
  void aRuleIsOffOrLighter() {
    assertThat(weak("", "rules:\n  unknown-field: \"off\"\n"))
        .containsExactly("rules.unknown-field 3");
    assertThat(weak("", "rules:\n  unknown-field:\n    severity: note\n"))
        .containsExactly("rules.unknown-field 4");
    assertThat(weak("rules: {unknown-kind: error}\n", "")).containsExactly("rules.unknown-kind 1");
    assertThat(weak("rules: {unknown-kind: error}\n", "rules:\n  removed-version: error\n"))
        .containsExactly("rules.unknown-kind 2");
  }

  @Test
  void whatIsStricterOrTheSameIsSilent() {
    String rules = "rules: {unknown-kind: error, removed-version: warning}\n";
    assertThat(weak("rules: {unknown-kind: \"off\"}\n", rules)).isEmpty();
    assertThat(weak("rules: {unknown-kind: note}\n", "")).isEmpty();
    assertThat(weak("", "profile: strict\n")).isEmpty();
    assertThat(weak("profile: strict\n", rules.replace("warning", "error"))).isNotEmpty();
    assertThat(weak("gate: {fail-on: error}\n", "gate: {fail-on: note}\n")).isEmpty();
  }

  @Test
  void environmentsAreComparedByWhatHoldsThere() {
    String prod = "environments:\n  prod:\n    rules:\n      unknown-kind: ";
    assertThat(weak(prod + "error\n", prod + "warning\n"))
        .containsExactly("environments.prod.rules.unknown-kind 5");
    assertThat(weak("environments:\n  prod: {}\n", prod + "note\n"))
        .containsExactly("environments.prod.rules.unknown-kind 5");
    assertThat(weak("", prod + "note\n")).containsExactly("environments.prod.rules.unknown-kind 5");
    assertThat(
            weak(
                "rules: {unknown-kind: error}\n" + prod + "error\n",
                "rules: {}\n" + prod + "error\n"))
        .containsExactly("rules.unknown-kind 2");
    assertThat(weak(prod + "error\n", "rules: {unknown-kind: error}\n")).isEmpty();
  }

  @Test
  void aProfileIsOneWeakness() {
    assertThat(weak("profile: strict\n", "profile: recommended\n")).containsExactly("profile 2");
    PolicyComparison comparison = comparison(side("profile: strict\n"), side(""));
    assertThat(comparison.weaknesses().get(0).message())
        .startsWith("The profile is 'recommended', but 'strict' in the base, so ")
        .contains(" rules are off or lighter: 'bypassed-validation', ");
    assertThat(weak("environments: {prod: {profile: strict}}\n", "environments: {prod: {}}\n"))
        .containsExactly("environments.prod.profile 2");
    // The profile takes the rule away that tells of it: nothing allows that.
    assertThat(
            weak(
                "rules: {policy-weakened: {settings: {allow: [profiles]}}}\n",
                """
                profile: broker-truth
                rules: {policy-weakened: {settings: {allow: [profiles]}}}
                """))
        .containsExactly("profile 2");
  }

  @Test
  void anotherSettingIsTold() {
    String most = "rules:\n  waiver-over-broad:\n    settings:\n      most-resources: ";
    assertThat(weak("", most + "11\n"))
        .containsExactly("rules.waiver-over-broad.settings.most-resources 5");
    assertThat(weak(most + "9\n", ""))
        .containsExactly("rules.waiver-over-broad.settings.most-resources 1");
    assertThat(weak("", most + "10\n")).isEmpty();
    String allow = "rules: {policy-weakened: {settings: {allow: [%s]}}}\n";
    assertThat(weak(allow.formatted("waivers, baseline"), allow.formatted("waivers"))).isEmpty();
    assertThat(weak(allow.formatted("settings"), allow.formatted("settings, waivers")))
        .containsExactly("rules.policy-weakened.settings.allow 2");
  }

  @Test
  void anAllowedSettingHolds() {
    String rules =
        "rules:\n  policy-weakened: {settings: {allow:"
            + " [rules.waiver-over-broad.settings.most-resources]}}\n";
    String more = "  waiver-over-broad: {settings: {most-resources: 11}}\n";
    PolicyComparison comparison = comparison(side(rules), side(rules + more));

    assertThat(comparison.weaknesses()).isEmpty();
    assertThat(comparison.judging().rules())
        .hasEntrySatisfying(
            "waiver-over-broad", config -> assertThat(config.settings()).containsValue(11L));
  }

  @Test
  void theThresholdIsRaised() {
    assertThat(weak("gate:\n  fail-on: warning\n", "gate:\n  fail-on: error\n"))
        .containsExactly("gate.fail-on 3");
    assertThat(weak("gate:\n  fail-on: warning\n", "")).containsExactly("gate.fail-on 1");
  }

  @Test
  void aWaiverIsAddedWiderOrLonger() {
    String policy = "waivers: w.yaml\n";
    Side base = side(policy, waiver("topic a*", "2026-12-31", "  environment: prod\n"));
    String topic = "topic ab";
    String prod = "  environment: prod\n";
    assertThat(weak(base, side(policy, waiver(topic, "2026-12-31", prod)))).isEmpty();
    assertThat(weak(base, side(policy, waiver("topic a*b*", "2026-11-30", prod)))).isEmpty();
    assertThat(weak(base, side(policy, waiver(topic, "2020-12-31", "")))).isEmpty();
    assertThat(weak(base, side(policy, waiver("topic a*", "2027-01-01", prod))))
        .containsExactly("waivers.unknown-field topic a* (prod) 3");
    assertThat(weak(base, side(policy, waiver("topic a*", "2026-12-31", "")))).hasSize(1);
    assertThat(weak(base, side(policy, waiver("topic *", "2026-12-31", prod)))).hasSize(1);
    assertThat(weak(base, side(policy, waiver("topic b", "2026-12-31", prod)))).hasSize(1);
    assertThat(weak("unwaivable: [unknown-field]\n", "unwaivable: [unknown-kind]\n"))
        .containsExactly("unwaivable.unknown-field 2");
    assertThat(weak("", "inline-waivers: true\n")).containsExactly("inline-waivers 2");
    assertThat(weak("inline-waivers: true\n", "")).isEmpty();
  }

  @Test
  void unwaivableRulesStaySoWhereWaiversAreAllowed() {
    String allow = "rules: {policy-weakened: {settings: {allow: [waivers, unwaivable]}}}\n";
    Side base = side(allow + "waivers: w.yaml\nunwaivable: [unknown-field]\n");
    Side head = side(allow + "waivers: w.yaml\n", waiver("topic a", "2026-12-31", ""));

    PolicyComparison comparison = comparison(base, head);

    assertThat(comparison.weaknesses()).isEmpty();
    Waivers waivers = Objects.requireNonNull(comparison.judging().waivers());
    assertThat(waivers.entries()).isEmpty();
  }

  @Test
  void aPackIsGoneAnotherOrNotPinned() {
    NamedPack pack = new NamedPack("acme", Place.startOf("headgate.yaml"), "aa", true);
    NamedPack loose = new NamedPack("acme", pack.place(), "aa", false);
    NamedPack other = new NamedPack("acme", pack.place(), "bb", true);
    assertThat(weak(side("", pack), side("", pack))).isEmpty();
    assertThat(weak(side("", loose), side("", pack))).isEmpty();
    assertThat(weak(side(""), side("", other))).isEmpty();
    for (Side head : List.of(side(""), side("", loose), side("", other))) {
      assertThat(weak(side("", pack), head)).containsExactly("packs.acme 1");
    }
  }

  @Test
  void bundlesAreGoneNarrowerOrOfAnotherEnvironment() {
    String base = "bundles:\n- {path: prod, environment: prod}\n- {path: gone, environment: dev}\n";
    assertThat(weak(base, "bundles:\n- {path: ., environment: prod}\n")).isEmpty();
    assertThat(weak(base, "bundles:\n- {path: [a, prod], name: x, environment: prod}\n")).isEmpty();
    assertThat(weak(base, "bundles:\n- {path: prod/a, name: prod, environment: prod}\n"))
        .containsExactly("bundles.prod prod 3");
    assertThat(weak(base, "bundles:\n- {path: other, environment: prod}\n"))
        .containsExactly("bundles.prod prod 2");
    assertThat(weak(base, "bundles:\n- path: prod\n  environment: test\n"))
        .containsExactly("bundles.prod.environment 4");
    assertThat(weak(base, "")).containsExactly("bundles.prod.environment 1");
    assertThat(weak("environment: prod\n", "environment: dev\n")).containsExactly("environment 2");
  }

  @Test
  void bundlesOfBothAreJudged() {
    Side base = side("bundles:\n- {path: prod, environment: prod}\n");
    Side head =
        side(
            """
            bundles:
            - {path: [prod/a, extra], name: prod, environment: dev}
            - {path: test, environment: dev}
            """);

    assertThat(comparison(base, head).judging().bundles())
        .containsExactly(
            new Policy.BundleSpec("prod", List.of("prod", "extra"), "prod"),
            new Policy.BundleSpec("test", List.of("test"), "dev"));
  }

  @Test
  void factsThatMaySilenceRules() {
    String owners = "owners:\n- {team: a, prefixes: [a.], principals: [\"User:a\"]}\n";
    assertThat(weak(owners, owners + "- {team: b, prefixes: [b.], principals: [\"User:b\"]}\n"))
        .isEmpty();
    assertThat(weak(owners, owners + "- {team: b, prefixes: [a.b.]}\n"))
        .containsExactly("owners.b a.b. 4");
    assertThat(weak(owners, owners.replace("[\"User:a\"]", "[\"User:*\"]")))
        .containsExactly("owners.a User:* 3");
    assertThat(weak(owners, "")).containsExactly("owners.a a. 1");
    assertThat(weak("external: {topics: [a*]}\n", "external: {topics: [ab, c]}\n"))
        .containsExactly("external.topics c 2");
    String tiers = "tiers:\n- {tier: 1, topics: [a]}\n";
    assertThat(weak(tiers, tiers + "- {tier: 2, topics: [b]}\n")).isEmpty();
    assertThat(weak(tiers, tiers.replace("1", "2"))).containsExactly("tiers 3");
    String prod =
        """
        environments:
          prod:
            kafka-version: "4.1"
            broker-defaults: {min.insync.replicas: "1"}
            authorizer: {super-users: ["User:a"]}
        """;
    assertThat(
            weak(
                prod,
                prod.replace("4.1", "4.0")
                    .replace("replicas: \"1\"", "replicas: \"2\"")
                    .replace("[\"User:a\"]", "[\"User:a\", \"User:b\"]")))
        .containsExactly(
            "environments.prod.kafka-version 4",
            "environments.prod.broker-defaults.min.insync.replicas 5",
            "environments.prod.authorizer.super-users User:b 6");
  }

  @Test
  void whatIsSaidNotToBePersonal() {
    String entry =
        """
        classification:
          languages: [de, fr]
          not-personal:
          - {field: a.*, reason: r, owner: o, date: 2026-01-31, until: 2999-01-31}
        """;
    assertThat(weak(entry, entry)).isEmpty();
    assertThat(weak(entry, entry.replace("a.*", "a.b"))).isEmpty();
    assertThat(weak(entry, entry.replace("until: 2999-01-31", "until: 2999-02-28")))
        .containsExactly("classification.not-personal.*:a.* 5");
    assertThat(weak(entry, entry.replace("[de, fr]", "[de]")))
        .containsExactly("classification.languages 3");
    assertThat(weak("", entry)).hasSize(2);
  }

  @Test
  void whatTheBaseAllowsIsSilentAndWhatThereIsNotIsAMistake() {
    String allow = "rules: {policy-weakened: {settings: {allow: [%s]}}}\n";
    assertThat(
            weak(
                allow.formatted("threshold") + "gate: {fail-on: note}\n",
                allow.formatted("threshold")))
        .isEmpty();
    Side base = side(allow.formatted("policy"));
    assertThatThrownBy(() -> comparison(base, base))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("There is no 'policy' that could be allowed.");
  }
}
