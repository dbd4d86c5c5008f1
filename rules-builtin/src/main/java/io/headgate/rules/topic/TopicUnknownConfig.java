package io.headgate.rules.topic;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.KafkaVersion;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Configuration keys that no topic has. */
public final class TopicUnknownConfig implements Checker {

  private static final Setting<List<String>> EXTRA =
      Setting.texts(
          "extra",
          List.of("confluent.*", "redpanda.*", "automq.*"),
          "Keys that the brokers know beyond Apache Kafka's; '*' is a wildcard.");

  /** {@code topic-unknown-config}. */
  public static final Rule RULE =
      Rule.error(
              "topic-unknown-config", "A topic sets a configuration key that Kafka does not know.")
          .with(EXTRA)
          .tagged("config", "broker-truth");

  private final List<NamePattern> extra;

  /** A checker with the policy's settings. */
  public TopicUnknownConfig(Settings settings) {
    extra = settings.get(EXTRA).stream().map(NamePattern::new).toList();
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    KafkaVersion version = bundle.environment().kafkaVersion();
    for (Topic topic : bundle.all(Topic.class)) {
      for (Property property : topic.config().properties()) {
        String key = property.key().orNull();
        if (key != null && !isKnown(key, version)) {
          findings.add(
              RULE,
              topic,
              property.key(),
              "Topic '" + topic.name() + "' sets " + key + ", " + fault(key, version));
        }
      }
    }
  }

  private boolean isKnown(String key, @Nullable KafkaVersion version) {
    return TopicConfigs.value(key, version) != null
        || (version != null && MisplacedConfigs.existedBefore(version, key))
        || extra.stream().anyMatch(pattern -> pattern.matches(key));
  }

  private static String fault(String key, @Nullable KafkaVersion version) {
    KafkaVersion since = TopicConfigs.since(key);
    return since != null
        ? "which Kafka has from "
            + since
            + " on, not in "
            + version
            + ". Delete it until the brokers are upgraded."
        : MisplacedConfigs.fault(key);
  }
}
