package io.headgate.rules.change;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;

/** Topics that a change gives another name, which Kafka cannot do. */
public final class ChangeTopicRenamed implements Checker {

  /** {@code change-topic-renamed}. */
  public static final Rule RULE =
      Rule.error(
              "change-topic-renamed",
              "A change gives a topic another name, which deletes it and makes an empty one.")
          .tagged("change-safety", "data-loss");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null) {
      return;
    }
    for (TopicChanges.Renamed renamed : new TopicChanges(base, bundle).renamed()) {
      Topic was = renamed.was();
      Topic is = renamed.is();
      findings.add(
          RULE,
          is,
          is.name(),
          "Topic '"
              + was.name()
              + "' seems to be renamed to '"
              + is.name()
              + "'. Kafka cannot rename: apply deletes the old topic with its records and offsets and"
              + " makes an empty one. Declare both, copy the records, move the clients, and remove"
              + " '"
              + was.name()
              + "' in a later change.",
          new Related(was.place(), "This is its old name."));
    }
  }
}
