package io.headgate.rules.dialect;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a dialect declares a topic, in a file by itself: {@code @name}, {@code @partitions} and {@code
 * @replication} stand for the topic's own; a line with {@code @yaml} or {@code @hcl} for a line for
 * each key of its configuration, {@code @json} for all of them; behind {@code @snake_} with
 * underscores for the dots.
 */
enum TopicFormat {
  STRIMZI(
      "topic.yaml",
      """
      apiVersion: kafka.strimzi.io/v1
      kind: KafkaTopic
      metadata:
        name: a-topic
        labels:
          strimzi.io/cluster: prod
      spec:
        topicName: @name
        partitions: @partitions
        replicas: @replication
        config:
          @yaml
      """),

  JIKKOU(
      "topic.yaml",
      """
      apiVersion: kafka.jikkou.io/v1
      kind: KafkaTopic
      metadata:
        name: @name
      spec:
        partitions: @partitions
        replicas: @replication
        configs:
          @yaml
      """),

  LENSES(
      "kafka/topics/topic.yaml",
      """
      name: @name
      partitions: @partitions
      replication: @replication
      configs:
        @yaml
      """),

  JULIE(
      "topology.yaml",
      """
      context: shop
      projects:
      - name: web
        topics:
        - name: "@name"
          config:
            num.partitions: "@partitions"
            replication.factor: "@replication"
            @yaml
      """),

  KAFKA_GITOPS(
      "state.yaml",
      """
      topics:
        @name:
          partitions: @partitions
          replication: @replication
          configs:
            @yaml
      """),

  TOPICCTL(
      "cluster/topics/topic.yaml",
      """
      meta:
        name: @name
        cluster: a
        environment: prod
        region: eu
      spec:
        partitions: @partitions
        replicationFactor: @replication
        placement:
          strategy: any
        settings:
          @yaml
      """),

  CONFLUENT_FOR_KUBERNETES(
      "topic.yaml",
      """
      apiVersion: platform.confluent.io/v1beta1
      kind: KafkaTopic
      metadata:
        name: a
        namespace: confluent
      spec:
        name: @name
        partitionCount: @partitions
        replicas: @replication
        kafkaClusterRef:
          name: kafka
        configs:
          @yaml
      """),

  NS4KAFKA(
      "topic.yaml",
      """
      apiVersion: v1
      kind: Topic
      metadata:
        name: @name
        namespace: shop
      spec:
        partitions: @partitions
        replicationFactor: @replication
        configs:
          @yaml
      """),

  AIVEN(
      "topic.yaml",
      """
      apiVersion: aiven.io/v1alpha1
      kind: KafkaTopic
      metadata:
        name: a
      spec:
        project: p
        serviceName: s
        topicName: @name
        partitions: @partitions
        replication: @replication
        config:
          @snake_yaml
      """,
      // Its configuration is a fixed list of fields: others are an unknown-field to the core.
      "topic-unknown-config",
      "topic-left-throttle"),

  NAIS(
      "topic.yaml",
      """
      apiVersion: kafka.nais.io/v1
      kind: Topic
      metadata:
        name: @name
        namespace: shop
        labels:
          team: shop
      spec:
        pool: nav-prod
        config:
          partitions: @partitions
          replication: @replication
          @nais
        acl: []
      """,
      // It has no free configuration, but a fixed list of fields.
      "topic-unknown-config",
      "topic-invalid-config",
      "topic-unclean-election",
      "topic-left-throttle"),

  SPECMESH(
      "api.yaml",
      """
      asyncapi: '2.5.0'
      id: 'urn:shop.orders'
      info:
        title: Orders
        version: '1'
      channels:
        _public.@name:
          bindings:
            kafka:
              partitions: @partitions
              replicas: @replication
              configs:
                @yaml
          publish:
            message:
              name: placed
      """),

  CONDUKTOR(
      "topic.yaml",
      """
      apiVersion: kafka/v2
      kind: Topic
      metadata:
        cluster: prod
        name: @name
      spec:
        partitions: @partitions
        replicationFactor: @replication
        configs:
          @yaml
      """),

  REDPANDA(
      "topic.yaml",
      """
      apiVersion: cluster.redpanda.com/v1alpha2
      kind: Topic
      metadata:
        name: a
      spec:
        overwriteTopicName: @name
        partitions: @partitions
        replicationFactor: @replication
        cluster:
          clusterRef:
            name: prod
        additionalConfig:
          @yaml
      """),

  KOPERATOR(
      "topic.yaml",
      """
      apiVersion: kafka.banzaicloud.io/v1alpha1
      kind: KafkaTopic
      metadata:
        name: a
      spec:
        clusterRef:
          name: kafka
        name: @name
        partitions: @partitions
        replicationFactor: @replication
        config:
          @yaml
      """),

