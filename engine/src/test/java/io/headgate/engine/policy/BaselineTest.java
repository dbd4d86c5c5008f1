package io.headgate.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.policy.Baseline.Applied;
import io.headgate.engine.policy.Baseline.Entry;
import io.headgate.engine.report.Intake;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Sources;
import io.headgate.engine.report.Verdict;
import io.headgate.spi.Finding;
import io.headgate.spi.Rule;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a baseline knows, how its file is read, and what becomes of it. */
class BaselineTest {

  private static final Catalog CATALOG = new Catalog(List.of());
  private static final Rule RULE = CoreRules.UNKNOWN_FIELD;
  private static final Entry ORDERS = entry("topic orders", "replication");

  private static Entry entry(String resource, String attribute) {
    return new Entry(RULE.id(), "prod", resource, attribute);
  }

  private static Baseline baseline(String directory, Map<Entry, Integer> known, Sight sight) {
    return Baseline.named(
            new NamedFile("baseline", "known.yaml", Place.startOf("headgate.yaml"), directory))
        .with(known, sight);
  }

  private static Result result(String name, String attribute, int line) {
    return result(RULE, new ResourceRef(Kind.TOPIC, name), attribute, "prod", line);
  }

  private static Result result(
      Rule rule, ResourceRef resource, String attribute, String bundle, int line) {
    Place place = new Place("a.yaml", line, 1, line, 2);
    return new Result(
        new Finding(rule, resource, attribute, place, "So.", List.of()), Severity.ERROR, bundle);
  }

  private static Report report(List<Result> results, String... bundles) {
    List<Report.JudgedBundle> judged = new ArrayList<>();
    for (String bundle : bundles) {
      judged.add(
          new Report.JudgedBundle(
              bundle, "", 1, new Bundle(Environment.UNKNOWN, Set.of(), List.of())));
    }
    return new Report(
        judged,
        results,
        List.of(),
        Severity.ERROR,
        Intake.NOTHING,
        CATALOG,
        new Sources(new MemoryFiles(Map.of()), Map.of()));
  }

  @Test
  void aResultIsKnownByBundleRuleResourceAndAttributeAlone() {
    Baseline baseline = baseline("", Map.of(ORDERS, 1), Sight.ALL);
    assertThat(known(baseline, result("orders", "replication", 900))).isTrue();
    assertThat(known(baseline, result("orders", "partitions", 1))).isFalse();
    assertThat(known(baseline, result("orders.v2", "replication", 1))).isFalse();
    ResourceRef orders = new ResourceRef(Kind.TOPIC, "orders");
    assertThat(known(baseline, result(RULE, orders, "replication", "dev", 1))).isFalse();
    assertThat(known(baseline, result(CoreRules.UNKNOWN_KIND, orders, "replication", "prod", 1)))
        .isFalse();
  }

  private static boolean known(Baseline baseline, Result result) {
    return baseline.over(List.of(result), List.of("prod"), true).results().get(0).known();
  }

  @Test
  void oneMoreThanIsKnownIsNew() {
    List<Result> three =
        List.of(
            result("orders", "replication", 1),
            result("orders", "replication", 5),
            result("orders", "replication", 9));
    Applied applied = baseline("", Map.of(ORDERS, 2), Sight.ALL).over(three, List.of("prod"), true);
    assertThat(applied.results()).extracting(Result::known).containsExactly(true, true, false);
    assertThat(applied.known()).isEqualTo(2);
    assertThat(applied.gone()).isZero();
    assertThat(baseline("", Map.of(ORDERS, 5), Sight.ALL).over(three, List.of("prod"), true).gone())
        .isEqualTo(2);
  }

  @Test
  void knownResultsDoNotCloseTheGate() {
    List<Result> results = List.of(result("orders", "replication", 1).asKnown());
    Report report = report(results, "prod");
    assertThat(report.verdict()).isEqualTo(Verdict.OPEN);
    assertThat(report.count(Severity.ERROR)).isZero();
    assertThat(report.asideCount(Severity.ERROR)).isEqualTo(1);
    assertThat(report(List.of(result("orders", "", 1)), "prod").verdict())
        .isEqualTo(Verdict.CLOSED);
  }

  @Test
  void whatIsOutOfSightIsNotGone() {
    Map<Entry, Integer> known = Map.of(ORDERS, 1);
    assertThat(gone(known, Sight.ALL, List.of("dev"), true)).isEqualTo(1);
    assertThat(gone(known, Sight.ALL, List.of("dev"), false)).isZero();
    assertThat(gone(known, Sight.BUNDLES, List.of("dev"), true)).isZero();
    assertThat(gone(known, Sight.BUNDLES, List.of("prod"), true)).isEqualTo(1);
    assertThat(gone(known, Sight.PARTS, List.of("prod"), true)).isZero();
  }

