package io.headgate.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.KnownDialects;
import io.headgate.engine.document.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like Kafka and what only bears the same name, both ways. */
class KafkaSignsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {apiVersion: kafka.nais.io/v1, kind: Topic}                          | a Topic of NAIS (kafka.nais.io/v1)
          {apiVersion: platform.confluent.io/v1beta1, kind: KafkaTopic}        | a KafkaTopic of Confluent for Kubernetes (platform.confluent.io/v1beta1)
          {apiVersion: apps.cpc.platform.confluent.io/v1, kind: KafkaTopic}    | a KafkaTopic of Confluent for Kubernetes (apps.cpc.platform.confluent.io/v1)
          {apiVersion: cluster.redpanda.com/v1alpha2, kind: Topic}             | a Topic of the Redpanda operator (cluster.redpanda.com/v1alpha2)
          {apiVersion: aiven.io/v1alpha1, kind: KafkaTopic}                    | a KafkaTopic of aiven.io (aiven.io/v1alpha1)
          {apiVersion: kafka/v2, kind: Topic}                                  | a Topic of Conduktor (kafka/v2)
          {apiVersion: self-serve/v1, kind: ApplicationInstance}               | an ApplicationInstance of Conduktor (self-serve/v1)
          {apiVersion: v1, kind: ServiceAccount, metadata: {cluster: a}, spec: {authorization: {type: KAFKA_ACL}}} | a ServiceAccount of Conduktor (v1)
          {apiVersion: v1, kind: Topic, spec: {replicationFactor: 3}}          | a Topic of ns4kafka (v1)
          {apiVersion: v1, kind: Namespace, spec: {kafkaUser: a}}              | a Namespace of ns4kafka (v1)
          {apiVersion: v1, kind: RoleBinding, spec: {role: {resourceTypes: [topics]}}} | a RoleBinding of ns4kafka (v1)
          {apiVersion: v1, kind: ResourceQuota, spec: {count/topics: 10}}      | a ResourceQuota of ns4kafka (v1)
          {context: a, projects: []}                                           | a JulieOps topology
          {topics: {orders: {partitions: 3}}}                                  | a state file of kafka-gitops
          {meta: {cluster: a}, spec: {partitions: 3}}                          | a file of topicctl
          {asyncapi: 2.0, servers: {a: {protocol: kafka}}}                     | an AsyncAPI document
          {groups: [{rules: [{uid: a, data: [{refId: A, model: {expr: kafka_consumergroup_lag}}]}]}]} | alert rules about Kafka
          {apiVersion: operator.victoriametrics.com/v1beta1, kind: VMRule, spec: {groups: [{rules: [{alert: A, expr: kafka_consumergroup_lag > 1}]}]}} | alert rules about Kafka
          {resource_changes: [{type: kafka_topic}]}                            | a Terraform plan about Kafka
          """)
  void looksLikeKafka(String text, String what) {
    assertThat(look(text).signs()).extracting(Sign::what).containsExactly(what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: v1, kind: ServiceAccount, metadata: {name: kafka}}",
        "{apiVersion: v1, kind: Namespace, metadata: {name: kafka}, spec: {finalizers: []}}",
        "{apiVersion: v1, kind: ResourceQuota, metadata: {name: kafka}, spec: {hard: {count/topics:"
            + " 1}}}",
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: kafka}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: kafka}, data: {kind: KafkaTopic}}",
        "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name:"
            + " kafkas}}",
        "{kafka: {topics: [a]}, replicationFactor: 3}",
        "{topics: [kafka], partitions: 3}",
        "{groups: [{rules: [{alert: Kafka, expr: up == 0}]}]}",
        "[kafka]",
        "kafka"
      })
  void onlyBearsTheName(String text) {
    assertThat(look(text).signs()).isEmpty();
  }

  private static SkippedFile look(String text) {
    Looked looked = new Dialects(new KnownDialects()).look(new SourceText("a.yaml", text), false);
    assertThat(looked).isInstanceOf(SkippedFile.class);
    return (SkippedFile) looked;
  }
}
