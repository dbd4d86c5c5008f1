package io.headgate.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.KnownDialects;
import io.headgate.engine.document.SourceText;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the objects of operators say about the Kafka cluster that they are for. */
class OperatorFactsTest {

  @Test
  void mirrorTopicsExist() {
    ReadFile file =
        read(
            """
            apiVersion: platform.confluent.io/v1beta1
            kind: ClusterLink
            metadata: {name: link}
            spec:
              mirrorTopics:
                - {name: orders}
                - {name: '{{ prefix }}.payments'}
                - {sourceTopicName: clicks}
            """);
    assertThat(topics(file)).containsExactly("orders");
    assertThat(file.notRead()).containsOnlyKeys("ClusterLink");
    assertThat(file.resources()).isEmpty();
  }

  @Test
  void topicsThatFlinkMakesExist() {
    ReadFile file =
        read(
            """
            apiVersion: platform.confluent.io/v1beta1
            kind: FlinkStatement
            metadata: {name: make}
            spec:
              flinkEnvironment: e
              computePoolName: p
              statement: CREATE TABLE `orders` (id INT)
            """);
    assertThat(topics(file)).containsExactly("orders");
    assertThat(file.resources()).isEmpty();
  }

  @Test
  void aNamespaceOwnsNamesBeforeItHasTopics() {
    ReadFile file =
        read(
            """
            apiVersion: v1
            kind: AccessControlEntry
            metadata: {name: a, namespace: n, cluster: local}
            spec: {resourceType: TOPIC, resource: abc., resourcePatternType: PREFIXED, permission: OWNER, grantedTo: n}
            ---
            apiVersion: v1
            kind: AccessControlEntry
            metadata: {name: b, namespace: n}
            spec: {resourceType: TOPIC, resource: other., resourcePatternType: PREFIXED, permission: READ, grantedTo: n}
            ---
            apiVersion: v1
            kind: AccessControlEntry
            metadata: {name: c, namespace: n}
            spec: {resourceType: TOPIC, resource: one, resourcePatternType: LITERAL, permission: OWNER, grantedTo: n}
            """);
    assertThat(topics(file)).containsExactly("abc.");
    assertThat(file.facts()).extracting(ClusterFacts::cluster).containsExactly("local");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {apiVersion: platform.confluent.io/v1beta1, kind: KafkaTopic, metadata: {name: a}, spec: {kafkaClusterRef: {name: k}}}                               | k
          {apiVersion: platform.confluent.io/v1beta1, kind: KafkaTopic, metadata: {name: a, namespace: n}, spec: {kafkaClusterRef: {name: k}}}                 | n/k
          {apiVersion: platform.confluent.io/v1beta1, kind: KafkaTopic, metadata: {name: a, namespace: n}, spec: {kafkaClusterRef: {name: k, namespace: m}}}   | m/k
          {apiVersion: platform.confluent.io/v1beta1, kind: KafkaTopic, metadata: {name: a, namespace: n}, spec: {}}                                           | -
          {apiVersion: kafka.nais.io/v1, kind: Topic, metadata: {name: a, namespace: n}, spec: {pool: p, acl: []}}                                             | p
          {apiVersion: aiven.io/v1alpha1, kind: KafkaTopic, metadata: {name: a}, spec: {project: p, serviceName: s, partitions: 1, replication: 3}}            | p/s
          {apiVersion: cluster.redpanda.com/v1alpha2, kind: Topic, metadata: {name: a, namespace: n}, spec: {cluster: {clusterRef: {name: r}}}}                | n/r
          {apiVersion: kafka.banzaicloud.io/v1alpha1, kind: KafkaTopic, metadata: {name: a}, spec: {name: a, partitions: 1, replicationFactor: 3, clusterRef: {name: k, namespace: m}}} | m/k
          """)
  void theClusterIsNamed(String text, String cluster) {
    ReadFile file = read(text);
    assertThat(file.clusters().keySet())
        .isEqualTo(cluster.equals("-") ? Set.of() : Set.of(cluster));
    assertThat(file.resources()).hasSize(1);
  }

  private static List<String> topics(ReadFile file) {
    return file.facts().stream().flatMap(facts -> facts.topics().stream()).toList();
  }

  private static ReadFile read(String text) {
    return (ReadFile) new Dialects(new KnownDialects()).look(new SourceText("a.yaml", text), false);
  }
}
