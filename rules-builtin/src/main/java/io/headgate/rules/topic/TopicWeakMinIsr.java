package io.headgate.rules.topic;

import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import org.apache.kafka.common.config.TopicConfig;

/** Topics whose {@code min.insync.replicas} protects too little, or less than it says. */
public final class TopicWeakMinIsr implements Checker {

  private static final Setting<Long> MIN =
      Setting.integer(
          "min", 2, "The smallest min.insync.replicas a topic may have, if it has more replicas.");

  /** {@code topic-weak-min-isr}. */
  public static final Rule RULE =
      Rule.warning(
              "topic-weak-min-isr",
              "A topic confirms writes that too few replicas hold, or asks for more than it has.")
          .with(MIN)
          .tagged("durability");

  private final long min;

  /** A checker with the policy's settings. */
  public TopicWeakMinIsr(Settings settings) {
    min = settings.get(MIN);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Topic topic : bundle.all(Topic.class)) {
      Long replicas = Effective.replication(topic, bundle.environment());
      Long inSync =
          Effective.number(topic, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, bundle.environment());
      if (replicas == null || inSync == null || replicas < 1 || inSync < 1) {
        continue;
      }
      Located<String> where = topic.config().get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
      String found =
          "Topic '"
              + topic.name()
              + "' has min.insync.replicas "
              + inSync
              + (where.isAbsent() ? " by the broker's default" : "")
              + " and replication factor "
              + replicas;
      // With all replicas in sync a topic cannot lose one: never ask for that.
      long wanted = Math.min(min, replicas - 1);
      if (where.isKnown() && inSync > replicas) {
        findings.add(
            RULE,
            topic,
            where,
            found
                + ", so Kafka quietly makes do with "
                + replicas
                + ". Raise the replication factor to "
                + (inSync + 1)
                + ", or set min.insync.replicas to "
                + Math.max(1, replicas - 1)
                + ".");
      } else if (inSync < wanted) {
        findings.add(
            RULE,
            topic,
            where,
            found
                + ", so a confirmed write may be lost with "
                + (inSync == 1 ? "one broker" : inSync + " brokers")
                + ". Set min.insync.replicas to "
                + wanted
                + ".");
      }
    }
  }
}
