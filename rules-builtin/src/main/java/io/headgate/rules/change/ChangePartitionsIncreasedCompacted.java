package io.headgate.rules.change;

import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;

/** Compacted topics that get more partitions, so that a key lives on in two of them. */
public final class ChangePartitionsIncreasedCompacted implements Checker {

  /** {@code change-partitions-increased-compacted}. */
  public static final Rule RULE =
      Rule.error(
              "change-partitions-increased-compacted",
              "A change adds partitions to a compacted topic, so that old values of keys stay behind.")
          .tagged("change-safety", "correctness");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null) {
      return;
    }
    for (Topic topic : bundle.all(Topic.class)) {
      Topic was = Was.topic(topic, base);
      if (was != null
          && Was.partitionsGrow(was, topic) > 0
          && Effective.compacts(topic, bundle.environment())) {
        findings.add(
            RULE,
            topic,
            topic.partitions(),
            "Compacted topic '"
                + topic.name()
                + "' has "
                + was.partitions()
                + " partitions and is to have "
                + topic.partitions()
                + ": most keys then go to another partition, and their old values stay in the first"
                + " for ever. Keep "
                + was.partitions()
                + ", or write all records to a new topic.",
            new Related(was.partitions().place(), "It was " + was.partitions() + "."));
      }
    }
  }
}
