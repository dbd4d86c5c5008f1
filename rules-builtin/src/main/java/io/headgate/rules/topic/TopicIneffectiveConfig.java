package io.headgate.rules.topic;

import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;

/** Configuration that a broker takes and never looks at. */
public final class TopicIneffectiveConfig implements Checker {

  /** {@code topic-ineffective-config}. */
  public static final Rule RULE =
      Rule.warning(
              "topic-ineffective-config",
              "A topic sets a configuration value that Kafka takes and never uses.")
          .tagged("config", "broker-truth");

  private static final List<String> OF_COMPACTION =
      List.of(
          TopicConfig.DELETE_RETENTION_MS_CONFIG,
          TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
          TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
          TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG);

  private static final List<String> OF_DELETION =
      List.of(TopicConfig.RETENTION_MS_CONFIG, TopicConfig.RETENTION_BYTES_CONFIG);

  private static final List<String> CODECS = List.of("gzip", "lz4", "zstd");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Environment environment = bundle.environment();
    for (Topic topic : bundle.all(Topic.class)) {
      List<String> policies = Effective.cleanup(topic, environment);
      if (policies != null) {
        boolean compacts = policies.contains(TopicConfig.CLEANUP_POLICY_COMPACT);
        boolean deletes = policies.contains(TopicConfig.CLEANUP_POLICY_DELETE);
        if (compacts && !deletes) {
          checkPolicy(topic, OF_DELETION, "compact", findings);
        } else if (deletes && !compacts) {
          checkPolicy(topic, OF_COMPACTION, "delete", findings);
        }
      }
      checkCompression(topic, environment, findings);
    }
  }

  private static void checkPolicy(
      Topic topic, List<String> keys, String policy, Findings findings) {
    for (String key : keys) {
      Located<String> value = topic.config().get(key);
      // Without a limit means what compaction alone does anyway.
      if (value.isKnown() && !value.get().trim().equals("-1")) {
        add(topic, key, TopicConfig.CLEANUP_POLICY_CONFIG, policy + " alone", findings);
      }
    }
  }

  private static void checkCompression(Topic topic, Environment environment, Findings findings) {
    String type = Effective.text(topic, TopicConfig.COMPRESSION_TYPE_CONFIG, environment);
    if (type == null) {
      return;
    }
    for (String codec : CODECS) {
      String key = "compression." + codec + ".level";
      if (!codec.equals(type.trim()) && topic.config().get(key).isKnown()) {
        add(topic, key, TopicConfig.COMPRESSION_TYPE_CONFIG, type.trim(), findings);
      }
    }
  }

  private static void add(
      Topic topic, String key, String other, String because, Findings findings) {
    Located<String> value = topic.config().get(key);
    findings.add(
        RULE,
        topic,
        value,
        "Topic '"
            + topic.name()
            + "' sets "
            + key
            + " to "
            + value
            + ", which does nothing because "
            + other
            + " is "
            + because
            + ". Take it out, or change "
            + other
            + ".");
  }
}
