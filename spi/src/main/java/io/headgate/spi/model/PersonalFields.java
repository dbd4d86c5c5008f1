package io.headgate.spi.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which fields somebody calls personal. As in Lenses, what a masking policy names reaches every
 * field of this name, or whose path ends with it.
 */
final class PersonalFields {

  private final List<String> marks;
  private final Map<String, List<Entry>> byName = new HashMap<>();
  private final List<Entry> globs = new ArrayList<>();

  private record Entry(MaskingPolicy policy, NamePattern whole, NamePattern ending) {

    boolean reaches(String path) {
      return whole.matches(path) || ending.matches(path);
    }
  }

  PersonalFields(List<MaskingPolicy> policies, List<String> marks) {
    this.marks = marks;
    for (MaskingPolicy policy : policies) {
      if (isMarked(policy)) {
        for (Located<String> field : policy.fields()) {
          if (field.isKnown()) {
            add(policy, field.get());
          }
        }
      }
    }
  }

  private boolean isMarked(MaskingPolicy policy) {
    String category = policy.category().orNull();
    return category != null && marks.stream().anyMatch(m -> Field.isOrRefines(category, m));
  }

  private void add(MaskingPolicy policy, String path) {
    Entry entry = new Entry(policy, new NamePattern(path), new NamePattern("*." + path));
    if (path.indexOf('*') < 0) {
      byName.computeIfAbsent(last(path), n -> new ArrayList<>()).add(entry);
    } else {
      globs.add(entry);
    }
  }

  /** The first such field of each topic that has one. */
  Map<String, Field> firstByTopic(Map<String, List<Schema>> schemas) {
    Map<String, Field> first = new HashMap<>();
    for (Map.Entry<String, List<Schema>> topic : schemas.entrySet()) {
      Field field = first(topic.getKey(), topic.getValue());
      if (field != null) {
        first.put(topic.getKey(), field);
      }
    }
    return first;
  }

  private @Nullable Field first(String topic, List<Schema> schemas) {
    for (Schema schema : schemas) {
      for (Field field : schema.fields()) {
        if (field.isTagged(marks) || isReached(topic, field.path())) {
          return field;
        }
      }
    }
    return null;
  }

  private boolean isReached(String topic, String path) {
    return isReached(topic, path, byName.getOrDefault(last(path), List.of()))
        || isReached(topic, path, globs);
  }

  private static boolean isReached(String topic, String path, List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry.reaches(path) && entry.policy().covers(topic)) {
        return true;
      }
    }
    return false;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
