package io.headgate.rules.topic;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import io.headgate.spi.model.TopicSettings;
import org.apache.kafka.common.config.TopicConfig;

/** Topics beyond the limits that the landscape itself sets for topics. */
public final class TopicOutsideSettings implements Checker {

  /** {@code topic-outside-settings}. */
  public static final Rule RULE =
      Rule.warning(
              "topic-outside-settings",
              "A topic lies beyond the limits that the platform's own topic settings set.")
          .tagged("limits");

  private static final long UNLIMITED = -1;

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (TopicSettings settings : bundle.all(TopicSettings.class)) {
      for (Topic topic : bundle.all(Topic.class)) {
        range(
            topic,
            topic.partitions(),
            "partitions",
            settings.minPartitions(),
            settings.maxPartitions(),
            findings);
        range(
            topic,
            topic.replication(),
            "replicas",
            settings.minReplication(),
            settings.maxReplication(),
            findings);
        retention(topic, TopicConfig.RETENTION_MS_CONFIG, settings.maxRetentionMs(), findings);
        retention(
            topic, TopicConfig.RETENTION_BYTES_CONFIG, settings.maxRetentionBytes(), findings);
      }
    }
  }

  private static void range(
      Topic topic,
      Located<Integer> value,
      String what,
      Located<Integer> min,
      Located<Integer> max,
      Findings findings) {
    int number = value.orElse(-1);
    if (number < 0) {
      return;
    }
    if (min.isKnown() && number < min.get()) {
      add(topic, value, count(number, what), "at least " + min.get(), min, findings);
    } else if (max.isKnown() && number > max.get()) {
      add(topic, value, count(number, what), "at most " + max.get(), max, findings);
    }
  }

  private static String count(int number, String what) {
    return number + " " + (number == 1 ? what.substring(0, what.length() - 1) : what);
  }

  private static void retention(Topic topic, String key, Located<Long> max, Findings findings) {
    Located<Long> value = topic.config().number(key);
    if (value.isKnown()
        && max.isKnown()
        && max.get() != UNLIMITED
        && (value.get() == UNLIMITED || value.get() > max.get())) {
      add(topic, value, key + " " + value.get(), "at most " + max.get(), max, findings);
    }
  }

  private static void add(
      Topic topic,
      Located<?> where,
      String found,
      String wanted,
      Located<?> limit,
      Findings findings) {
    findings.add(
        RULE,
        topic,
        where,
        "Topic '"
            + topic.name()
            + "' has "
            + found
            + ", but the topic settings of this landscape allow "
            + wanted
            + ". Change the topic, or the settings if they no longer hold.",
        new Related(limit.place(), "The limit is set here."));
  }
}
