package io.headgate.rules.pii;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.MaskingPolicy;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The datasets of masking policies: names of topics, or patterns of them; none means all. */
final class Datasets {

  private static final String ALL = "*";

  private Datasets() {}

  /** The patterns of the topics that a policy covers; what is templated may be any topic. */
  static List<String> patterns(MaskingPolicy policy) {
    if (policy.datasets().isEmpty()) {
      return List.of(ALL);
    }
    List<String> patterns = new ArrayList<>();
    for (Located<String> dataset : policy.datasets()) {
      patterns.add(dataset.orElse(ALL));
    }
    return patterns;
  }

  /** What stands ahead of the first {@code *} of a pattern, or all of it. */
  static String head(String pattern) {
    int star = pattern.indexOf('*');
    return star < 0 ? pattern : pattern.substring(0, star);
  }

  /** The topic of a schema as far as anybody can know; null for one that may belong to any. */
  static @Nullable String topicOf(Schema schema, Bundle bundle) {
    String topic = schema.topic();
    boolean isKnown = !topic.equals(schema.subject().orElse("")) || bundle.hasTopic(topic);
    return isKnown ? topic : null;
  }

  /**
   * Things by the datasets of their policies, to be found by topic without looking at those of
   * other topics.
   */
  static final class Index<T> {

    private record Ranged<T>(NamePattern pattern, T thing) {}

    private final List<T> all = new ArrayList<>();
    private final Map<String, List<T>> byTopic = new HashMap<>();
    private final Map<String, List<Ranged<T>>> byHead = new HashMap<>();
    private final NavigableSet<Integer> headLengths = new TreeSet<>();

    void add(T thing, MaskingPolicy policy) {
      all.add(thing);
      for (String pattern : patterns(policy)) {
        String head = head(pattern);
        if (head.length() == pattern.length()) {
          byTopic.computeIfAbsent(pattern, p -> new ArrayList<>(1)).add(thing);
        } else {
          headLengths.add(head.length());
          byHead
              .computeIfAbsent(head, h -> new ArrayList<>(1))
              .add(new Ranged<>(new NamePattern(pattern), thing));
        }
      }
    }

    /**
     * The things about a topic; one whose policy says the topic twice may come twice.
     *
     * @param topic null for whatever topic
     */
    List<T> about(@Nullable String topic) {
      if (topic == null || all.isEmpty()) {
        return all;
      }
      List<T> found = new ArrayList<>(byTopic.getOrDefault(topic, List.of()));
      for (int length : headLengths.headSet(topic.length(), true)) {
        for (Ranged<T> ranged : byHead.getOrDefault(topic.substring(0, length), List.of())) {
          if (ranged.pattern().matches(topic)) {
            found.add(ranged.thing());
          }
        }
      }
      return found;
    }
  }
}
