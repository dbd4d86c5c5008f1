package io.headgate.rules.pii;

import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Topic;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.TopicConfig;

/** Compacted topics that keep personal data long after it was deleted. */
public final class PiiSlowErasure implements Checker {

  private static final Setting<Long> MAX_DAYS =
      Setting.integer("max-days", 30, "Within how many days a deleted person must be gone.");

  /** {@code pii-slow-erasure}. */
  public static final Rule RULE =
      Rule.warning(
              "pii-slow-erasure",
              "A compacted topic keeps personal data too long after its deletion.")
          .with(MAX_DAYS)
          .tagged("pii", "gdpr");

  private final long maxDays;

  /** A checker with the policy's settings. */
  public PiiSlowErasure(Settings settings) {
    maxDays = settings.get(MAX_DAYS);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Environment environment = bundle.environment();
    String key = TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG;
    for (Topic topic : bundle.all(Topic.class)) {
      Long lag = Effective.number(topic, key, environment);
      boolean slow =
          lag != null
              && lag > TimeUnit.DAYS.toMillis(maxDays)
              && Effective.compacts(topic, environment);
      Field field =
          slow && topic.name().isKnown()
              ? bundle.personalField(topic.name().get(), Marks.TAGS)
              : null;
      if (field != null && lag != null) {
        findings.add(
            RULE,
            topic,
            topic.config().get(key),
            "Topic '"
                + topic.name()
                + "' holds the personal field '"
                + field.path()
                + "' and may leave a deleted record uncompacted for "
                + (lag == Long.MAX_VALUE ? "ever" : TimeUnit.MILLISECONDS.toDays(lag) + " days")
                + ", longer than "
                + maxDays
                + " days. Set "
                + key
                + " to "
                + TimeUnit.DAYS.toMillis(maxDays) / 2
                + " or less.",
            new Related(field.name().place(), "The field is declared here."));
      }
    }
  }
}
