package io.headgate.rules.pii;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.MaskingPolicy;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Of which topics all fields are known: those whose schemas are all there and could be read. */
final class KnownFields {

  /**
   * What is known of some topics.
   *
   * @param any whether a value schema is there
   * @param all whether nothing is missing or unread
   */
  private record Known(boolean any, boolean all) {
    private static final Known NOTHING = new Known(false, true);
    private static final Known MISSING = new Known(false, false);

    private Known and(Known other) {
      return new Known(any || other.any, all && other.all);
    }
  }

  private final NavigableMap<String, Known> topics = new TreeMap<>();
  private final Map<String, Known> byPattern = new HashMap<>();
  private Known anywhere = Known.NOTHING;

  KnownFields(Bundle bundle) {
    for (Schema schema : bundle.all(Schema.class)) {
      boolean isValue = schema.side() == Schema.Side.VALUE;
      // A record without fields is one that could not be read; a key may be a plain string.
      boolean isRead = schema.problems().isEmpty() && !(isValue && schema.fields().isEmpty());
      Known known = new Known(isValue, isRead);
      String topic = Datasets.topicOf(schema, bundle);
      if (topic == null) {
        anywhere = anywhere.and(known);
      } else {
        topics.merge(topic, known, Known::and);
      }
    }
    for (String topic : bundle.topicNames()) {
      if (!topics.getOrDefault(topic, Known.NOTHING).any()) {
        topics.put(topic, Known.MISSING);
      }
    }
  }

  /** Whether all fields of the topics that a policy covers are known, and there is one. */
  boolean areAll(MaskingPolicy policy) {
    Known known = anywhere;
    for (String pattern : Datasets.patterns(policy)) {
      known = known.and(byPattern.computeIfAbsent(pattern, this::find));
    }
    return known.any() && known.all();
  }

  private Known find(String pattern) {
    String head = Datasets.head(pattern);
    if (head.length() == pattern.length()) {
      return topics.getOrDefault(pattern, Known.NOTHING);
    }
    NamePattern topicPattern = new NamePattern(pattern);
    Known known = Known.NOTHING;
    for (Map.Entry<String, Known> topic : topics.tailMap(head).entrySet()) {
      if (!topic.getKey().startsWith(head)) {
        break;
      }
      if (topicPattern.matches(topic.getKey())) {
        known = known.and(topic.getValue());
      }
    }
    return known;
  }
}
