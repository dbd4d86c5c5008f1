package io.headgate.rules.change;

import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;

/** Topics that get more replicas, which copies all their records. */
public final class ChangeReplicationIncreased implements Checker {

  /** {@code change-replication-increased}. */
  public static final Rule RULE =
      Rule.warning(
              "change-replication-increased",
              "A change adds replicas to a topic, which copies all its records from broker to broker.")
          .tagged("change-safety", "durability");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null) {
      return;
    }
    for (Topic topic : bundle.all(Topic.class)) {
      Topic was = Was.topic(topic, base);
      if (was != null) {
        Long before = Effective.replication(was, base.environment());
        Long now = Effective.replication(topic, bundle.environment());
        if (before != null && now != null && now > 0 && before > 0 && now > before) {
          findings.add(
              RULE,
              topic,
              topic.replication(),
              "Topic '"
                  + topic.name()
                  + "' has replication factor "
                  + before
                  + " and is to have "
                  + now
                  + ", so all its records are copied to more brokers, and some tools delete the topic and make it anew instead. Reassign its partitions with a throttle first, or keep "
                  + before
                  + ".",
              new Related(was.replication().place(), "It was " + before + "."));
        }
      }
    }
  }
}
