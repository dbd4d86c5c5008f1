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
import java.util.Optional;
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
  private final Map<String, Datasets.Index<Entry>> byName = new HashMap<>();
  private final Datasets.Index<Entry> globs = new Datasets.Index<>();
  private final Datasets.Index<Entry> unknown = new Datasets.Index<>();
  private final Map<String, Optional<Hit>> naming = new HashMap<>();
  private @Nullable KnownFields knownFields;

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
      unknown.add(new Entry(hit, List.of()), hit.policy());
      return;
    }
    List<NamePattern> segments = new ArrayList<>();
    for (String segment : segments(hit.entry().get())) {
      segments.add(new NamePattern(segment));
    }
    String last = segments.get(segments.size() - 1).text();
    Datasets.Index<Entry> entries =
        last.indexOf('*') < 0 ? byName.computeIfAbsent(last, n -> new Datasets.Index<>()) : globs;
    entries.add(new Entry(hit, segments), hit.policy());
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
    Optional<Hit> known = naming.get(path);
    if (known == null) {
      known = Optional.ofNullable(firstNaming(path));
      naming.put(path, known);
    }
    return known.orElse(null);
  }

  private @Nullable Hit firstNaming(String path) {
    Hit first = null;
    for (Hit hit : certain(path, null)) {
      if (hit.hides()) {
        return hit;
      }
      first = first == null ? hit : first;
    }
    return first;
  }

  /** Whether a policy hides the field in this schema's topic. */
  boolean isHidden(Schema schema, String path) {
    for (Hit hit : reaching(schema, path)) {
      if (hit.hides()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a policy hides the field of a topic that may have no schema. */
  boolean isHidden(String topic, String path) {
    for (Hit hit : certain(path, topic)) {
      if (hit.hides()) {
        return true;
      }
    }
    for (Entry entry : unknown.about(topic)) {
      if (entry.hit().hides()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The entries that name, or may name, the field in this schema's topic; whatever the redaction.
   */
  List<Hit> reaching(Schema schema, String path) {
    String topic = Datasets.topicOf(schema, bundle);
    List<Hit> hits = certain(path, topic);
    for (Entry entry : unknown.about(topic)) {
      hits.add(entry.hit());
    }
    return hits;
  }

  /**
   * Whether all fields of the topics that a policy covers are known, so that one which is not among
   * them does not exist.
   */
  boolean knowsAllFieldsOf(MaskingPolicy policy) {
    if (knownFields == null) {
      knownFields = new KnownFields(bundle);
    }
    return knownFields.areAll(policy);
  }

  /** The entries that name a path in a topic; in whatever topic if it is null. */
  private List<Hit> certain(String path, @Nullable String topic) {
    List<Hit> hits = new ArrayList<>();
    List<String> segments = segments(path);
    for (int end = segments.size(); end > 0; end--) {
      Datasets.Index<Entry> named = byName.get(segments.get(end - 1));
      if (named != null) {
        add(named.about(topic), segments, end, hits);
      }
      add(globs.about(topic), segments, end, hits);
    }
    return hits;
  }

  private static void add(List<Entry> entries, List<String> path, int end, List<Hit> hits) {
    for (Entry entry : entries) {
      if (entry.endsAt(path, end)) {
        hits.add(entry.hit());
      }
    }
  }

  private static List<String> segments(String path) {
    return List.of(path.split("\\.", -1));
  }
}
