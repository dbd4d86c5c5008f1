package io.headgate.rules.change;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;

/** Topics that are to lose partitions, which Kafka refuses. */
public final class ChangePartitionsDecreased implements Checker {

  /** {@code change-partitions-decreased}. */
  public static final Rule RULE =
      Rule.error(
              "change-partitions-decreased",
              "A change takes partitions from a topic, which Kafka refuses.")
          .tagged("broker-truth", "change-safety", "data-loss");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null) {
      return;
    }
    for (Topic topic : bundle.all(Topic.class)) {
      Topic was = Was.topic(topic, base);
      if (was != null && Was.partitionsGrow(was, topic) < 0) {
        Located<Integer> partitions = was.partitions();
        findings.add(
            RULE,
            topic,
            topic.partitions(),
            "Topic '"
                + topic.name()
                + "' has "
                + partitions
                + " partitions and is to have "
                + topic.partitions()
                + "; Kafka refuses that, and some tools then delete the topic and make it anew. Keep "
                + partitions
                + ", or move the records to a new topic.",
            new Related(partitions.place(), "It was " + partitions + "."));
      }
    }
  }
}
