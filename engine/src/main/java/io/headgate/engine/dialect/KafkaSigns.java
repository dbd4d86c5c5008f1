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
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a document that no dialect reads looks like part of a Kafka landscape all the same:
 * a gate that is open because nothing was understood is worth nothing. Asked only about what was
 * not read.
 */
final class KafkaSigns {

  /** Words of which each file that looks like Kafka has one. */
  private static final List<String> WORDS =
      List.of("kafka", "Kafka", "connector.class", "jikkou.io/", "replicationFactor");

  /** Who owns an API group; a group is looked up whole and by what follows its first dot. */
  private static final Map<String, String> GROUPS =
      Map.ofEntries(
          Map.entry("kafka.strimzi.io", "Strimzi"),
          Map.entry("access.strimzi.io", "Strimzi's access operator"),
          Map.entry("jikkou.io", "Jikkou"),
          Map.entry("kafka.aiven.io", "Jikkou"),
          Map.entry("iam.confluent.cloud", "Jikkou"),
          Map.entry("kafka.crossplane.io", "Crossplane"));

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

  private static final String ALERTS = "alert rules about Kafka";

  private KafkaSigns() {}

  /** Whether a text could hold such a document at all. */
  static boolean mayHold(String text) {
    for (String word : WORDS) {
      if (text.contains(word)) {
        return true;
      }
    }
    return (text.contains("projects") && text.contains("context"))
        || (text.contains("topics") && text.contains("partitions"));
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
    if (object.mapping().get("spec") instanceof Mapping spec
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
    return UNGROUPED.get(object.kind().text());
  }

  private static @Nullable Sign ofKeys(Mapping root) {
    if (root.get("context") instanceof Scalar && isBare(root.get("projects"))) {
      return sign(root, "projects", "a JulieOps topology");
    }
    if (root.entry("connector.class") != null) {
      return sign(root, "connector.class", "the configuration of a connector");
    }
    if (root.get("config") instanceof Mapping config && config.entry("connector.class") != null) {
      return sign(config, "connector.class", "the configuration of a connector");
    }
    if (root.get("topics") instanceof Mapping topics && isTopics(topics)) {
      return sign(root, "topics", "topics with their partitions");
    }
    return root.get("groups") instanceof Sequence groups && isAlerts(groups)
        ? sign(root, "groups", ALERTS)
        : null;
  }

  /** Whether there may be projects of JulieOps, none of which is there to tell. */
  private static boolean isBare(@Nullable Node projects) {
    return projects instanceof Scalar
        || (projects instanceof Sequence list && list.items().isEmpty());
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

  private static boolean isAlerts(Sequence groups) {
    for (Node group : groups.items()) {
      if (group instanceof Mapping mapping && mapping.get("rules") instanceof Sequence rules) {
        for (Node rule : rules.items()) {
          if (rule instanceof Mapping alert && asksKafka(alert)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Rules as those of Prometheus, and those of Grafana, whose expressions lie deeper. */
  private static boolean asksKafka(Mapping rule) {
    String expression = rule.text("expr");
    if (expression == null && rule.get("data") instanceof Sequence data) {
      for (Node query : data.items()) {
        if (query instanceof Mapping one
            && one.get("model") instanceof Mapping model
            && model.text("expr") != null) {
          expression = model.text("expr");
        }
      }
    }
    return expression != null && expression.contains("kafka_");
  }

  private static Sign sign(Mapping mapping, String key, String what) {
    Entry entry = mapping.entry(key);
    Place place = entry == null ? mapping.place() : entry.key().place();
    return new Sign(place, what);
  }
}
