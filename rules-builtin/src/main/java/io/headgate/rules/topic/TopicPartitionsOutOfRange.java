package io.headgate.rules.topic;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;

/** Topics with fewer or more partitions than the policy wants. */
public final class TopicPartitionsOutOfRange implements Checker {

  private static final Setting<Long> MIN =
      Setting.integer("min", 1, "The smallest number of partitions a topic may have.");

  private static final Setting<Long> MAX =
      Setting.integer("max", 200, "The greatest number of partitions a topic may have.");

  /** {@code topic-partitions-out-of-range}. */
  public static final Rule RULE =
      Rule.warning(
              "topic-partitions-out-of-range",
              "A topic has fewer or more partitions than the policy allows.")
          .with(MIN, MAX)
          .tagged("limits", "cost");

  private static final int BROKER_DEFAULT = -1;

  private final long min;
  private final long max;

  /** A checker with the policy's settings. */
  public TopicPartitionsOutOfRange(Settings settings) {
    min = settings.get(MIN);
    max = settings.get(MAX);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Topic topic : bundle.all(Topic.class)) {
      int partitions = topic.partitions().orElse(BROKER_DEFAULT);
      if (partitions != BROKER_DEFAULT && (partitions < min || partitions > max)) {
        findings.add(
            RULE,
            topic,
            topic.partitions(),
            "Topic '"
                + topic.name()
                + "' has "
                + partitions
                + (partitions == 1 ? " partition, " : " partitions, ")
                + (partitions < min ? "fewer than " + min : "more than " + max)
                + ". Choose a number from "
                + min
                + " to "
                + max
                + " while the topic is new: partitions can only be added, and then keys move.");
      }
    }
  }
}
