package io.headgate.rules.topic;

import io.headgate.rules.kafka.TopicNames;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;

/** Topic names that Kafka refuses. */
public final class TopicIllegalName implements Checker {

  /** {@code topic-illegal-name}. */
  public static final Rule RULE =
      Rule.error("topic-illegal-name", "A topic has a name that Kafka refuses.")
          .tagged("naming", "broker-truth");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Topic topic : bundle.all(Topic.class)) {
      if (!topic.name().isKnown()) {
        continue;
      }
      String fault = TopicNames.fault(topic.name().get());
      if (fault != null) {
        findings.add(
            RULE,
            topic,
            topic.name(),
            "Topic name '"
                + topic.name()
                + "' "
                + fault
                + ", so Kafka refuses to create the topic. Use 1 to 249 of the characters a-z, A-Z,"
                + " 0-9, '.', '_' and '-'.");
      }
    }
  }
}
