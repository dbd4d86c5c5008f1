package io.headgate.rules.topic;

import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;
import org.apache.kafka.common.config.TopicConfig;

/** Topics that cannot lose a single replica without stopping. */
public final class TopicMinIsrEqualsReplication implements Checker {

  /** {@code topic-min-isr-equals-replication}. */
  public static final Rule RULE =
      Rule.warning(
              "topic-min-isr-equals-replication",
              "A topic needs all of its replicas in sync, so one broker's restart stops it.")
          .tagged("availability", "durability");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Topic topic : bundle.all(Topic.class)) {
      Long replicas = Effective.replication(topic, bundle.environment());
      Long inSync =
          Effective.number(topic, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, bundle.environment());
      if (replicas != null && replicas > 1 && replicas.equals(inSync)) {
        findings.add(
            RULE,
            topic,
            topic.config().get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
            "Topic '"
                + topic.name()
                + "' needs all of its "
                + replicas
                + " replicas in sync, so the restart of one broker stops every write with acks=all."
                + (replicas == 2
                    ? " Raise the replication factor to 3."
                    : " Set min.insync.replicas to " + (replicas - 1) + "."));
      }
    }
  }
}
