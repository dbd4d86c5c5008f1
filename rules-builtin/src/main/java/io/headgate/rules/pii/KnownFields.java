package io.headgate.rules.pii;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.MaskingPolicy;
import io.headgate.spi.model.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Where all fields are known, so that one which is not among them does not exist. What is missing
 * is collected once: a large bundle has as many policies as it has teams.
 */
final class KnownFields {

  private final Bundle bundle;
  private final MaskReach masks;
  private final List<Schema> values = new ArrayList<>();
  private final List<Schema> unread = new ArrayList<>();
  private final List<String> topicsWithout = new ArrayList<>();

  KnownFields(Bundle bundle, MaskReach masks) {
    this.bundle = bundle;
    this.masks = masks;
    for (Schema schema : bundle.all(Schema.class)) {
      boolean value = schema.side() == Schema.Side.VALUE;
      if (value) {
        values.add(schema);
      }
      // A record without fields is one that could not be read; a key may be a plain string.
      if (!schema.problems().isEmpty() || (value && schema.fields().isEmpty())) {
        unread.add(schema);
      }
    }
    for (String topic : bundle.topicNames()) {
      if (!hasValues(topic)) {
        topicsWithout.add(topic);
      }
    }
  }

  /** Whether all fields of the topics that a policy covers are known, and there are any. */
  boolean areAllOf(MaskingPolicy policy) {
    return unread.stream().noneMatch(schema -> masks.covers(policy, schema))
        && topicsWithout.stream().noneMatch(topic -> MaskReach.covers(policy, topic))
        && (policy.datasets().stream().anyMatch(this::hasValues)
            || values.stream().anyMatch(schema -> masks.covers(policy, schema)));
  }

  /** The quick answer for a topic that a policy names in full. */
  private boolean hasValues(Located<String> topic) {
    return topic.isKnown() && hasValues(topic.get());
  }

  private boolean hasValues(String topic) {
    return bundle.schemasOf(topic).stream().anyMatch(s -> s.side() == Schema.Side.VALUE);
  }
}
