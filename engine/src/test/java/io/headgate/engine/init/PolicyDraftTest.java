package io.headgate.engine.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.headgate.engine.Inspection;
import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.spi.Checker;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Rule;
import io.headgate.spi.RulePack;
import io.headgate.spi.Setting;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is guessed from the files of a repository, and what is not. */
class PolicyDraftTest {

  private static final Rule NAMING =
      Rule.warning("topic-odd-name", "A name is odd.")
          .with(Setting.pattern("pattern", ".*", "A pattern."));

  private static final Catalog CATALOG =
      new Catalog(
          List.of(
              new RulePack() {
                @Override
                public String id() {
                  return "tests";
                }

                @Override
                public String version() {
                  return "1";
                }

                @Override
                public List<CheckerSpec> checkers() {
                  Checker silent = (bundle, findings) -> {};
                  return List.of(new CheckerSpec(List.of(NAMING), settings -> silent));
                }
              }));

  private final Map<String, String> files = new TreeMap<>();
  private String codeowners = "";

  private void lenses(String directory, String... names) {
    for (String name : names) {
      files.put(
          directory + "kafka/topics/topic-" + name + ".yaml",
          "name: " + name + "\npartitions: 1\nreplication: 3\n");
    }
  }

  private void strimzi(String file, String name, String... labels) {
    StringBuilder text =
        new StringBuilder("apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n");
    text.append("  name: ").append(name).append('\n');
    text.append(labels.length == 0 ? "" : "  labels:\n");
    for (String label : labels) {
      text.append("    ").append(label).append('\n');
    }
    text.append("spec:\n  partitions: 1\n  replicas: 3\n---\n");
    files.merge(file, text.toString(), String::concat);
  }