  private static int gone(
      Map<Entry, Integer> known, Sight sight, List<String> judged, boolean all) {
    return baseline("", known, sight).over(List.of(), judged, all).gone();
  }

  @Test
  void itHoldsWhereverHeadgateIsStarted() {
    ResourceRef document = new ResourceRef(Kind.DOCUMENT, "team/kafka/prod/a.yaml");
    ResourceRef secret =
        new ResourceRef(Kind.SECRET, "description of document team/kafka/prod/a.yaml");
    Baseline below = baseline("team/kafka/", Map.of(), Sight.ALL);
    assertThat(below.entry(result(RULE, document, "x", "team/kafka/prod", 1)))
        .isEqualTo(entry("document prod/a.yaml", "x"));
    assertThat(below.entry(result(RULE, secret, "x", "team/kafka/prod", 1)))
        .isEqualTo(entry("secret description of document prod/a.yaml", "x"));
    assertThat(below.entry(result(RULE, document, "x", "team/kafka", 1)).bundle()).isEqualTo(".");
    assertThat(below.entry(result(RULE, document, "x", "production", 1)).bundle())
        .isEqualTo("production");
    ResourceRef topic = new ResourceRef(Kind.TOPIC, "team/kafka/x");
    assertThat(below.entry(result(RULE, topic, "x", "prod", 1)).resource())
        .isEqualTo("topic team/kafka/x");
  }

  @Test
  void whatIsNotReadIsNeverKnown() {
    ResourceRef document = new ResourceRef(Kind.DOCUMENT, "a.yaml");
    Result whole = result(CoreRules.UNREADABLE_DOCUMENT, document, "", "prod", 1);
    Result value = result(CoreRules.UNREADABLE_DOCUMENT, document, "partitions", "prod", 1);
    Result strange = result(CoreRules.UNKNOWN_DIALECT, document, "", "prod", 1);
    Baseline empty = baseline("", Map.of(), Sight.ALL);
    BaselineUpdate update =
        BaselineUpdate.of(empty, report(List.of(whole, value, strange), "prod"), true, false);
    assertThat(update.leftOut()).containsExactly(whole, strange);
    assertThat(update.added()).containsExactly(empty.entry(value));
    Baseline all = baseline("", Map.of(empty.entry(whole), 1), Sight.ALL);
    assertThat(known(all, whole)).isFalse();
  }

  @Test
  void anUpdateSaysWhatItAddsAndRemoves() {
    Entry gone = entry("topic gone", "");
    Entry dev = new Entry(RULE.id(), "dev", "topic x", "");
    Baseline baseline = baseline("", Map.of(gone, 1, ORDERS, 3, dev, 1), Sight.BUNDLES);
    Report report =
        report(List.of(result("orders", "replication", 1), result("new", "name", 2)), "prod");
    BaselineUpdate update = BaselineUpdate.of(baseline, report, true, false);
    assertThat(update.added()).containsExactly(entry("topic new", "name"));
    assertThat(update.removed()).containsExactly(gone, ORDERS, ORDERS);
    assertThat(update.size()).isEqualTo(3);
    assertThat(update.text()).contains("bundle: dev", "topic new").doesNotContain("gone", "count");

    BaselineUpdate prune = BaselineUpdate.of(baseline, report, true, true);
    assertThat(prune.added()).isEmpty();
    assertThat(prune.removed()).containsExactly(gone, ORDERS, ORDERS);
    assertThat(prune.text()).doesNotContain("topic new");
  }

  @Test
  void theFileHasALineForEachEntryAndIsReadBack() {
    List<Result> results =
        List.of(
            result("zeta", "replication", 1),
            result("zeta", "replication", 2),
            result("a, \"b\": {c} #d", "config.x[0]", 3),
            result("ünï *", "", 4),
            result("{{ .name }} ${X}", "\u0007", 5),
            result("half \uD83D", "", 6));
    Baseline empty = baseline("", Map.of(), Sight.ALL);
    BaselineUpdate update = BaselineUpdate.of(empty, report(results, "prod"), true, false);
    String text = update.text();
    assertThat(text.lines().filter(line -> line.startsWith("- {rule: unknown-field, bundle: prod")))
        .hasSize(5)
        .anyMatch(line -> line.endsWith("attribute: \"\\u0007\"}"))
        .contains(
            "- {rule: unknown-field, bundle: prod, resource: topic zeta, attribute: replication,"
                + " count: 2}");
    Map<Entry, Integer> read = BaselineReader.read(new SourceText("k.yaml", text), CATALOG);
    Baseline again = baseline("", read, Sight.ALL);
    Applied applied = again.over(results, List.of("prod"), true);
    assertThat(applied.known()).isEqualTo(6);
    assertThat(applied.gone()).isZero();
    assertThat(BaselineUpdate.of(again, report(results, "prod"), true, false).text())
        .isEqualTo(text);
  }