  TERRAFORM_MONGEY(
      "main.tf",
      """
      resource "kafka_topic" "a" {
        name               = "@name"
        partitions         = @partitions
        replication_factor = @replication
        config = {
          @hcl
        }
      }
      """),

  TERRAFORM_CONFLUENT(
      "main.tf",
      """
      resource "confluent_kafka_topic" "a" {
        kafka_cluster {
          id = "lkc-1"
        }
        topic_name       = "@name"
        partitions_count = @partitions
        config = {
          @hcl
        }
      }
      """,
      // Confluent alone decides on the replicas.
      "topic-under-replicated",
      "topic-min-isr-equals-replication"),

  TERRAFORM_PLAN(
      "plan.json",
      """
      {"format_version": "1.2", "resource_changes": [
        {"address": "kafka_topic.a", "mode": "managed", "type": "kafka_topic", "name": "a",
         "change": {"actions": ["create"], "before": null, "after_unknown": {},
          "after": {"name": "@name", "partitions": @partitions, "replication_factor": @replication,
           "config": {@json}}}}]}
      """),

  TERRAFORM_AMAZON(
      "main.tf",
      """
      resource "aws_msk_topic" "a" {
        name               = "@name"
        cluster_arn        = "arn:aws:kafka:eu-central-1:1:cluster/a/1"
        partition_count    = @partitions
        replication_factor = @replication
        configs = jsonencode({
          @hcl
        })
      }
      """),

  TERRAFORM_GOOGLE(
      "main.tf",
      """
      resource "google_managed_kafka_topic" "a" {
        topic_id           = "@name"
        cluster            = "a"
        location           = "europe-west3"
        partition_count    = @partitions
        replication_factor = @replication
        configs = {
          @hcl
        }
      }
      """),

  TERRAFORM_AIVEN(
      "main.tf",
      """
      resource "aiven_kafka_topic" "a" {
        project      = "p"
        service_name = "s"
        topic_name   = "@name"
        partitions   = @partitions
        replication  = @replication
        config {
          @snake_hcl
        }
      }
      """);

  private final String path;
  private final String template;
  private final String beyond;

  /**
   * A dialect.
   *
   * @param beyond the rules whose fault it has no words for
   */
  TopicFormat(String path, String template, String... beyond) {
    this.path = path;
    this.template = template;
    this.beyond = String.join(",", beyond);
  }

  /** Where the file lies. */
  String path() {
    return path;
  }

  /** Whether the dialect has words for it. */
  boolean canExpress(Fault fault) {
    return !beyond.contains(fault.rule());
  }

  /** The file that declares a topic. */
  String declare(DeclaredTopic topic) {
    StringBuilder out = new StringBuilder();
    for (String line : template.lines().toList()) {
      String indent = line.substring(0, line.length() - line.stripLeading().length());
      switch (line.strip()) {
        case "@yaml" -> lines(topic, indent, "%s: \"%s\"\n", false, out);
        case "@snake_yaml" -> lines(topic, indent, "%s: \"%s\"\n", true, out);
        case "@hcl" -> lines(topic, indent, "\"%s\" = \"%s\"\n", false, out);
        case "@snake_hcl" -> lines(topic, indent, "%s = \"%s\"\n", true, out);
        case "@nais" -> topic.config().forEach((key, value) -> nais(indent, key, value, out));
        default -> out.append(line).append('\n');
      }
    }
    StringBuilder json = new StringBuilder();
    lines(topic, "", "\"%s\": \"%s\", ", false, json);
    return out.toString()
        .replace("@json", json.substring(0, json.length() - 2))
        .replace("@name", topic.name())
        .replace("@partitions", Integer.toString(topic.partitions()))
        .replace("@replication", Integer.toString(topic.replication()));
  }

  /** NAIS has fields in camel case of its own, and hours. */
  private static void nais(String indent, String key, String value, StringBuilder out) {
    String field =
        switch (key) {
          case "min.insync.replicas" -> "minimumInSyncReplicas: ";
          case "retention.ms" -> "retentionHours: ";
          case "cleanup.policy" -> "cleanupPolicy: ";
          case "min.compaction.lag.ms" -> "minCompactionLagMs: ";
          case "max.compaction.lag.ms" -> "maxCompactionLagMs: ";
          default -> throw new IllegalArgumentException(key);
        };
    out.append(indent).append(field).append(value.equals("604800000") ? "168" : value).append('\n');
  }

  private static void lines(
      DeclaredTopic topic, String indent, String format, boolean snake, StringBuilder out) {
    topic
        .config()
        .forEach(
            (key, value) ->
                out.append(indent)
                    .append(String.format(format, snake ? key.replace('.', '_') : key, value)));
  }

  /** A topic in the words of no dialect. */
  record DeclaredTopic(String name, int partitions, int replication, Map<String, String> config) {

    DeclaredTopic {
      config = new TreeMap<>(config);
    }
  }
}
