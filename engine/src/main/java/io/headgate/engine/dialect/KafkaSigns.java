package io.headgate.engine.dialect;

import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.model.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a document that no dialect reads looks like part of a Kafka landscape all the same:
 * a gate that is open because nothing was understood is worth nothing. Asked only about what was
 * not read.
 */
final class KafkaSigns {

  /** Words of which each file that looks like Kafka has one. */
  private static final List<String> WORDS =
      List.of(
          "kafka",
          "Kafka",
          "connector.class",
          "jikkou.io/",
          "console/v",
          "self-serve/v",
          "self-service/v",
          "gateway/v2",
          "KAFKA_ACL",
          "AIVEN_ACL",
          "replicationFactor");

  /** Who owns an API group; a group is looked up whole and by what follows its first dot. */
  private static final Map<String, String> GROUPS =
      Map.ofEntries(
          Map.entry("kafka.strimzi.io", "Strimzi"),
          Map.entry("access.strimzi.io", "Strimzi's access operator"),
          Map.entry("jikkou.io", "Jikkou"),
          Map.entry("kafka.aiven.io", "Jikkou"),
          Map.entry("iam.confluent.cloud", "Jikkou"),
          Map.entry("kafka.crossplane.io", "Crossplane"),
          Map.entry("kafka", "Conduktor"),
          Map.entry("console", "Conduktor"),
          Map.entry("self-serve", "Conduktor"),
          Map.entry("self-service", "Conduktor"),
          Map.entry("gateway", "Conduktor"));

  /** Kinds below {@code apiVersion: v1} that Kubernetes itself does not have. */
  private static final Map<String, String> UNGROUPED =
      Map.ofEntries(
          Map.entry("Topic", "Conduktor"),
          Map.entry("Connector", "Conduktor"),
          Map.entry("Schema", "Conduktor"),
          Map.entry("topic", "kdef"),
          Map.entry("acl", "kdef"),
          Map.entry("broker", "kdef"),
          Map.entry("brokers", "kdef"));

  private static final Set<String> TERRAFORM =
      Set.of(
          "kafka_topic",
          "kafka_acl",
          "kafka_quota",
          "confluent_kafka_topic",
          "confluent_kafka_acl",
          "confluent_connector",
          "confluent_schema",
          "aiven_kafka_topic",
          "aiven_kafka_acl",
          "aws_msk_topic",
          "google_managed_kafka_topic");

  private static final String ALERTS = "alert rules of Prometheus about Kafka";

  private KafkaSigns() {}

  /** Whether a text could hold such a document at all. */
  static boolean mayHold(String text) {
    for (String word : WORDS) {
      if (text.contains(word)) {
        return true;
      }
    }
    return (text.contains("projects") && text.contains("context"))
        || (text.contains("topics") && text.contains("partitions"))
        || (text.contains("meta:") && text.contains("cluster:"));
  }

  /** What a document looks like; null if it does not look like Kafka. */
  static @Nullable Sign of(Document document) {
    if (!(document.root() instanceof Mapping root)) {
      return null;
    }
    KubernetesObject object = KubernetesObject.of(document);
    return object == null ? ofKeys(root) : ofObject(object);
  }

  private static @Nullable Sign ofObject(KubernetesObject object) {
    String group = object.group();
    String kind = object.kind().text();
    if (kind.equals("PrometheusRule")
        && object.mapping().get("spec") instanceof Mapping spec
        && spec.get("groups") instanceof Sequence groups
        && isAlerts(groups)) {
      return new Sign(object.kind().place(), ALERTS);
    }
    String owner = group.isEmpty() ? ungrouped(object) : GROUPS.get(group);
    if (owner == null && !group.isEmpty()) {
      owner = GROUPS.get(group.substring(group.indexOf('.') + 1));
    }
    boolean foreign =
        group.equals("apiextensions.k8s.io") || group.equals("kustomize.config.k8s.io");
    if (owner == null && !foreign && (group.contains("kafka") || kind.startsWith("Kafka"))) {
      owner = group.isEmpty() ? "a tool that headgate does not know" : group;
    }
    return owner == null
        ? null
        : new Sign(
            object.kind().place(),
            (kind.isEmpty() || "AEIOU".indexOf(kind.charAt(0)) < 0 ? "a " : "an ")
                + kind
                + " of "
                + owner
                + " ("
                + object.apiVersion().text()
                + ")");
  }

  /** Whose it is by its kind, and by a key that the object of Kubernetes of that name never has. */
  private static @Nullable String ungrouped(KubernetesObject object) {
    if (!object.apiVersion().text().equals("v1")
        || !(object.mapping().get("spec") instanceof Mapping)) {
      return null;
    }
    return object.kind().text().equals("ServiceAccount")
        ? object.metadata("cluster") == null ? null : "Conduktor"
        : UNGROUPED.get(object.kind().text());
  }

  private static @Nullable Sign ofKeys(Mapping root) {
    if (root.entry("asyncapi") != null) {
      return sign(root, "asyncapi", "an AsyncAPI document");
    }
    if (root.entry("context") != null && root.entry("projects") != null) {
      return sign(root, "projects", "a JulieOps topology");
    }
    if (root.entry("connector.class") != null) {
      return sign(root, "connector.class", "the configuration of a connector");
    }
    if (root.get("config") instanceof Mapping config && config.entry("connector.class") != null) {
      return sign(config, "connector.class", "the configuration of a connector");
    }
    if (root.get("meta") instanceof Mapping meta
        && root.get("spec") instanceof Mapping spec
        && meta.entry("cluster") != null
        && (spec.entry("partitions") != null || spec.entry("acls") != null)) {
      return sign(root, "spec", "a file of topicctl");
    }
    if (root.get("topics") instanceof Mapping topics && isTopics(topics)) {
      return sign(root, "topics", "a state file of kafka-gitops");
    }
    if (root.get("resource_changes") instanceof Sequence changes && isPlan(changes)) {
      return sign(root, "resource_changes", "a Terraform plan about Kafka");
    }
    return root.get("groups") instanceof Sequence groups && isAlerts(groups)
        ? sign(root, "groups", ALERTS)
        : null;
  }

  private static boolean isTopics(Mapping topics) {
    for (Entry entry : topics.entries()) {
      if (entry.value() instanceof Mapping topic
          && (topic.entry("partitions") != null || topic.entry("replication") != null)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlan(Sequence changes) {
    for (Node change : changes.items()) {
      if (change instanceof Mapping mapping
          && mapping.get("type") instanceof Scalar type
          && TERRAFORM.contains(type.text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAlerts(Sequence groups) {
    for (Node group : groups.items()) {
      if (group instanceof Mapping mapping && mapping.get("rules") instanceof Sequence rules) {
        for (Node rule : rules.items()) {
          String expression = rule instanceof Mapping alert ? alert.text("expr") : null;
          if (expression != null && expression.contains("kafka_")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Sign sign(Mapping mapping, String key, String what) {
    Entry entry = mapping.entry(key);
    Place place = entry == null ? mapping.place() : entry.key().place();
    return new Sign(place, what);
  }
}
