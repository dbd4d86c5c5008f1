package io.headgate.rules.topic;

import io.headgate.rules.kafka.Durations;
import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Topic;
import org.apache.kafka.common.config.TopicConfig;

/** Topics that keep records long after they should be gone, because segments close seldom. */
public final class TopicLateRetention implements Checker {

  private static final Setting<Long> PERCENT =
      Setting.integer("percent", 100, "The longest segment.ms, in per cent of retention.ms.");

  /** {@code topic-late-retention}. */
  public static final Rule RULE =
      Rule.warning(
              "topic-late-retention",
              "A topic keeps records long past its retention, because its segments close too seldom.")
          .with(PERCENT)
          .tagged("retention");

  private final long percent;

  /** A checker with the policy's settings. */
  public TopicLateRetention(Settings settings) {
    percent = settings.get(PERCENT);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Environment environment = bundle.environment();
    for (Topic topic : bundle.all(Topic.class)) {
      Long retention = Effective.number(topic, TopicConfig.RETENTION_MS_CONFIG, environment);
      Long segment = Effective.number(topic, TopicConfig.SEGMENT_MS_CONFIG, environment);
      if (retention != null
          && segment != null
          && Effective.deletes(topic, environment)
          && retention > 0
          && segment > retention / 100.0 * percent) {
        String key =
            topic.config().has(TopicConfig.SEGMENT_MS_CONFIG)
                ? TopicConfig.SEGMENT_MS_CONFIG
                : TopicConfig.RETENTION_MS_CONFIG;
        findings.add(
            RULE,
            topic,
            topic.config().get(key),
            "Topic '"
                + topic.name()
                + "' closes a segment after "
                + Durations.text(segment)
                + " (segment.ms) but promises to keep records for "
                + Durations.text(retention)
                + " (retention.ms); only whole segments are deleted, so where few records come the"
                + " first of them stays for both together. Set segment.ms to "
                + Math.max(1, retention / 2)
                + " or less.");
      }
    }
  }
}
