package io.headgate.rules.kafka;

import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * The values that count for a topic: what it says, else what the policy says about the brokers.
 * What nobody said is null, never a guess.
 */
public final class Effective {

  private static final int BROKER_DEFAULT = -1;

  private Effective() {}

  /** Whether the topic leaves its replication factor to the broker; Kafka writes that as -1. */
  public static boolean replicationIsDefault(Topic topic) {
    return topic.replication().isAbsent() || topic.replication().is(BROKER_DEFAULT);
  }

  /** How many replicas each partition of the topic has, or null when nobody said. */
  public static @Nullable Long replication(Topic topic, Environment environment) {
    if (replicationIsDefault(topic)) {
      return number(environment.brokerDefaults().get("default.replication.factor"));
    }
    return topic.replication().isKnown() ? Long.valueOf(topic.replication().get()) : null;
  }

  /** The value of a key as a whole number, or null when nobody said or it is none. */
  public static @Nullable Long number(Topic topic, String key, Environment environment) {
    return number(text(topic, key, environment));
  }

  /** The value of a key, or null when nobody said or a template gives it. */
  public static @Nullable String text(Topic topic, String key, Environment environment) {
    Located<String> value = topic.config().get(key);
    return value.isAbsent() ? environment.brokerDefaults().get(key) : value.orNull();
  }

  /** Whether a key is known to be {@code true}, as Kafka reads it. */
  public static boolean isTrue(Topic topic, String key, Environment environment) {
    String text = text(topic, key, environment);
    return text != null && text.trim().equalsIgnoreCase("true");
  }

  /** The elements of {@code cleanup.policy}, or null when nobody said or a template gives them. */
  public static @Nullable List<String> cleanup(Topic topic, Environment environment) {
    String text = text(topic, TopicConfig.CLEANUP_POLICY_CONFIG, environment);
    return text == null ? null : ConfigValue.elements(text);
  }

  /** Whether the topic is known to keep the last value of each key. */
  public static boolean compacts(Topic topic, Environment environment) {
    List<String> policies = cleanup(topic, environment);
    return policies != null && policies.contains(TopicConfig.CLEANUP_POLICY_COMPACT);
  }

  /** Whether the topic deletes by its retention, as one does where nobody said otherwise. */
  public static boolean deletes(Topic topic, Environment environment) {
    List<String> policies = cleanup(topic, environment);
    return policies == null
        ? isCleanupUnsaid(topic)
        : policies.contains(TopicConfig.CLEANUP_POLICY_DELETE);
  }

  /** Whether the topic {@link #deletes} and does not compact. */
  public static boolean deletesOnly(Topic topic, Environment environment) {
    List<String> policies = cleanup(topic, environment);
    return policies == null
        ? isCleanupUnsaid(topic)
        : policies.equals(List.of(TopicConfig.CLEANUP_POLICY_DELETE));
  }

  private static boolean isCleanupUnsaid(Topic topic) {
    return topic.config().get(TopicConfig.CLEANUP_POLICY_CONFIG).isAbsent();
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
