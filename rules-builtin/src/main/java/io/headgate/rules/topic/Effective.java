package io.headgate.rules.topic;

import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The values that count for a topic: what it says, else what the policy says about the brokers.
 * What nobody said is null, never a guess.
 */
final class Effective {

  private static final int BROKER_DEFAULT = -1;

  private Effective() {}

  /** Whether the topic leaves its replication factor to the broker; Kafka writes that as -1. */
  static boolean replicationIsDefault(Topic topic) {
    return topic.replication().isAbsent() || topic.replication().is(BROKER_DEFAULT);
  }

  static @Nullable Long replication(Topic topic, Environment environment) {
    if (replicationIsDefault(topic)) {
      return number(environment.brokerDefaults().get("default.replication.factor"));
    }
    return topic.replication().isKnown() ? Long.valueOf(topic.replication().get()) : null;
  }

  static @Nullable Long number(Topic topic, String key, Environment environment) {
    return number(text(topic, key, environment));
  }

  static @Nullable String text(Topic topic, String key, Environment environment) {
    Located<String> value = topic.config().get(key);
    return value.isAbsent() ? environment.brokerDefaults().get(key) : value.orNull();
  }

  /** The number as Kafka reads it, or null: a value that is none is for topic-invalid-config. */
  private static @Nullable Long number(@Nullable String text) {
    try {
      return text == null ? null : Long.valueOf(text.trim());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
