package io.headgate.rules.topic;

import io.headgate.rules.kafka.ConfigValue;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.KafkaVersion;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Topic;

/** Configuration values that a broker refuses. */
public final class TopicInvalidConfig implements Checker {

  /** {@code topic-invalid-config}. */
  public static final Rule RULE =
      Rule.error("topic-invalid-config", "A topic sets a configuration value that Kafka refuses.")
          .tagged("config", "broker-truth");

  private static final int SHOWN = 60;

  @Override
  public void check(Bundle bundle, Findings findings) {
    KafkaVersion version = bundle.environment().kafkaVersion();
    for (Topic topic : bundle.all(Topic.class)) {
      for (Property property : topic.config().properties()) {
        String key = property.key().orNull();
        String value = property.value().orNull();
        ConfigValue wanted = key == null ? null : TopicConfigs.value(key, version);
        if (wanted != null && value != null && !wanted.accepts(value)) {
          findings.add(
              RULE,
              topic,
              property.value(),
              "Topic '"
                  + topic.name()
                  + "' sets "
                  + key
                  + " to '"
                  + (value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value)
                  + "', which Kafka refuses. Write "
                  + wanted.wanted()
                  + ".");
        }
      }
    }
  }
}
