package io.headgate.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.KnownDialects;
import io.headgate.engine.document.SourceText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects of the same kind in groups of several tools: each is read by its own and by no other. */
class SameKindsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: a}, spec: {}}                        | strimzi
          {apiVersion: kafka.jikkou.io/v1, kind: KafkaTopic, metadata: {name: a}, spec: {}}                         | jikkou
          {apiVersion: platform.confluent.io/v1beta1, kind: KafkaTopic, metadata: {name: a}, spec: {}}              | cfk
          {apiVersion: apps.cpc.platform.confluent.io/v1beta1, kind: KafkaTopic, metadata: {name: a}, spec: {}}     | cfk
          {apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: a}, spec: {}}                             | strimzi
          {apiVersion: platform.confluent.io/v1beta1, kind: Kafka, metadata: {name: a}, spec: {}}                   | cfk
          {apiVersion: notplatform.confluent.io/v1beta1, kind: KafkaTopic, metadata: {name: a}, spec: {}}           | -
          {apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, spec: {group: platform.confluent.io/}} | -
          {apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {a: 'apiVersion: platform.confluent.io/v1beta1'}} | -
          {apiVersion: v1, kind: Topic, metadata: {name: a}, spec: {partitions: 1}}                                 | ns4kafka
          {"apiVersion": "v1", "kind": "Topic", "metadata": {"name": "a"}, "spec": {}}                              | ns4kafka
          {apiVersion: v1, kind: Topic, metadata: {name: a, catalogVisibility: PUBLIC}, spec: {partitions: 1}}      | -
          {apiVersion: v1, kind: Connector, metadata: {name: a}, spec: {connectCluster: b, config: {}}}             | ns4kafka
          {apiVersion: v1, kind: Connector, metadata: {name: a, connectCluster: b}, spec: {config: {}}}             | -
          {apiVersion: v1, kind: topic, metadata: {name: a}, spec: {partitions: 1}}                                 | -
          {apiVersion: kafka/v2, kind: Topic, metadata: {name: a, cluster: b}, spec: {partitions: 1}}               | conduktor
          {apiVersion: v1, kind: Namespace, metadata: {name: a, cluster: b}, spec: {}}                              | ns4kafka
          {apiVersion: v1, kind: Namespace, metadata: {name: a}, spec: {kafkaUser: b}}                              | ns4kafka
          {apiVersion: v1, kind: Namespace, metadata: {name: Topic}, spec: {finalizers: [kubernetes]}}              | -
          {apiVersion: v1, kind: ResourceQuota, metadata: {name: a}, spec: {count/topics: 1}}                       | ns4kafka
          {apiVersion: v1, kind: ResourceQuota, metadata: {name: a}, spec: {hard: {count/topics: 1}}}               | -
          {apiVersion: v1, kind: RoleBinding, metadata: {name: a}, spec: {role: {resourceTypes: [topics]}}}         | ns4kafka
          {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: Topic}, roleRef: {}}       | -
          {apiVersion: v1, kind: ServiceAccount, metadata: {name: Topic, cluster: a}, spec: {}}                     | -
          {apiVersion: kafka.nais.io/v1, kind: Topic, metadata: {name: a}, spec: {}}                                | nais
          {apiVersion: aiven.nais.io/v1, kind: AivenApplication, metadata: {name: a}, spec: {kafka: {pool: a}}}     | -
          {apiVersion: aiven.io/v1alpha1, kind: KafkaTopic, metadata: {name: a}, spec: {}}                          | aiven
          {apiVersion: aiven.io/v1alpha1, kind: KafkaQuota, metadata: {name: a}, spec: {}}                          | aiven
          {apiVersion: aiven.io/v1alpha1, kind: ServiceUser, metadata: {name: a}, spec: {}}                         | aiven
          {apiVersion: aiven.io/v1alpha1, kind: PostgreSQL, metadata: {name: Kafka}, spec: {}}                      | -
          {apiVersion: kafka.aiven.io/v1, kind: KafkaQuota, metadata: {name: a}, spec: {user: a}}                   | jikkou
          {apiVersion: cluster.redpanda.com/v1alpha2, kind: Topic, metadata: {name: a}, spec: {}}                   | redpanda
          {apiVersion: cluster.redpanda.com/v1alpha1, kind: Topic, metadata: {name: a}, spec: {}}                   | redpanda
          {apiVersion: cluster.redpanda.com/v1alpha2, kind: Schema, metadata: {name: a}, spec: {}}                  | redpanda
          {apiVersion: redpanda.vectorized.io/v1alpha1, kind: Cluster, metadata: {name: a}, spec: {}}               | -
          {apiVersion: kafka.banzaicloud.io/v1alpha1, kind: KafkaTopic, metadata: {name: a}, spec: {}}              | koperator
          {apiVersion: kafka.banzaicloud.io/v1alpha1, kind: KafkaUser, metadata: {name: a}, spec: {}}               | koperator
          {apiVersion: kafka.strimzi.io/v1, kind: KafkaUser, metadata: {name: a}, spec: {}}                         | strimzi
          {apiVersion: kafka.jikkou.io/v1, kind: KafkaUser, metadata: {name: a}, spec: {}}                          | jikkou
          {apiVersion: topic.kafka.crossplane.io/v1alpha1, kind: Topic, metadata: {name: a}, spec: {}}              | -
          """)
  void eachIsReadByItsOwn(String text, String dialect) {
    Looked looked = new Dialects(new KnownDialects()).look(new SourceText("a.yaml", text), false);
    List<String> readers =
        looked instanceof ReadFile file
            ? file.dialects().stream().map(Dialect::name).toList()
            : List.of();
    assertThat(readers).as(text).isEqualTo(dialect.equals("-") ? List.of() : List.of(dialect));
  }
}
