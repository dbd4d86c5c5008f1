package io.headgate.rules.change;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;
import org.jspecify.annotations.Nullable;

/** What things were before a change. */
final class Was {

  private Was() {}

  /** The topic as it was, or null if it is new or nobody knows its name. */
  static @Nullable Topic topic(Topic topic, Bundle base) {
    return topic.name().isKnown() ? base.topic(topic.name().get()) : null;
  }

  /** How many partitions a change adds; 0 where nobody knows. Kafka writes its default as -1. */
  static int partitionsGrow(Topic was, Topic topic) {
    Integer before = was.partitions().orNull();
    Integer now = topic.partitions().orNull();
    return before == null || now == null || before < 1 || now < 1 ? 0 : now - before;
  }
}
