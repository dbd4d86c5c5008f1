package io.headgate.engine.dialect.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.KnownDialects;
import io.headgate.engine.dialect.Dialects;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Topic;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final String TOPIC =
      """
      {"address": "kafka_topic.a", "mode": "managed", "type": "kafka_topic", "name": "a",
       "change": {"actions": [%s], "before": %s, "after": %s,
                  "after_unknown": %s, "before_sensitive": false, "after_sensitive": %s}}
      """;

  private static final String ORDERS =
      """
      {"name": "orders", "partitions": 6, "replication_factor": 3, "config": {"retention.ms": "1"}}\
      """;

  @Test
  void whatIsToBeAndWhatWas() {
    ReadFile file = read(plan(change("\"update\"", ORDERS.replace("6", "12"), ORDERS, "{}")));
    Topic topic = topic(file);
    assertThat(topic.partitions().get()).isEqualTo(6);
    assertThat(topic.partitions().place().startLine()).isEqualTo(3);
    assertThat(topic.config().get("retention.ms").get()).isEqualTo("1");
    assertThat(topic(file.before()).partitions().get()).isEqualTo(12);
    assertThat(file.findings()).isEmpty();
  }

  @Test
  void readsThePlanUnderTheKeyThatTheCloudPutsAroundIt() {
    String wrapped =
        "{\"id\": 1, \"plan\": " + plan(change("\"no-op\"", ORDERS, ORDERS, "{}")) + "}";
    assertThat(topic(read(wrapped)).name().get()).isEqualTo("orders");
  }

  @Test
  void aDeletedResourceIsOnlyInTheStateBefore() {
    ReadFile file = read(plan(change("\"delete\"", ORDERS, "null", "{}")));
    assertThat(file.resources()).isEmpty();
    assertThat(topic(file.before()).name().get()).isEqualTo("orders");
  }

  @Test
  void aReplacedResourceIsInBoth() {
    ReadFile file = read(plan(change("\"delete\", \"create\"", ORDERS, ORDERS, "{}")));
    assertThat(file.resources()).hasSize(1);
    assertThat(before(file).resources()).hasSize(1);
  }

  @Test
  void whatIsKnownOnlyAfterApplyIsUnknownWithItsPlace() {
    ReadFile file =
        read(
            plan(
                change(
                    "\"create\"",
                    "null",
                    "{\"partitions\": 6, \"replication_factor\": null, \"config\": {\"a\": \"b\"}}",
                    "{\"name\": true, \"replication_factor\": true, \"config\": {\"c\": true}}")));
    Topic topic = topic(file);
    assertThat(topic.name().isUnknown()).isTrue();
    assertThat(topic.replication().isUnknown()).isTrue();
    assertThat(topic.partitions().get()).isEqualTo(6);
    assertThat(topic.config().get("c").isUnknown()).isTrue();
    assertThat(topic.config().get("a").get()).isEqualTo("b");
    assertThat(file.findings()).isEmpty();
  }

  @Test
  void aWholeConfigurationThatIsUnknownMayHoldAnyKey() {
    Topic topic =
        topic(read(plan(change("\"create\"", "null", "{\"name\": \"a\"}", "{\"config\": true}"))));
    assertThat(topic.config().get("retention.ms").isUnknown()).isTrue();
  }

  @Test
  void aSensitiveValueIsUnknownAndHidden() {
    String text =
        plan(
            TOPIC.formatted(
                "\"update\"",
                ORDERS.replace("orders", "old-secret"),
                ORDERS.replace("orders", "new-secret"),
                "{}",
                "{\"name\": true}"));
    ReadFile file =
        read(text.replace("\"before_sensitive\": false", "\"before_sensitive\": {\"name\": true}"));
    assertThat(topic(file).name().isUnknown()).isTrue();
    assertThat(topic(file.before()).name().isUnknown()).isTrue();
    assertThat(hidden(text, file)).contains("\"old-secret\"", "\"new-secret\"");
  }

  @Test
  void theValuesOfVariablesAndSensitiveValuesElsewhereAreHidden() {
    String text =
        """
        {"format_version": "1.2", "variables": {"p": {"value": "of-variable"}},
         "planned_values": {"outputs": {"o": {"sensitive": true, "value": "of-output"}},
          "root_module": {"child_modules": [{"resources": [
           {"values": {"x": [{"y": "of-planned"}]}, "sensitive_values": {"x": [{"y": true}]}}]}]}},
         "prior_state": {"values": {"root_module": {"resources": [
           {"values": {"x": "of-prior"}, "sensitive_values": {"x": true}}]}}},
         "resource_drift": [{"change": {"before": {"x": "of-drift"}, "before_sensitive": true}}],
         "output_changes": {"o": {"before": "of-before", "before_sensitive": true}},
         "resource_changes": [
           {"type": "other", "change": {"after": {"x": "of-other"}, "after_sensitive": {"x": true}}},
        """
            + change("\"create\"", "null", ORDERS, "{}")
            + "]}";
    assertThat(hidden(text, read(text)))
        .contains(
            "\"of-variable\"",
            "\"of-output\"",
            "\"of-planned\"",
            "\"of-prior\"",
            "\"of-drift\"",
            "\"of-before\"",
            "\"of-other\"");
  }

  @Test
  void dataSourcesDeposedObjectsAndOtherTypesAreNotRead() {
    String data = change("\"read\"", "null", ORDERS, "{}").replace("managed", "data");
    String deposed =
        change("\"delete\"", ORDERS, "null", "{}")
            .replace("\"mode\"", "\"deposed\": \"abc\", \"mode\"");
    String other =
        change("\"create\"", "null", ORDERS, "{}")
            .replace("\"type\": \"kafka_topic\"", "\"type\": \"x\"");
    ReadFile file = read(plan(data + "," + deposed + "," + other));
    assertThat(file.resources()).isEmpty();
    assertThat(before(file).resources()).isEmpty();
  }

  @Test
  void anAclWithItsOwnWords() {
    ReadFile file =
        read(
            plan(
                change(
                        "\"create\"",
                        "null",
                        """
                        {"resource_name": "tx", "resource_type": "TransactionalID",
                         "acl_principal": "User:a", "acl_host": "*", "acl_operation": "Write",
                         "acl_permission_type": "Deny", "resource_pattern_type_filter": "Prefixed"}\
                        """,
                        "{}")
                    .replace("kafka_topic", "kafka_acl")));
    assertThat(((Acl) file.resources().get(0)).ref().name())
        .isEqualTo("DENY User:a WRITE on TRANSACTIONAL_ID PREFIXED tx from *");
  }

  @Test
  void aWrongTypeIsAFindingAndTheRestIsRead() {
    ReadFile file =
        read(
            plan(
                change("\"create\"", "null", ORDERS.replace("6", "\"six\""), "{}")
                    + ","
                    + change("\"create\"", "null", ORDERS, "{}")));
    assertThat(file.resources()).hasSize(2);
    assertThat(topic(file).partitions().isUnknown()).isTrue();
    assertThat(file.findings())
        .extracting(Finding::message)
        .containsExactly("'partitions' of a kafka_topic is 'six', but must be a whole number.");
  }

  @Test
  void anotherMajorVersionIsRefused() {
    ReadFile file = read(ofKafka(plan("")).replace("1.2", "2.0"));
    assertThat(file.findings())
        .extracting(Finding::message)
        .containsExactly(
            "The plan has the format version '2.0', and headgate reads the versions 0 and 1; let a"
                + " Terraform of these write it.");
  }

  @Test
  void aPlanThatFailedIsAFinding() {
    ReadFile file = read(ofKafka(plan("")).replace("{\"format", "{\"errored\": true, \"format"));
    assertThat(file.findings()).hasSize(1);
  }

  @Test
  void whereverItIsCutItIsReadOrAFinding() {
    String text = plan(change("\"update\"", ORDERS, ORDERS, "{}"));
    for (int end = text.indexOf("kafka_topic\"") + 20; end < text.length() - 1; end++) {
      ReadFile file = read(text.substring(0, end));
      assertThat(file.findings()).as(text.substring(0, end)).isNotEmpty();
    }
  }

  @Test
  void anyPieceMayBeOfAnotherType() {
    String text = plan(change("\"update\"", ORDERS, ORDERS, "{\"x\": [true]}"));
    List<String> pieces =
        List.of(ORDERS, "{\"x\": [true]}", "[\"update\"]", "\"kafka_topic\"", "\"managed\"");
    for (String piece : pieces) {
      for (String other : List.of("null", "1", "true", "\"\"", "[]", "{}", "[[1]]")) {
        new Dialects(new KnownDialects())
            .read(new SourceText("plan.json", text.replace(piece, other)), true);
      }
    }
  }

  private static String ofKafka(String plan) {
    return plan.replace("]}", "], \"configuration\": \"kafka_topic\"}");
  }

  @Test
  void aPlanOfOtherThingsIsNotOurs() {
    String text =
        plan("{\"address\": \"aws_sqs_queue.a\", \"type\": \"aws_sqs_queue\", \"change\": {}}");
    assertThat(new Dialects(new KnownDialects()).read(new SourceText("plan.json", text), false))
        .isNull();
    assertThat(
            new Dialects(new KnownDialects())
                .read(new SourceText("plan.json", ofKafka(text)), false))
        .isNull();
  }

  @Test
  void plannedValuesAloneDoNotTellWhatIsUnknown() {
    ReadFile file =
        read(
            "{\"format_version\": \"1.2\", \"planned_values\": {\"root_module\": {\"resources\":"
                + " [{\"type\": \"kafka_topic\"}]}}}");
    assertThat(file.findings()).extracting(Finding::attribute).containsExactly("resource_changes");
  }

  private static String change(String actions, String before, String after, String unknown) {
    return TOPIC.formatted(actions, before, after, unknown, "{}");
  }

  private static String plan(String changes) {
    return "{\"format_version\": \"1.2\", \"resource_changes\": [\n" + changes + "]}";
  }

  private static ReadFile read(String text) {
    return Objects.requireNonNull(
        new Dialects(new KnownDialects()).read(new SourceText("plan.json", text), false));
  }

  private static ReadFile before(ReadFile file) {
    return Objects.requireNonNull(file.before());
  }

  private static Topic topic(@Nullable ReadFile file) {
    return (Topic) Objects.requireNonNull(file).resources().get(0);
  }

  private static List<String> hidden(String text, ReadFile file) {
    SourceText source = new SourceText("plan.json", text);
    return file.secrets().stream().map(place -> at(source, place)).toList();
  }

  private static String at(SourceText source, Place place) {
    return source
        .text()
        .substring(
            source.offset(place.startLine(), place.startColumn()),
            source.offset(place.endLine(), place.endColumn()));
  }
}
