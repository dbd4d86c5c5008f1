package io.headgate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.Dialects;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DuplicatesTest {

  private static final Dialects DIALECTS = new Dialects(new KnownDialects());

  @Test
  void findsTwoObjectsForOneTopic() {
    List<Finding> findings =
        in(
            Map.of(
                "t.yaml",
                """
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaTopic
                metadata: {name: one}
                spec: {topicName: orders}
                ---
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaTopic
                metadata: {name: two}
                spec: {topicName: orders}
                """));

    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.rule()).isEqualTo(CoreRules.DUPLICATE_RESOURCE);
    assertThat(finding.resource().toString()).isEqualTo("topic orders");
    assertThat(finding.place().startLine()).isEqualTo(9);
    assertThat(finding.related()).singleElement().matches(other -> other.place().startLine() == 4);
  }

  @Test
  void saysNothingAboutNamesThatATemplateGives() {
    assertThat(
            in(
                Map.of(
                    "kafka/topics/a.yaml", "name: ${A}\n", "kafka/topics/b.yaml", "name: ${B}\n")))
        .isEmpty();
  }

  @Test
  void saysNothingAboutPatternsThatATemplateGives() {
    String acl =
        """
        - permissionType: ALLOW
          principal: User:a
          operation: READ
          resourceType: TOPIC
          patternType: LITERAL
          resourceName: orders
          host: "*"
        """;
    assertThat(in(Map.of("kafka/acls/acls.yaml", acl + acl))).hasSize(1);
    String other = acl.replace("LITERAL", "${PATTERN}");
    assertThat(in(Map.of("kafka/acls/acls.yaml", acl + other))).isEmpty();
    assertThat(in(Map.of("kafka/acls/acls.yaml", other + other))).isEmpty();
  }

  @Test
  void letsSeveralThingsImplyOneAcl() {
    String topology =
        """
        context: a
        projects:
        - name: NAME
          consumers: [{principal: "User:x"}]
          topics: [{name: t}]
        """;
    assertThat(
            in(
                Map.of(
                    "a.yaml",
                    topology.replace("NAME", "p"),
                    "b.yaml",
                    topology.replace("NAME", "q"))))
        .isEmpty();
    assertThat(in(Map.of("a.yaml", topology, "b.yaml", topology)))
        .extracting(finding -> finding.resource().toString())
        .containsExactly("topic a.NAME.t");
  }

  @Test
  void letsAnAlertHaveSeveralThresholds() {
    String alerts =
        """
        alert: 2000
        conditions:
        - lag >= 10 on group g and topic t
        - lag >= 20 on group g and topic t
        """;
    assertThat(in(Map.of("alert-settings/a.yaml", alerts))).isEmpty();
    assertThat(in(Map.of("alert-settings/a.yaml", alerts.replace(">= 20", ">= 10")))).hasSize(1);
  }

  @Test
  void letsAConnectorRunInSeveralClusters() {
    assertThat(
            in(
                Map.of(
                    "apps/connectors/a.yaml", "clusterName: a\nname: c\nconfig: {}\n",
                    "apps/connectors/b.yaml", "clusterName: b\nname: c\nconfig: {}\n")))
        .isEmpty();
    assertThat(
            in(
                Map.of(
                    "apps/connectors/a.yaml", "clusterName: a\nname: c\nconfig: {}\n",
                    "apps/connectors/b.yaml", "clusterName: a\nname: c\nconfig: {}\n")))
        .hasSize(1);
  }

  @Test
  void letsAnAlertGoToSeveralChannels() {
    String alert =
        """
        apiVersion: console/v3
        kind: Alert
        metadata: {name: %s, group: g}
        spec:
          cluster: c
          type: TopicAlert
          topicName: t
          metric: MessageIn
          operator: GreaterThan
          threshold: 5
          destination: {type: Slack, channel: c}
        """;
    String one = alert.formatted("a");
    assertThat(in(Map.of("a.yaml", one, "b.yaml", alert.formatted("b")))).isEmpty();
    // The alert has a name, and such may share one: its channel tells of it.
    assertThat(in(Map.of("a.yaml", one, "b.yaml", one))).hasSize(1);
  }

  @Test
  void letsASubjectReferToItsFile() {
    String subject =
        """
        apiVersion: kafka/v2
        kind: Subject
        metadata: {cluster: c, name: orders-value}
        spec: {format: AVRO, schemaFile: schemas/orders-value.avsc}
        """;
    String record =
        "{\"type\": \"record\", \"name\": \"R\", \"fields\": [{\"name\": \"a\", \"type\":"
            + " \"int\"}]}";
    assertThat(in(Map.of("s.yaml", subject, "schemas/orders-value.avsc", record))).isEmpty();
    assertThat(in(Map.of("s.yaml", subject, "t.yaml", subject))).hasSize(1);
    assertThat(in(Map.of("a/orders-value.avsc", record, "b/orders-value.avsc", record))).hasSize(1);
  }

  @Test
  void leavesDeploymentsToTheirOwnTools() {
    String deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\n";
    assertThat(in(Map.of("base/d.yaml", deployment, "overlay/d.yaml", deployment))).isEmpty();
  }

  private static List<Finding> in(Map<String, String> files) {
    List<Resource> resources = new ArrayList<>();
    files.forEach(
        (path, text) -> {
          ReadFile file =
              Objects.requireNonNull(DIALECTS.read(new SourceText(path, text), false), path);
          resources.addAll(file.resources());
        });
    return Duplicates.in(new Bundle(Environment.UNKNOWN, Set.of(), resources));
  }
}
