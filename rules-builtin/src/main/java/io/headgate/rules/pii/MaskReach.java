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
import org.jspecify.annotations.Nullable;

/**
 * Which masking policies reach which fields. As in Lenses, a name reaches every field of this name,
 * in key and value and however deep; a dotted path reaches the fields whose paths end with it; and
 * what reaches a record reaches its fields. What is templated may reach anything.
 */
final class MaskReach {

  private static final String REDACTION_NONE = "none";

  /** An entry of a policy that names a field. */
  record Hit(MaskingPolicy policy, Located<String> entry) {

    /** Whether the policy hides values; the redaction {@code None} only counts them. */
    boolean hides() {
      return !hidesNothing(policy);
    }
  }

  private record Entry(Hit hit, List<NamePattern> segments) {

    /** Whether the segments of a path end with this entry. */
    private boolean endsAt(List<String> path, int end) {
      int start = end - segments.size();
      for (int i = segments.size() - 1; i >= 0 && start >= 0; i--) {
        if (!segments.get(i).matches(path.get(start + i))) {
          return false;
        }
      }
      return start >= 0;
    }
  }

  private final Bundle bundle;
  private final Map<String, List<Entry>> byName = new HashMap<>();
  private final List<Entry> globs = new ArrayList<>();
  private final List<Hit> unknown = new ArrayList<>();

  /** The reach of the policies of a bundle. */
  MaskReach(Bundle bundle) {
    this.bundle = bundle;
    for (MaskingPolicy policy : bundle.all(MaskingPolicy.class)) {
      for (Located<String> field : policy.fields()) {
        add(new Hit(policy, field));
      }
    }
  }

  private void add(Hit hit) {
    if (!hit.entry().isKnown()) {
      unknown.add(hit);
      return;
    }
    List<NamePattern> segments = new ArrayList<>();
    segments(hit.entry().get()).forEach(segment -> segments.add(new NamePattern(segment)));
    String last = segments.get(segments.size() - 1).text();
    List<Entry> entries =
        last.indexOf('*') < 0 ? byName.computeIfAbsent(last, n -> new ArrayList<>()) : globs;
    entries.add(new Entry(hit, segments));
  }

  /** Whether the policy's redaction is known to hide nothing. */
  static boolean hidesNothing(MaskingPolicy policy) {
    return policy.redaction().orElse("").equalsIgnoreCase(REDACTION_NONE);
  }

  /**
   * The entry that names the field in whatever datasets, if possible of a policy that hides; null
   * if none does for certain.
   */
  @Nullable Hit naming(String path) {
    List<Hit> hits = hits(path).stream().filter(hit -> hit.entry().isKnown()).toList();
    return hits.stream().filter(Hit::hides).findFirst().orElse(hits.isEmpty() ? null : hits.get(0));
  }

  /** Whether a policy hides the field in this schema's topic. */
  boolean isHidden(Schema schema, String path) {
    return hits(path).stream().anyMatch(hit -> hit.hides() && covers(hit.policy(), schema));
  }

  /**
   * The entries that name, or may name, the field in this schema's topic; whatever the redaction.
   */
  List<Hit> reaching(Schema schema, String path) {
    return hits(path).stream().filter(hit -> covers(hit.policy(), schema)).toList();
  }

  /** Whether the policy's datasets hold the topic of a schema, as far as anybody can know. */
  boolean covers(MaskingPolicy policy, Schema schema) {
    String subject = schema.subject().orElse("");
    String topic = schema.topic();
    boolean topicIsKnown = !topic.equals(subject) || bundle.hasTopic(topic);
    return !topicIsKnown || covers(policy, topic);
  }

  /** Whether the policy's datasets hold a topic, as far as anybody can know. */
  static boolean covers(MaskingPolicy policy, String topic) {
    return policy.datasets().isEmpty()
        || policy.datasets().stream()
            .anyMatch(d -> !d.isKnown() || new NamePattern(d.get()).matches(topic));
  }

  private List<Hit> hits(String path) {
    List<Hit> hits = new ArrayList<>(unknown);
    List<String> segments = segments(path);
    for (int end = segments.size(); end > 0; end--) {
      for (Entry entry : byName.getOrDefault(segments.get(end - 1), List.of())) {
        if (entry.endsAt(segments, end)) {
          hits.add(entry.hit());
        }
      }
      for (Entry entry : globs) {
        if (entry.endsAt(segments, end)) {
          hits.add(entry.hit());
        }
      }
    }
    return hits;
  }

  private static List<String> segments(String path) {
    return List.of(path.split("\\.", -1));
  }
}
