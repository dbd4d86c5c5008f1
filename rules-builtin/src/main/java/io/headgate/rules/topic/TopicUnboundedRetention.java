package io.headgate.rules.topic;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.REMOTE_LOG_STORAGE_ENABLE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import io.headgate.rules.kafka.ConfigValue;
import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Topics that keep their records for ever, or longer than the policy allows. */
public final class TopicUnboundedRetention implements Checker {

  private static final Setting<Long> MAX_DAYS =
      Setting.integer(
          "max-days", 0, "The longest retention in days; 0 allows any that is not for ever.");

  /** {@code topic-unbounded-retention}. */
  public static final Rule RULE =
      Rule.warning(
              "topic-unbounded-retention",
              "A topic keeps its records for ever, or longer than the policy allows.")
          .with(MAX_DAYS)
          .tagged("retention", "cost");

  private static final long FOR_EVER = -1;

  private final long maxDays;

  /** A checker with the policy's settings. */
  public TopicUnboundedRetention(Settings settings) {
    maxDays = settings.get(MAX_DAYS);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Topic topic : bundle.all(Topic.class)) {
      if (!mayBeTiered(topic) && !topic.config().get(CLEANUP_POLICY_CONFIG).isUnknown()) {
        check(topic, bundle.environment(), findings);
      }
    }
  }

  private void check(Topic topic, Environment environment, Findings findings) {
    String policy = Effective.text(topic, CLEANUP_POLICY_CONFIG, environment);
    List<String> policies = ConfigValue.elements(policy == null ? CLEANUP_POLICY_DELETE : policy);
    Long retention = Effective.number(topic, RETENTION_MS_CONFIG, environment);
    String name = "Topic '" + topic.name() + "' ";
    if (policies.isEmpty()) {
      findings.add(
          RULE,
          topic,
          topic.config().get(CLEANUP_POLICY_CONFIG),
          name + "keeps every record for ever, because its cleanup.policy is empty. Write delete.");
    } else if (!policies.contains(CLEANUP_POLICY_DELETE)
        || policies.contains(CLEANUP_POLICY_COMPACT)
        || retention == null) {
      return; // compaction is the bound, or nobody said one
    } else if (retention == FOR_EVER && (maxDays > 0 || !isBoundedBySize(topic, environment))) {
      findings.add(
          RULE,
          topic,
          topic.config().get(RETENTION_MS_CONFIG),
          name
              + "keeps every record for ever, because retention.ms is -1. Set retention.ms"
              + (maxDays > 0 ? " to " + maxDays + " days or less." : " or retention.bytes."));
    } else if (maxDays > 0 && retention > TimeUnit.DAYS.toMillis(maxDays)) {
      findings.add(
          RULE,
          topic,
          topic.config().get(RETENTION_MS_CONFIG),
          name
              + "keeps its records for "
              + TimeUnit.MILLISECONDS.toDays(retention)
              + " days, longer than "
              + maxDays
              + ". Set retention.ms to "
              + TimeUnit.DAYS.toMillis(maxDays)
              + " or less.");
    }
  }

  /** Whoever pays for tiered storage wants the records kept. */
  private static boolean mayBeTiered(Topic topic) {
    Located<String> tiered = topic.config().get(REMOTE_LOG_STORAGE_ENABLE_CONFIG);
    return tiered.isUnknown() || tiered.orElse("").trim().equalsIgnoreCase("true");
  }

  private static boolean isBoundedBySize(Topic topic, Environment environment) {
    Long bytes = Effective.number(topic, RETENTION_BYTES_CONFIG, environment);
    return topic.config().get(RETENTION_BYTES_CONFIG).isUnknown() || (bytes != null && bytes >= 0);
  }
}
