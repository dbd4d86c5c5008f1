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

/** Personal data that is kept longer than the policy allows. */
public final class PiiLongRetention implements Checker {

  private static final Setting<Long> MAX_DAYS =
      Setting.integer("max-days", 30, "For how many days records with personal data may be kept.");

  /** {@code pii-long-retention}. */
  public static final Rule RULE =
      Rule.warning(
              "pii-long-retention", "A topic keeps personal data longer than the policy allows.")
          .with(MAX_DAYS)
          .tagged("pii", "gdpr", "retention");

  private final long maxDays;

  /** A checker with the policy's settings. */
  public PiiLongRetention(Settings settings) {
    maxDays = settings.get(MAX_DAYS);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Environment environment = bundle.environment();
    for (Topic topic : bundle.all(Topic.class)) {
      Long retention = Effective.number(topic, TopicConfig.RETENTION_MS_CONFIG, environment);
      boolean tooLong =
          retention != null && (retention < 0 || retention > TimeUnit.DAYS.toMillis(maxDays));
      Field field =
          tooLong && Effective.deletesOnly(topic, environment) && topic.name().isKnown()
              ? bundle.personalField(topic.name().get(), Marks.TAGS)
              : null;
      if (field != null && retention != null) {
        findings.add(
            RULE,
            topic,
            topic.config().get(TopicConfig.RETENTION_MS_CONFIG),
            "Topic '"
                + topic.name()
                + "' holds the personal field '"
                + field.path()
                + "' and keeps its records "
                + (retention < 0
                    ? "for ever"
                    : "for " + TimeUnit.MILLISECONDS.toDays(retention) + " days")
                + ", longer than "
                + maxDays
                + " days. Set retention.ms to "
                + TimeUnit.DAYS.toMillis(maxDays)
                + " or less.",
            new Related(field.name().place(), "The field is declared here."));
      }
    }
  }
}
