package io.headgate.engine.lineage.flow;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Schema.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the schemas of a bundle say about the fields of topics. For any number of threads. */
public final class Fields {

  /** Whether there is such a field. */
  public enum Answer {
    YES,
    NO,
    /** No schema says. */
    UNKNOWN
  }

  private final Bundle bundle;
  private final Map<String, @Nullable Set<String>> paths = new HashMap<>();
  private final Map<String, Map<String, String>> folded = new HashMap<>();
  private final Map<String, String> topics = new HashMap<>();

  /** The fields of a bundle. */
  public Fields(Bundle bundle) {
    this.bundle = bundle;
  }

  /** Whether there is such a topic. */
  public boolean isTopic(String name) {
    return bundle.hasTopic(name) || !bundle.schemasOf(name).isEmpty();
  }

  /** Whether the records of a topic have a field. */
  public Answer has(String topic, Side side, String path) {
    Set<String> known = paths(topic, side);
    return known == null ? Answer.UNKNOWN : known.contains(path) ? Answer.YES : Answer.NO;
  }

  /** All paths of one side, or null if they are not known. */
  public synchronized @Nullable Set<String> paths(String topic, Side side) {
    String key = side == Side.KEY ? topic + " " : topic;
    if (!paths.containsKey(key)) {
      paths.put(key, read(topic, side));
    }
    return paths.get(key);
  }

  private @Nullable Set<String> read(String topic, Side side) {
    Set<String> all = new HashSet<>();
    for (Schema schema : bundle.schemasOf(topic)) {
      if (schema.side() == side) {
        if (!schema.problems().isEmpty()) {
          return null;
        }
        for (Field field : schema.fields()) {
          if (!field.name().isKnown()) {
            return null;
          }
          all.add(field.path());
        }
      }
    }
    return all.isEmpty() ? null : all;
  }

  /** The path as the schema writes it, whatever the case; the path itself if no schema has it. */
  public synchronized String spelt(String topic, Side side, String path) {
    Set<String> known = paths(topic, side);
    if (known == null || known.contains(path)) {
      return path;
    }
    Map<String, String> names =
        folded.computeIfAbsent(
            side == Side.KEY ? topic + " " : topic,
            key -> {
              Map<String, String> all = new HashMap<>();
              known.forEach(one -> all.merge(fold(one), one, Fields::smaller));
              return all;
            });
    return names.getOrDefault(fold(path), path);
  }

  /** The topic as the bundle writes it, whatever the case; else in capitals, as ksqlDB does. */
  public synchronized String speltTopic(String name) {
    if (isTopic(name)) {
      return name;
    }
    if (topics.isEmpty()) {
      bundle.topicNames().forEach(topic -> topics.merge(fold(topic), topic, Fields::smaller));
      for (Schema schema : bundle.all(Schema.class)) {
        topics.merge(fold(schema.topic()), schema.topic(), Fields::smaller);
      }
    }
    return topics.getOrDefault(fold(name), name.toUpperCase(Locale.ROOT));
  }

  private static String smaller(String a, String b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static String fold(String path) {
    return path.toLowerCase(Locale.ROOT);
  }
}
