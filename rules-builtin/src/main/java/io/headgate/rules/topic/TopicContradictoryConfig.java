package io.headgate.rules.topic;

import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Topic;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;

/** Configuration values that a broker takes one by one and refuses together. */
public final class TopicContradictoryConfig implements Checker {

  /** {@code topic-contradictory-config}. */
  public static final Rule RULE =
      Rule.error(
              "topic-contradictory-config",
              "A topic sets configuration values that Kafka refuses together.")
          .tagged("config", "broker-truth");

  private static final long UNLIMITED = -1;
  private static final long AS_RETENTION = -2;

  @Override
  public void check(Bundle bundle, Findings findings) {
    Environment environment = bundle.environment();
    for (Topic topic : bundle.all(Topic.class)) {
      compaction(topic, environment, findings);
      if (Effective.isTrue(topic, TopicConfig.REMOTE_LOG_STORAGE_ENABLE_CONFIG, environment)) {
        tiering(topic, environment, findings);
        localRetention(topic, "local.retention.ms", "retention.ms", environment, findings);
        localRetention(topic, "local.retention.bytes", "retention.bytes", environment, findings);
      }
    }
  }

  private static void compaction(Topic topic, Environment environment, Findings findings) {
    String least = TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG;
    String most = TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG;
    Long min = Effective.number(topic, least, environment);
    Long max = Effective.number(topic, most, environment);
    if (min != null && max != null && min > max) {
      String key = topic.config().has(least) ? least : most;
      refuse(
          topic,
          key,
          least + " " + min + " above " + most + " " + max,
          "Lower the one or raise the other.",
          findings);
    }
  }

  private static void tiering(Topic topic, Environment environment, Findings findings) {
    List<String> policies = Effective.cleanup(topic, environment);
    if (policies != null && policies.contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
      refuse(
          topic,
          TopicConfig.CLEANUP_POLICY_CONFIG,
          "remote.storage.enable true and cleanup.policy " + String.join(",", policies),
          "Tiered storage takes cleanup.policy delete alone.",
          findings);
    }
  }

  private static void localRetention(
      Topic topic, String localKey, String key, Environment environment, Findings findings) {
    Long local = Effective.number(topic, localKey, environment);
    Long whole = Effective.number(topic, key, environment);
    if (local == null || whole == null || local == AS_RETENTION || local.equals(whole)) {
      return;
    }
    boolean copies =
        !Effective.isTrue(topic, TopicConfig.REMOTE_LOG_COPY_DISABLE_CONFIG, environment);
    boolean tooMuch = whole != UNLIMITED && (local == UNLIMITED || local > whole);
    if (tooMuch || !copies) {
      refuse(
          topic,
          localKey,
          localKey
              + " "
              + local
              + (tooMuch ? " above " : " beside remote.log.copy.disable true and ")
              + key
              + " "
              + whole,
          "Set "
              + localKey
              + " to -2, which means the same as "
              + key
              + (copies ? ", or less." : "."),
          findings);
    }
  }

  private static void refuse(
      Topic topic, String key, String found, String wayOut, Findings findings) {
    findings.add(
        RULE,
        topic,
        topic.config().get(key),
        "Topic '" + topic.name() + "' has " + found + ", which Kafka refuses. " + wayOut);
  }
}
