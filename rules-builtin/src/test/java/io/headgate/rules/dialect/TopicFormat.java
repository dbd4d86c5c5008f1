package io.headgate.rules.dialect;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How a dialect declares a topic: a file by itself. */
enum TopicFormat {
  STRIMZI(
      "topic.yaml",
      topic ->
          """
          apiVersion: kafka.strimzi.io/v1
          kind: KafkaTopic
          metadata:
            name: a-topic
            labels:
              strimzi.io/cluster: prod
          spec:
            topicName: %s
            partitions: %d
            replicas: %d
            config:
          %s\
          """
              .formatted(
                  topic.name(), topic.partitions(), topic.replication(), topic.yaml("    "))),

  JIKKOU(
      "topic.yaml",
      topic ->
          """
          apiVersion: kafka.jikkou.io/v1
          kind: KafkaTopic
          metadata:
            name: %s
          spec:
            partitions: %d
            replicas: %d
            configs:
          %s\
          """
              .formatted(
                  topic.name(), topic.partitions(), topic.replication(), topic.yaml("    "))),

  LENSES(
      "kafka/topics/topic.yaml",
      topic ->
          """
          name: %s
          partitions: %d
          replication: %d
          configs:
          %s\
          """
              .formatted(topic.name(), topic.partitions(), topic.replication(), topic.yaml("  "))),

  TERRAFORM_MONGEY(
      "main.tf",
      topic ->
          """
          resource "kafka_topic" "a" {
            name               = "%s"
            partitions         = %d
            replication_factor = %d
            config = {
          %s  }
          }
          """
              .formatted(topic.name(), topic.partitions(), topic.replication(), topic.hcl("    "))),

  TERRAFORM_PLAN(
      "plan.json",
      topic ->
          """
          {"format_version": "1.2", "resource_changes": [
            {"address": "kafka_topic.a", "mode": "managed", "type": "kafka_topic", "name": "a",
             "change": {"actions": ["create"], "before": null, "after_unknown": {},
              "after": {"name": "%s", "partitions": %d, "replication_factor": %d,
               "config": {%s}}}}]}
          """
              .formatted(topic.name(), topic.partitions(), topic.replication(), topic.json())),

  TERRAFORM_AMAZON(
      "main.tf",
      topic ->
          """
          resource "aws_msk_topic" "a" {
            name               = "%s"
            cluster_arn        = "arn:aws:kafka:eu-central-1:1:cluster/a/1"
            partition_count    = %d
            replication_factor = %d
            configs = jsonencode({
          %s  })
          }
          """
              .formatted(topic.name(), topic.partitions(), topic.replication(), topic.hcl("    "))),

  TERRAFORM_GOOGLE(
      "main.tf",
      topic ->
          """
          resource "google_managed_kafka_topic" "a" {
            topic_id           = "%s"
            cluster            = "a"
            location           = "europe-west3"
            partition_count    = %d
            replication_factor = %d
            configs = {
          %s  }
          }
          """
              .formatted(topic.name(), topic.partitions(), topic.replication(), topic.hcl("    "))),

  TERRAFORM_AIVEN(
      "main.tf",
      topic ->
          """
          resource "aiven_kafka_topic" "a" {
            project      = "p"
            service_name = "s"
            topic_name   = "%s"
            partitions   = %d
            replication  = %d
            config {
          %s  }
          }
          """
              .formatted(
                  topic.name(),
                  topic.partitions(),
                  topic.replication(),
                  topic
                      .hcl("    ")
                      .replaceAll("\"([a-z.]+)\" =", "$1 =")
                      .replaceAll("\\.(?=[a-z.]+ =)", "_")));

  private final String path;
  private final Function<DeclaredTopic, String> text;

  TopicFormat(String path, Function<DeclaredTopic, String> text) {
    this.path = path;
    this.text = text;
  }

  /** Where the file lies. */
  String path() {
    return path;
  }

  /** The file that declares a topic. */
  String declare(DeclaredTopic topic) {
    return text.apply(topic);
  }

  /** Whether the dialect has words for it. */
  boolean canExpress(Fault fault) {
    return true;
  }

  /** A topic in the words of no dialect. */
  record DeclaredTopic(String name, int partitions, int replication, Map<String, String> config) {

    DeclaredTopic {
      config = new TreeMap<>(config);
    }

    String yaml(String indent) {
      StringBuilder out = new StringBuilder();
      config.forEach(
          (key, value) ->
              out.append(indent).append(key).append(": \"").append(value).append("\"\n"));
      return out.toString();
    }

    String hcl(String indent) {
      StringBuilder out = new StringBuilder();
      config.forEach(
          (key, value) ->
              out.append(indent)
                  .append('"')
                  .append(key)
                  .append("\" = \"")
                  .append(value)
                  .append("\"\n"));
      return out.toString();
    }

    String json() {
      StringBuilder out = new StringBuilder();
      config.forEach(
          (key, value) ->
              out.append(out.isEmpty() ? "" : ", ")
                  .append('"')
                  .append(key)
                  .append("\": \"")
                  .append(value)
                  .append('"'));
      return out.toString();
    }
  }
}
