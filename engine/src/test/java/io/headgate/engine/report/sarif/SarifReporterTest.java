package io.headgate.engine.report.sarif;

import static io.headgate.engine.report.sarif.Logs.CLEAN;
import static io.headgate.engine.report.sarif.Logs.MENAGERIE;
import static io.headgate.engine.report.sarif.Logs.report;
import static io.headgate.engine.report.sarif.Logs.run;
import static io.headgate.engine.report.sarif.Logs.tree;
import static io.headgate.engine.report.sarif.Logs.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.engine.report.Intake;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.spi.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SarifReporterTest {

  @Test
  void everyResultIsThereInTheOrderOfTheReport() {
    Report report = report(MENAGERIE);
    List<String> messages = new ArrayList<>();
    run(report).get("results").forEach(r -> messages.add(r.at("/message/text").stringValue()));
    assertThat(messages)
        .hasSizeGreaterThan(5)
        .isEqualTo(
            report.results().stream().map(r -> Words.sentence(r.finding().message())).toList());
  }

  @Test
  void levelsAreAlwaysWritten() {
    Report report = report(MENAGERIE);
    JsonNode run = run(report);
    List<String> levels = new ArrayList<>();
    run.get("results").forEach(r -> levels.add(r.get("level").stringValue()));
    assertThat(levels)
        .contains("error", "warning", "note")
        .isEqualTo(report.results().stream().map(r -> r.severity().word()).toList());
    for (JsonNode rule : run.at("/tool/driver/rules")) {
      assertThat(rule.at("/defaultConfiguration/level").stringValue())
          .isEqualTo(
              Objects.requireNonNull(report.catalog().rule(rule.get("id").stringValue()))
                  .severity()
                  .word());
    }
  }

  @Test
  void whatThePolicyMakesLighterIsLighter() {
    JsonNode run =
        run(report(MENAGERIE, "version: 1\nrules:\n  topic-few-replicas: {severity: warning}\n"));
    JsonNode result = first(run, "topic-few-replicas");
    assertThat(result.get("level").stringValue()).isEqualTo("warning");
    assertThat(
            run.at("/tool/driver/rules")
                .get(result.get("ruleIndex").intValue())
                .at("/defaultConfiguration/level")
                .stringValue())
        .isEqualTo("error");
  }

  @Test
  void ruleIndexesLeadToTheRule() {
    JsonNode run = run(report(MENAGERIE));
    for (JsonNode result : run.get("results")) {
      assertThat(run.at("/tool/driver/rules").get(result.get("ruleIndex").intValue()).get("id"))
          .isEqualTo(result.get("ruleId"));
    }
  }

  @Test
  void rulesAreDescribed() {
    JsonNode rules = run(report(CLEAN)).at("/tool/driver/rules");
    JsonNode paged = byId(rules, "topic-few-replicas");
    assertThat(paged.get("name").stringValue()).isEqualTo("TopicFewReplicas");
    assertThat(paged.at("/shortDescription/text").stringValue())
        .isEqualTo("A topic has too few replicas.");
    assertThat(paged.at("/fullDescription/text").stringValue()).startsWith("A topic has fewer");
    assertThat(paged.at("/help/markdown").stringValue()).startsWith("# topic-few-replicas");
    assertThat(paged.at("/help/text").stringValue()).contains("How to fix:");
    assertThat(texts(paged.at("/properties/tags"))).containsExactly("topic", "durability");
    JsonNode without = byId(rules, "secret-in-clear-text");
    assertThat(without.at("/help/text").stringValue())
        .isEqualTo("A secret is written in the clear.");
    assertThat(texts(without.at("/properties/tags"))).hasSize(10).startsWith("secret", "t1", "t2");
    assertThat(rules.propertyStream().map(Map.Entry::getKey)).doesNotContain("helpUri");
  }

  @Test
  void theSameReportGivesTheSameCharacters() {
    String once = write(report(MENAGERIE));
    assertThat(write(report(MENAGERIE))).isEqualTo(once);
    Report report = report(MENAGERIE);
    assertThat(write(report)).isEqualTo(write(report)).isEqualTo(once);
  }

  @Test
  void eachResultHasALineOfItsOwn() {
    Report report = report(MENAGERIE);
    assertThat(write(report).lines().filter(line -> line.contains("\"ruleId\"")))
        .hasSize(report.results().size());
  }

  @Test
  void secretsAreNowhere() {
    Report report =
        report(MENAGERIE, "version: 1\nrules:\n  topic-fragile: {settings: {breaks: true}}\n");
    String log = write(report);
    assertThat(log).doesNotContain("hunter2", "s3cr3t");
    List<JsonNode> secrets = all(tree(log).at("/runs/0"), "secret-in-clear-text");
    assertThat(secrets).hasSize(2);
    assertThat(secrets.get(0).at("/locations/0/physicalLocation/region/snippet/text").stringValue())
        .matches("\\*+");
    assertThat(
            secrets
                .get(1)
                .at("/locations/0/physicalLocation/contextRegion/snippet/text")
                .stringValue())
        .contains("connection.password: *", "jdbc:postgresql://u:***");
  }

  @Test
  void aFingerprintSaysNothingAboutASecret() {
    String text = Objects.requireNonNull(MENAGERIE.get("apps/connectors/sink.yaml"));
    JsonNode one = run(report(Map.of("apps/connectors/sink.yaml", text)));
    JsonNode other =
        run(report(Map.of("apps/connectors/sink.yaml", text.replace("hunter2", "Hunter3"))));
    assertThat(one.get("results")).isEqualTo(other.get("results"));
  }

  @Test
  void strangeNamesStayHarmless() {
    JsonNode run = run(report(MENAGERIE));
    JsonNode shouting = all(run, "topic-shouting-name").get(1);
    assertThat(shouting.at("/message/text").stringValue())
        .isEqualTo(
            "The topic 'A\uFFFD\uFFFDb<script>'\"[x] (http://example.org) !' has capital letters.");
    assertThat(shouting.at("/locations/0/logicalLocations/0/name").stringValue())
        .isEqualTo("A\uFFFD\uFFFDb<script>'\"[x](http://example.org) !");
    String log = write(report(MENAGERIE));
    assertThat(log.codePoints())
        .noneMatch(c -> Character.getType(c) == Character.FORMAT || (c < ' ' && c != '\n'));
  }

  @Test
  void placesAreWholeRegionsWithTheirText() {
    JsonNode physical =
        all(run(report(MENAGERIE)), "topic-shouting-name")
            .get(0)
            .at("/locations/0/physicalLocation");
    assertThat(physical.at("/artifactLocation/uri").stringValue())
        .isEqualTo("kafka/topics/50%25%20gr%C3%B6%C3%9Fer%231.yaml");
    assertThat(physical.at("/artifactLocation/uriBaseId").stringValue()).isEqualTo("SRCROOT");
    assertThat(Logs.compact(physical.get("region")))
        .isEqualTo(
            "{\"startLine\":2,\"startColumn\":9,\"endLine\":2,\"endColumn\":17,"
                + "\"snippet\":{\"text\":\"'ORDERS'\"}}");
    assertThat(Logs.compact(physical.get("contextRegion")))
        .isEqualTo(
            "{\"startLine\":1,\"startColumn\":1,\"endLine\":3,\"endColumn\":14,\"snippet\":{"
                + "\"text\":\"# Grüße 🙂\\n\\\"name\\\": 'ORDERS' # 🙂 ok\\npartitions: 6\"}}");
  }

  @Test
  void relatedPlacesHaveNumbersAndWords() {
    JsonNode related = first(run(report(MENAGERIE)), "topic-similar-name").get("relatedLocations");
    assertThat(related).hasSize(2);
    assertThat(related.get(0).get("id").intValue()).isEqualTo(1);
    assertThat(related.get(1).get("id").intValue()).isEqualTo(2);
    assertThat(related.get(1).at("/message/text").stringValue()).isEqualTo("The other one.");
  }

  @Test
  void theRunSaysWhatItIs() {
    JsonNode run = run(report(CLEAN));
    assertThat(run.at("/tool/driver/name").stringValue()).isEqualTo("headgate");
    assertThat(run.get("columnKind").stringValue()).isEqualTo("unicodeCodePoints");
    assertThat(run.at("/originalUriBaseIds/SRCROOT/description/text").isString()).isTrue();
    assertThat(run.at("/originalUriBaseIds/SRCROOT").has("uri")).isFalse();
    assertThat(run.get("results").isArray()).isTrue();
    assertThat(run.get("results")).isEmpty();
    assertThat(run.at("/invocations/0/executionSuccessful").booleanValue()).isTrue();
    assertThat(run.at("/invocations/0/exitCode").intValue()).isZero();
    assertThat(run.at("/automationDetails/id").stringValue()).isEqualTo("headgate/");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1.0-SNAPSHOT, 0.1.0-SNAPSHOT",
    "1.2.3+build.7,  1.2.3+build.7",
    "1.2,            ''",
    "01.2.3,         ''",
    "development,    ''"
  })
  void theSemanticVersionIsOne(String version, String semantic) {
    JsonNode driver =
        tree(write(report(CLEAN), new SarifReporter(Profile.ARCHIVE, null, version)))
            .at("/runs/0/tool/driver");
    assertThat(driver.get("version").stringValue()).isEqualTo(version);
    assertThat(driver.path("semanticVersion").stringValue("")).isEqualTo(semantic);
  }

  @Test
  void theGateIsInTheExitCode() {
    assertThat(run(report(MENAGERIE)).at("/invocations/0/exitCode").intValue()).isEqualTo(1);
    assertThat(run(report(MENAGERIE)).at("/invocations/0/exitCodeDescription").stringValue())
        .isEqualTo("The gate is closed.");
  }

  @Test
  void theAutomationIdIsTheEnvironmentOrTheBundle() {
    Map<String, String> nested =
        Map.of("prod/eu/kafka/topics/orders.yaml", "name: orders\nreplication: 3\n");
    assertThat(run(report(nested)).at("/automationDetails/id").stringValue())
        .isEqualTo("headgate/prod/eu/");
    assertThat(
            run(report(nested, "version: 1\nenvironment: live\n"))
                .at("/automationDetails/id")
                .stringValue())
        .isEqualTo("headgate/live/");
  }

  @Test
  void ofSeveralBundlesEachResultNamesItsOwn() {
    String topic = "name: orders\nreplication: 1\n";
    JsonNode run =
        run(
            report(
                Map.of("d\u202Ev/kafka/topics/a.yaml", topic, "prod/kafka/topics/a.yaml", topic)));
    assertThat(run.at("/automationDetails/id").stringValue()).isEqualTo("headgate/");
    assertThat(run.at("/results/0/properties/bundle").stringValue()).isEqualTo("d\uFFFDv");
    assertThat(run.at("/results/1/properties/bundle").stringValue()).isEqualTo("prod");
    assertThat(run.at("/results/0/partialFingerprints/headgate~1v1"))
        .isNotEqualTo(run.at("/results/1/partialFingerprints/headgate~1v1"));
  }

  @Test
  void aBrokenCheckerIsNoSuccess() {
    JsonNode run =
        run(report(CLEAN, "version: 1\nrules:\n  topic-fragile: {settings: {breaks: true}}\n"));
    JsonNode invocation = run.at("/invocations/0");
    assertThat(invocation.get("executionSuccessful").booleanValue()).isFalse();
    assertThat(invocation.get("exitCode").intValue()).isEqualTo(3);
    JsonNode notices = invocation.get("toolExecutionNotifications");
    assertThat(notices).hasSize(2);
    assertThat(notices.at("/0/level").stringValue()).isEqualTo("error");
    assertThat(notices.at("/0/descriptor/id").stringValue()).isEqualTo("checker-failed");
    assertThat(notices.at("/0/associatedRule/id").stringValue()).isEqualTo("topic-fragile");
    assertThat(notices.at("/1/associatedRule/id").stringValue()).isEqualTo("topic-brittle");
    assertThat(
            run.at("/tool/driver/rules")
                .get(notices.at("/1/associatedRule/index").intValue())
                .get("id")
                .stringValue())
        .isEqualTo("topic-brittle");
    assertThat(notices.at("/0/message/text").stringValue())
        .startsWith("The rule 'topic-fragile' broke on bundle '.': java.lang.IllegalStateException")
        .endsWith("What it would have found is not known.");
  }

  @Test
  void whatWasNotReadIsNoted() {
    Map<String, String> files =
        Map.of(
            "topic.yaml",
            """
            apiVersion: kafka.strimzi.io/v1beta2
            kind: KafkaTopic
            metadata: {name: orders}
            spec: {replicas: 3}
            ---
            apiVersion: kafka.strimzi.io/v1beta2
            kind: KafkaBridge
            metadata: {name: bridge}
            """,
            "other.yaml",
            "a: 1\n",
            "crossplane.yaml",
            "apiVersion: topic.kafka.crossplane.io/v1alpha1\nkind: Topic\n");
    JsonNode notices = run(report(files)).at("/invocations/0/toolExecutionNotifications");
    List<String> said = new ArrayList<>();
    notices.forEach(
        n ->
            said.add(
                n.at("/descriptor/id").stringValue()
                    + " "
                    + n.get("level").stringValue()
                    + " "
                    + n.at("/message/text").stringValue()));
    assertThat(said)
        .containsExactly(
            "objects-not-read note Not read, and so not judged: 1 KafkaBridge.",
            "files-skipped note 2 files were skipped, for nothing of a Kafka landscape was"
                + " recognised there.",
            "files-not-understood warning 1 file looks like Kafka, but no dialect understands what"
                + " is in there, so no rule has looked at it.");
  }

  @Test
  void fingerprintsSurviveLinesInsertedAbove() {
    String text = "name: orders\npartitions: 6\nreplication: 1\n";
    JsonNode before = prints(Map.of("kafka/topics/a.yaml", text), "topic-few-replicas");
    JsonNode after =
        prints(Map.of("kafka/topics/a.yaml", "# one\n\n# two\n" + text), "topic-few-replicas");
    assertThat(before.get("primaryLocationLineHash").stringValue()).matches("[0-9a-f]+:1");
    assertThat(before.get("headgate/v1").stringValue()).matches("[0-9a-f]{64}");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void equalIdentitiesAreNumberedInOrder() {
    Report report = report(MENAGERIE);
    Result result = report.results().get(0);
    Report twice =
        new Report(
            report.bundles(),
            List.of(result, report.results().get(1), result, result),
            List.of(),
            Severity.ERROR,
            Intake.NOTHING,
            report.catalog(),
            report.sources());
    List<String> prints = new ArrayList<>();
    run(twice)
        .get("results")
        .forEach(r -> prints.add(r.at("/partialFingerprints/headgate~1v1").stringValue()));
    assertThat(prints).doesNotHaveDuplicates();
    assertThat(prints.get(2)).isEqualTo(prints.get(0) + ":2");
    assertThat(prints.get(3)).isEqualTo(prints.get(0) + ":3");
  }

  @Test
  void theWriterStaysOpenAndItsErrorsPass() throws IOException {
    List<String> calls = new ArrayList<>();
    Writer open =
        new StringWriter() {
          @Override
          public void close() {
            calls.add("close");
          }
        };
    new SarifReporter(Profile.ARCHIVE, null).write(report(CLEAN), open);
    assertThat(calls).isEmpty();
    Writer full =
        new Writer() {
          @Override
          public void write(char[] chars, int from, int length) throws IOException {
            throw new IOException("disk full");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> new SarifReporter(Profile.ARCHIVE, null).write(report(CLEAN), full))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("disk full");
  }

  private static JsonNode prints(Map<String, String> files, String rule) {
    return first(run(report(files)), rule).get("partialFingerprints");
  }

  private static JsonNode first(JsonNode run, String rule) {
    return all(run, rule).get(0);
  }

  private static List<JsonNode> all(JsonNode run, String rule) {
    List<JsonNode> found = new ArrayList<>();
    run.get("results")
        .forEach(
            result -> {
              if (result.get("ruleId").stringValue().equals(rule)) {
                found.add(result);
              }
            });
    return found;
  }

  private static JsonNode byId(JsonNode rules, String id) {
    for (JsonNode rule : rules) {
      if (rule.get("id").stringValue().equals(id)) {
        return rule;
      }
    }
    throw new AssertionError("There is no rule '" + id + "'.");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.stringValue()));
    return texts;
  }
}
