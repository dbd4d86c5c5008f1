package io.headgate.rules.change;

import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;

/** Topics that keep fewer copies of each record than before. */
public final class ChangeReplicationDecreased implements Checker {

  /** {@code change-replication-decreased}. */
  public static final Rule RULE =
      Rule.error(
              "change-replication-decreased",
              "A change takes replicas from a topic, so that fewer brokers may fail before records are lost.")
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
        if (before != null && now != null && now > 0 && before > 0 && now < before) {
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
                  + ", so fewer brokers may fail before records are lost. Keep "
                  + before
                  + ".",
              new Related(was.replication().place(), "It was " + before + "."));
        }
      }
    }
  }
}
