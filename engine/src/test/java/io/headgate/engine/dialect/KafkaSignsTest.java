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
          {context: a, projects: []}                                           | a JulieOps topology
          {topics: {orders: {partitions: 3}}, replicaCount: 1}                 | topics with their partitions
          {groups: [{rules: [{uid: a, data: [{refId: A, model: {expr: kafka_consumergroup_lag}}]}]}]} | alert rules about Kafka
          {apiVersion: operator.victoriametrics.com/v1beta1, kind: VMRule, spec: {groups: [{rules: [{alert: A, expr: kafka_consumergroup_lag > 1}]}]}} | alert rules about Kafka
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
        "{context: build, projects: [{name: web, root: apps/web}]}",
        "{context: build, projects: {web: {topics: []}}}",
        "{meta: {cluster: a, kafka: b}, spec: {replicas: 3}}",
        "{meta: {cluster: a}, spec: {partitions: 3}, status: {kafka: up}}",
        "{meta: {name: kafka, region: eu}, spec: {partitions: 3}}",
        "{asyncapi: 2.6.0, info: {title: kafka}, servers: {a: {protocol: mqtt}}, channels: {kafka:"
            + " {}}}",
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