  /** The text, which is read without a mistake, and is the same twice. */
  private String draft() {
    try {
      Inspection inspection =
          new Run(
                  new MemoryFiles(files),
                  CATALOG,
                  Policy.NONE,
                  "",
                  null,
                  rule -> true,
                  Progress.NONE)
              .inspect();
      String text = new PolicyDraft(inspection, NAMING, new Codeowners(codeowners)).text(true);
      PolicyDraft again = new PolicyDraft(inspection, NAMING, new Codeowners(codeowners));
      assertThat(again.text(true)).isEqualTo(text);
      assertThat(policy(text).baseline()).isNotNull();
      assertThat(policy(again.text(false)).baseline()).isNull();
      return text;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Policy policy(String text) {
    return PolicyReader.read(new SourceText("headgate.yaml", text), CATALOG);
  }

  @Test
  void bundlesAreTheDirectoriesOfLandscapes() {
    lenses("dev/", "a");
    lenses("prod/", "a");
    files.put("readme.yaml", "a: 1\n");
    assertThat(draft())
        .contains("- path: dev\n  environment: dev    # a guess: by the directory 'dev'\n")
        .contains("- path: prod\n  environment: prod    # a guess: by the directory 'prod'\n");
    assertThat(policy(draft()).bundles())
        .extracting(Policy.BundleSpec::name, Policy.BundleSpec::environment)
        .containsExactly(tuple("dev", "dev"), tuple("prod", "prod"));
  }

  @Test
  void aBundleThatHoldsOthersIsNamedByWhatIsItsAlone() {
    strimzi("shared.yaml", "s");
    strimzi("more/shared.yaml", "t");
    strimzi("eu/a.yaml", "x");
    strimzi("us/a.yaml", "x");
    assertThat(draft())
        .contains("- paths:\n  - more\n  - shared.yaml\n  name: \".\"\n  # environment: prod")
        .contains("- path: eu\n", "- path: us\n");
  }

  @Test
  void aBundleReachesUpToTheDirectoryOfItsEnvironment() {
    strimzi("clusters/prod/topics/a.yaml", "x");
    strimzi("clusters/stg/kafka/topics/a.yaml", "x");
    assertThat(draft())
        .contains("- path: clusters/prod\n", "- path: clusters/stg\n")
        .doesNotContain("/topics");
    strimzi("clusters/prod/other/b.yaml", "x");
    assertThat(draft()).contains("- path: clusters/prod/other\n", "- path: clusters/prod/topics\n");
  }

  @Test
  void severalKafkaClustersOfOneDirectoryAreOneBundleOfThePolicy() {
    strimzi("kafka/a.yaml", "x", "strimzi.io/cluster: blue");
    strimzi("kafka/b.yaml", "x", "strimzi.io/cluster: green");
    assertThat(policy(draft()).bundles())
        .singleElement()
        .extracting(Policy.BundleSpec::paths)
        .isEqualTo(List.of("kafka"));
  }

  @Test
  void aPathThatAPolicyCannotNameIsLeftToTheLayout() {
    lenses("{{env}}/", "a");
    assertThat(draft()).contains("# bundles:\n");
    assertThat(policy(draft()).bundles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b", "it's", "say \"so\"", "ü", "*", "#x", "a: b", "true", "1.0", "- x"})
  void oddPathsAreReadBack(String directory) {
    lenses(directory + "/", "a");
    assertThat(policy(draft()).bundles())
        .singleElement()
        .extracting(Policy.BundleSpec::paths)
        .isEqualTo(List.of(directory));
  }

  @ParameterizedTest
  @CsvSource({
    "prod, prod",
    "environments/production/kafka, production",
    "kafka-PRD-eu, prd",
    "pre-prod, preprod",
    "non_prod, nonprod",
    "clusters/qa/shared, qa",
    "dev/prod-mirror, prod",
    "stg.kafka, stg",
    "teams/payments, ''",
    "src/test/kafka, ''",
    "product, ''",
    "latest, ''"
  })
  void environmentsAreWordsInDirectories(String path, String word) {
    EnvironmentWords.Found found = EnvironmentWords.in(path);
    assertThat(found == null ? "" : found.word()).isEqualTo(word);
  }

  @Test
  void ownersAreFirstPartsThatSeveralTopicsShare() {
    lenses("", "payments.a", "payments.b.v1", "risk.a", "risk.b", "orders.x");
    assertThat(draft())
        .contains("# Who owns which names: 4 of 5 topics begin with one of these prefixes.\n")
        .contains(
            """
            owners:
            - team: payments
              prefixes:
              - payments.    # a guess: 2 topics begin with 'payments.'
            - team: risk
            """)
        .doesNotContain("team: orders");
  }

  @Test
  void emptyPartsOfNamesAreNoTeams() {
    lenses("", ".a.x", ".a.y", "b..x", "b..y", "-c-x", "-c-y", "prod..x", "prod..y");
    assertThat(draft())
        .contains("- team: b\n")
        .doesNotContain("team: \"\"", "team: a", "team: prod");
  }

  @Test
  void ownersOfFewNamesAreLeftAsAComment() {
    lenses("", "payments.a", "payments.b", "x", "y", "z");
    assertThat(draft()).contains("# owners:\n# - team: payments\n");
    assertThat(policy(draft()).everywhere().owners()).isEmpty();
  }

  @Test
  void whatAllNamesShareOrWhatNamesAnEnvironmentOrAKindIsNoTeam() {
    lenses("", "acme.payments.a", "acme.payments.b", "acme.risk.a", "acme.risk.b");
    assertThat(draft()).contains("- acme.payments.    #").doesNotContain("team: acme");
    files.clear();
    lenses("", "prod-web-a", "prod-web-b", "dlq.a", "dlq.b", "_x.a", "_x.b", "q-changelog");
    assertThat(draft())
        .contains("- team: web\n#   prefixes:\n#   - prod-web-    #")
        .doesNotContain("team: dlq", "team: prod", "_x", "q-");
  }

  @Test
  void labelsComeBeforeNames() {
    strimzi("a.yaml", "pay.a", "example.com/team: \"treasury: 'x'\"", "app: z");
    strimzi("a.yaml", "pay.b", "example.com/team: \"treasury: 'x'\"");
    strimzi("a.yaml", "risk.a", "team: one");
    strimzi("a.yaml", "risk.b", "team: two");
    strimzi("a.yaml", "web.a", "app.kubernetes.io/part-of: shop");
    assertThat(draft())
        .contains(
            "- team: \"treasury: 'x'\"\n"
                + "  prefixes:\n"
                + "  - pay.    # a guess: 2 of 2 topics are labelled 'example.com/team: treasury:"
                + " 'x''\n")
        .contains("- team: risk\n")
        .contains("- team: shop\n  prefixes:\n  - web.    # a guess: 1 of 1 topic is labelled");
  }

  @Test
  void codeownersNameTeamsWhereTheyDiffer() {
    lenses("", "a.x", "b.x", "b.y");
    codeowners = "* @acme/platform\n/kafka/topics/topic-b.* @acme/team-b jane@acme.com\n";
    assertThat(draft())
        .contains(
            """
            - team: platform
              prefixes:
              - a.    # a guess: CODEOWNERS gives the files of 1 topic to @acme/platform
            """)
        .contains("- team: team-b\n");
    codeowners = "* @acme/platform\n";
    assertThat(draft()).contains("- team: b\n").doesNotContain("platform");
  }

  @ParameterizedTest
  @CsvSource({
    "*, a/b.yaml, true",
    "*.yaml, a/b.yaml, true",
    "*.json, a/b.yaml, false",
    "/a/, a/x/b.yaml, true",
    "/a/, c/a/b.yaml, false",
    "a/, c/a/b.yaml, true",
    "/a/*, a/b.yaml, true",
    "/a/*, a/x/b.yaml, false",
    "/a/**/b.yaml, a/b.yaml, true",
    "/a/**/b.yaml, a/x/y/b.yaml, true",
    "/a/x*z/, a/xyyz/b, true",
    "docs, x/docs/b, true",
    "/**/**/**/**/**/x, a/x, false"
  })
  void codeownersArePatterns(String pattern, String path, boolean owned) {
    assertThat(new Codeowners(pattern + " @o # why").owner(path)).isEqualTo(owned ? "@o" : "");
  }

  @Test
  void theLastLineOfCodeownersCounts() {
    Codeowners owners =
        new Codeowners("# all\n* @a\n[Section]\n/x\\ y/ @b\n/x\\ y/free/\n\n!z @c\n");
    assertThat(owners.owner("q")).isEqualTo("@a");
    assertThat(owners.owner("x y/z")).isEqualTo("@b");
    assertThat(owners.owner("x y/free/z")).isEmpty();
    assertThat(Codeowners.name("jane@acme.com")).isEqualTo("jane");
    assertThat(Codeowners.name("@acme/team")).isEqualTo("team");
  }

  @ParameterizedTest
  @CsvSource({
    "a.b.v1|c.d.v2|e.f-g.v3|h.i.v1|k.l.v10, a version",
    "a-b-v1|c-v2|e-f-v3|h-i-v1|k-l-v1, hyphens and a version",
    "a_b_v1|c_v2|e_f_v3|h_i_v1|k_l_v1, underscores and a version",
    "a.b|c.d|e.f|h.i|k-x.l, with dots",
    "a-b|c|e-f|h-i|k-l, with hyphens",
    "a_b|c_d|e_f|h_i|k_l, with underscores",
    "A_B|C_D|E_F|H_I|K, upper-case",
    "aB|c.dE|eF|hI|kL, camel case",
    "Ab|Cd.Ef|Ef|Hi|Kl, capitals"
  })
  void namesFollowTheNarrowestWay(String names, String words) {
    NameGuess guess = NameGuess.of(List.of(names.split("\\|", -1)));
    assertThat(guess).isNotNull();
    assertThat(Objects.requireNonNull(guess).words()).contains(words);
  }

  @Test
  void fewNamesOrManyWaysAreNoConvention() {
    assertThat(NameGuess.of(List.of("a.b", "c.d", "e.f", "g.h"))).isNull();
    assertThat(NameGuess.of(List.of("a.b", "c-d", "E_F", "gH", "i_j"))).isNull();
    lenses("", "a.b.v1", "c.d.v1", "e.f.v1", "g.h.v1", "i.j.v1", "k.l.v1", "m.n.v1", "o.p.v1");
    lenses("", "q.r.v1", "Odd");
    assertThat(draft())
        .contains("  topic-odd-name:\n    settings:\n      # a guess: lower-case words with dots")
        .contains("      # 9 of 10 names follow it, but not Odd.\n      pattern: '[a-z0-9-]+");
  }

  @Test
  void aSingleTopicMakesAPolicyToo() {
    lenses("", "x");
    assertThat(draft())
        .contains("- path: \".\"\n  # environment: prod    # no directory tells which it is\n")
        .contains("# Who owns which names. Nothing here tells.\n")
        .doesNotContain("rules:");
  }
}
