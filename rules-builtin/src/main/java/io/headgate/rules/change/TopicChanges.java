package io.headgate.rules.change;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The topics that a change takes away. One that comes back under another name, with the same owner
 * and the same schema (or, where neither has one, alike in name and the same in all else), is taken
 * for renamed.
 */
final class TopicChanges {

  /** Two names are alike when they share this part of the longer one. */
  private static final double ALIKE = 0.5;

  private final List<Topic> deleted = new ArrayList<>();
  private final List<Renamed> renamed = new ArrayList<>();

  /** A topic under its old name, as it was, and under its new one. */
  record Renamed(Topic was, Topic is) {}

  TopicChanges(Bundle base, Bundle now) {
    // A name that only apply will know may be any of those that are gone.
    if (unnamed(now) > unnamed(base)) {
      return;
    }
    Map<String, NavigableMap<String, Topic>> created = created(base, now);
    Set<String> seen = new HashSet<>();
    List<Topic> gone = new ArrayList<>();
    for (Topic topic : base.all(Topic.class)) {
      String name = topic.name().orNull();
      if (name != null
          && seen.add(name)
          && now.topic(name) == null
          && !isExternal(name, now.environment())) {
        gone.add(topic);
      }
    }
    // Those alike in name first, so that no other one takes their place.
    deleted.addAll(unmatched(unmatched(gone, base, created, true), base, created, false));
  }

  /** Those that do not come back under another name; the others are noted. */
  private List<Topic> unmatched(
      List<Topic> gone,
      Bundle base,
      Map<String, NavigableMap<String, Topic>> created,
      boolean byName) {
    List<Topic> left = new ArrayList<>();
    for (Topic topic : gone) {
      Topic successor = successor(topic, base, created, byName);
      if (successor == null) {
        left.add(topic);
      } else {
        renamed.add(new Renamed(topic, successor));
      }
    }
    return left;
  }

  /** The topics that are gone for good, as they were. */
  List<Topic> deleted() {
    return deleted;
  }

  /** The topics that have another name now. */
  List<Renamed> renamed() {
    return renamed;
  }

  private static int unnamed(Bundle bundle) {
    int unnamed = 0;
    for (Topic topic : bundle.all(Topic.class)) {
      unnamed += topic.name().isKnown() ? 0 : 1;
    }
    return unnamed;
  }

  private static boolean isExternal(String name, Environment environment) {
    for (NamePattern pattern : environment.external().topics()) {
      if (pattern.matches(name)) {
        return true;
      }
    }
    return false;
  }

  /** The new topics by what they are like, each in the order of their names. */
  private static Map<String, NavigableMap<String, Topic>> created(Bundle base, Bundle now) {
    Map<String, NavigableMap<String, Topic>> created = new HashMap<>();
    for (Topic topic : now.all(Topic.class)) {
      String name = topic.name().orNull();
      if (name != null && base.topic(name) == null) {
        created.computeIfAbsent(likeness(topic, now), l -> new TreeMap<>()).put(name, topic);
      }
    }
    return created;
  }

  private static @Nullable Topic successor(
      Topic topic, Bundle base, Map<String, NavigableMap<String, Topic>> created, boolean byName) {
    String likeness = likeness(topic, base);
    NavigableMap<String, Topic> candidates = created.get(likeness);
    if (candidates == null) {
      return null;
    }
    String name = topic.name().get();
    String nearest = candidates.floorKey(name);
    String next = candidates.ceilingKey(name);
    if (nearest == null || (next != null && shared(next, name) > shared(nearest, name))) {
      nearest = next;
    }
    boolean enough = likeness.charAt(0) == 's' && !byName;
    return nearest != null && (enough || isAlike(nearest, name))
        ? candidates.remove(nearest)
        : null;
  }

  private static boolean isAlike(String a, String b) {
    int end = 0;
    int shorter = Math.min(a.length(), b.length());
    while (end < shorter && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    return Math.max(shared(a, b), end) >= ALIKE * Math.max(a.length(), b.length());
  }

  /** How long the common beginning of two names is. */
  private static int shared(String a, String b) {
    int length = 0;
    int shorter = Math.min(a.length(), b.length());
    while (length < shorter && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }

  /** The same text for topics of one owner with the same schema, or the same configuration. */
  private static String likeness(Topic topic, Bundle bundle) {
    String name = topic.name().get();
    StringBuilder text = new StringBuilder();
    for (Schema schema : bundle.schemasOf(name)) {
      if (schema.side() == Schema.Side.VALUE && !schema.fields().isEmpty()) {
        text.append("s ").append(schema.format());
        for (Field field : schema.fields()) {
          text.append(' ').append(field.path()).append(':').append(field.type());
        }
        break;
      }
    }
    if (text.isEmpty()) {
      text.append("c ").append(topic.partitions()).append(' ').append(topic.replication());
      TreeMap<String, String> config = new TreeMap<>();
      for (Property property : topic.config().properties()) {
        config.put(property.key().toString(), property.value().toString());
      }
      text.append(config);
    }
    for (Environment.Owner owner : bundle.environment().ownersOf(name)) {
      text.append(" of ").append(owner.team());
    }
    return text.toString();
  }
}
