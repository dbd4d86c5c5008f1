package io.headgate.rules.topic;

import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;

/** Topics with fewer replicas than the policy wants. */
public final class TopicUnderReplicated implements Checker {

  private static final Setting<Long> MIN =
      Setting.integer("min", 3, "The smallest replication factor a topic may have.");

  /** {@code topic-under-replicated}. */
  public static final Rule RULE =
      Rule.error(
              "topic-under-replicated",
              "A topic has too few replicas to survive the loss of brokers.")
          .with(MIN)
          .tagged("durability");

  private final long min;

  /** A checker with the policy's settings. */
  public TopicUnderReplicated(Settings settings) {
    min = settings.get(MIN);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Topic topic : bundle.all(Topic.class)) {
      Long replication = Effective.replication(topic, bundle.environment());
      if (replication != null && replication < min) {
        findings.add(
            RULE,
            topic,
            topic.replication(),
            "Topic '"
                + topic.name()
                + "' has replication factor "
                + replication
                + (Effective.replicationIsDefault(topic) ? " by the broker's default" : "")
                + ", below "
                + min
                + ". Set its replication factor to "
                + min
                + " or more.");
      }
    }
  }
}
