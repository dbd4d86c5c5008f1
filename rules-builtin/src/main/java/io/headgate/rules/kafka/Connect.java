package io.headgate.rules.kafka;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What Kafka Connect makes of the properties of a connector. */
public final class Connect {

  /** The property that names a sink's dead letter queue. */
  public static final String DEAD_LETTER_QUEUE = "errors.deadletterqueue.topic.name";

  private static final String OVERRIDE = ".override.";

  private Connect() {}

  /**
   * Whether it is a sink: by its class; otherwise by what it reads. MirrorMaker's sources have
   * {@code topics} too.
   */
  public static boolean isSink(Connector connector) {
    if (isNamedSink(connector)) {
      return true;
    }
    String name = simpleName(connector);
    return !name.contains("Source")
        && !name.startsWith("Mirror")
        && !(connector.topics().isEmpty() && connector.topicsPattern().isAbsent());
  }

  /** Whether its class says that it is a sink. */
  public static boolean isNamedSink(Connector connector) {
    return simpleName(connector).contains("Sink");
  }

  /** The group that a sink has when nobody gives it another. */
  public static String group(Connector connector) {
    return "connect-" + connector.name();
  }

  /**
   * Whether its clients may log in as somebody else than the worker: a consumer or a producer of
   * its own login, or whatever a template puts there.
   */
  public static boolean hasOwnLogin(Connector connector) {
    for (Property property : connector.config().properties()) {
      String key = property.key().orNull();
      int at = key == null ? 0 : key.indexOf(OVERRIDE);
      if (key == null
          || (at > 0
              && (key.startsWith("sasl.", at + OVERRIDE.length())
                  || key.startsWith("ssl.key", at + OVERRIDE.length())))) {
        return true;
      }
    }
    return false;
  }

  /** The elements of a LIST such as {@code transforms}: what stands between commas, not empty. */
  public static List<String> list(String text) {
    List<String> elements = new ArrayList<>();
    for (String element : ConfigValue.elements(text)) {
      if (!element.isEmpty()) {
        elements.add(element);
      }
    }
    return elements;
  }

  /** The sinks' dead letter queues that are known. */
  public static Set<String> deadLetterQueues(Bundle bundle) {
    Set<String> queues = new HashSet<>();
    for (Connector connector : bundle.all(Connector.class)) {
      Located<String> queue = connector.config().get(DEAD_LETTER_QUEUE);
      if (queue.isKnown() && !queue.get().isBlank()) {
        queues.add(queue.get().strip());
      }
    }
    return queues;
  }

  /**
   * The topics of the bundle that a sink reads, be it by name or by pattern; null when a template
   * gives one of them.
   */
  public static @Nullable Set<String> topics(Connector connector, Bundle bundle) {
    Set<String> topics = new TreeSet<>();
    for (Located<String> topic : connector.topics()) {
      if (!topic.isKnown()) {
        return null;
      }
      topics.add(topic.get());
    }
    if (connector.topicsPattern().isUnknown()) {
      return null;
    }
    if (connector.topicsPattern().isKnown()) {
      ResourceRef ref = connector.ref();
      for (ConsumerGroup group : bundle.all(ConsumerGroup.class)) {
        if (group.member().equals(ref)) {
          for (Located<String> topic : group.topics()) {
            if (topic.isKnown()) {
              topics.add(topic.get());
            }
          }
        }
      }
    }
    return topics;
  }

  /**
   * The topics that a source is known to write, each placed at what names it. Fewer than all: where
   * a prefix is put ahead of names from outside, or a transform routes records, nobody can tell.
   */
  public static List<Located<String>> written(Connector connector) {
    if (isSink(connector) || mayRoute(connector)) {
      return List.of();
    }
    List<Located<String>> written = new ArrayList<>();
    for (String key : List.of("topic", "kafka.topic")) {
      addName(connector.config().get(key), "", written);
    }
    Located<String> prefix = connector.config().get("topic.prefix");
    if (prefix.isKnown() && simpleName(connector).startsWith("JdbcSource")) {
      if (connector.config().get("query").orElse("").isBlank()) {
        for (String key : List.of("table.include.list", "table.whitelist")) {
          addName(connector.config().get(key), prefix.get().strip(), written);
        }
      } else {
        addName(prefix, "", written);
      }
    }
    return written;
  }

  private static void addName(Located<String> names, String prefix, List<Located<String>> written) {
    for (String name : list(names.orElse(""))) {
      String topic = prefix + name;
      // What is a pattern to the connector names no topic.
      if (TopicNames.isLegal(topic)) {
        written.add(Located.known(topic, names.attribute(), names.place()));
      }
    }
  }

  private static boolean mayRoute(Connector connector) {
    Located<String> transforms = connector.config().get("transforms");
    for (String alias : list(transforms.orElse(""))) {
      Located<String> type = connector.config().get("transforms." + alias + ".type");
      if (!type.isKnown() || type.get().contains("Rout")) {
        return true;
      }
    }
    return transforms.isUnknown();
  }

  private static String simpleName(Connector connector) {
    String name = connector.connectorClass().orElse("");
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
