package io.headgate.rules.change;

import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;

/** Topics that keep records for less time, or fewer bytes of them, than before. */
public final class ChangeRetentionDecreased implements Checker {

  private static final List<String> KEYS =
      List.of(TopicConfig.RETENTION_MS_CONFIG, TopicConfig.RETENTION_BYTES_CONFIG);

  /** {@code change-retention-decreased}. */
  public static final Rule RULE =
      Rule.warning(
              "change-retention-decreased",
              "A change lowers the retention of a topic, so that records are deleted within minutes.")
          .tagged("change-safety", "data-loss");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null) {
      return;
    }
    for (Topic topic : bundle.all(Topic.class)) {
      Topic was = Was.topic(topic, base);
      if (was != null
          && Effective.deletes(was, base.environment())
          && Effective.deletes(topic, bundle.environment())) {
        for (String key : KEYS) {
          Long before = Effective.number(was, key, base.environment());
          Long now = Effective.number(topic, key, bundle.environment());
          if (before != null && now != null && now >= 0 && (before < 0 || now < before)) {
            findings.add(
                RULE,
                topic,
                topic.config().get(key),
                "Topic '"
                    + topic.name()
                    + "' has "
                    + key
                    + " "
                    + (before < 0 ? "without limit" : before)
                    + " and is to have "
                    + now
                    + "; what lies beyond is deleted within minutes of apply, read or not. Keep "
                    + before
                    + ", or make sure that nobody needs these records.",
                new Related(was.config().get(key).place(), "It was " + before + "."));
          }
        }
      }
    }
  }
}