  @Test
  void anEmptyBaselineIsReadBack() {
    Baseline empty = baseline("", Map.of(), Sight.ALL);
    String text = BaselineUpdate.of(empty, report(List.of(), "prod"), true, false).text();
    assertThat(BaselineReader.read(new SourceText("k.yaml", text), CATALOG)).isEmpty();
  }

  @Test
  void everyMistakeInTheFileHasItsPlace() {
    String text =
        """
        version: 1
        known:
        - {rule: unknown-feild, bundle: prod, resource: topic a}
        - {bundle: prod, resource: topic a}
        - {rule: unknown-field, bundle: "", resource: orders}
        - {rule: unknown-field, bundle: prod, resource: topik a, atribute: x}
        - {rule: unreadable-document, bundle: prod, resource: document a.yaml}
        - {rule: unknown-field, bundle: prod, resource: topic a, count: 0}
        - just this
        more: 1
        """;
    assertThatThrownBy(() -> BaselineReader.read(new SourceText("k.yaml", text), CATALOG))
        .isInstanceOfSatisfying(
            UserError.class,
            error ->
                assertThat(
                        error.messages().stream()
                            .map(message -> message.place() + ": " + message.text()))
                    .containsExactlyInAnyOrder(
                        "k.yaml:3:10: There is no rule 'unknown-feild'. Did you mean"
                            + " 'unknown-field'? If the rule is gone, 'headgate baseline --prune'"
                            + " takes the entry out.",
                        "k.yaml:4:3: 'rule' of an entry of the baseline is missing; give it a"
                            + " value.",
                        "k.yaml:5:25: 'bundle' of an entry of the baseline is missing; give it a"
                            + " value.",
                        "k.yaml:5:47: 'resource' of an entry of the baseline is 'orders', but must"
                            + " be a kind and a name, such as 'topic orders.v1'.",
                        "k.yaml:6:49: There is no kind of resource 'topik'. Did you mean 'topic'?",
                        "k.yaml:6:58: The key 'atribute' is unknown in an entry of the baseline, so"
                            + " it would be ignored. Did you mean 'attribute'?",
                        "k.yaml:7:10: A finding of 'unreadable-document' about something as a whole"
                            + " cannot be known: what is not read, or not compared, would pass as"
                            + " clean. Take the entry out.",
                        "k.yaml:8:65: 'count' of an entry of the baseline must be at least 1.",
                        "k.yaml:9:3: Each entry of 'known' of the baseline must be a mapping.",
                        "k.yaml:10:1: The key 'more' is unknown in the baseline, so it would be"
                            + " ignored."));
  }

  @Test
  void aRuleThatIsGoneKnowsNothingAndCanBeTakenOut() {
    String text = "version: 1\nknown:\n- {rule: acme-old, bundle: prod, resource: topic a}\n";
    Map<Entry, Integer> known = BaselineReader.read(new SourceText("k.yaml", text), CATALOG);
    assertThat(gone(known, Sight.ALL, List.of("prod"), true)).isEqualTo(1);
    String near = text.replace("acme-old", "unknown-fields");
    assertThat(BaselineReader.read(new SourceText("k.yaml", near), null)).hasSize(1);
  }

  @Test
  void aLineThatAMergeLeftTwiceCountsOnce() {
    String line = "- {rule: unknown-field, bundle: prod, resource: topic a}\n";
    String text = "version: 1\nknown:\n" + line + line;
    assertThat(BaselineReader.read(new SourceText("k.yaml", text), CATALOG))
        .containsExactlyEntriesOf(Map.of(entry("topic a", ""), 1));
  }

  @Test
  void whatIsNoBaselineIsRefused() {
    for (String text : List.of("", "- a\n", "known: []\n", "version: 2\n", "a: [\n", "x: 1\n")) {
      assertThatThrownBy(() -> BaselineReader.read(new SourceText("k.yaml", text), CATALOG))
          .as(text)
          .isInstanceOf(UserError.class);
    }
  }

  @Test
  void thePolicyNamesAFileInItsDirectory() {
    assertThat(policy("baseline: known/prod.yaml\n").baseline())
        .isNotNull()
        .extracting(Baseline::file)
        .isEqualTo("known/prod.yaml");
    assertThat(policy("").baseline()).isNull();
    for (String file :
        List.of(
            "../known.yaml",
            "/etc/known.yaml",
            "a/../../b",
            "~/k",
            "'.'",
            "''",
            "'a\\b'",
            "${X}",
            "\"a\\0b\"")) {
      assertThatThrownBy(() -> policy("baseline: " + file + "\n"))
          .as(file)
          .isInstanceOfSatisfying(
              UserError.class,
              error ->
                  assertThat(error.messages().get(0).place())
                      .hasToString("sub/headgate.yaml:2:11"));
    }
  }

  private static Policy policy(String more) {
    return PolicyReader.read(new SourceText("sub/headgate.yaml", "version: 1\n" + more), CATALOG);
  }
}
