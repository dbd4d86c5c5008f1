package io.headgate.rules.change;

import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Topics with keys that get more partitions, so that a key's records go elsewhere from then on. */
public final class ChangePartitionsIncreasedKeyed implements Checker {

  /** {@code change-partitions-increased-keyed}. */
  public static final Rule RULE =
      Rule.warning(
              "change-partitions-increased-keyed",
              "A change adds partitions to a topic with keys, which breaks the order of their records.")
          .tagged("change-safety", "correctness");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null) {
      return;
    }
    TopicUsers users = null;
    for (Topic topic : bundle.all(Topic.class)) {
      Topic was = Was.topic(topic, base);
      if (was != null
          && Was.partitionsGrow(was, topic) > 0
          && !Effective.compacts(topic, bundle.environment())) {
        Schema key = keyOf(topic, bundle);
        if (key != null) {
          users = users == null ? new TopicUsers(bundle) : users;
          List<Related> related = new ArrayList<>();
          related.add(new Related(was.partitions().place(), "It was " + was.partitions() + "."));
          related.add(new Related(key.place(), "This is the schema of its keys."));
          related.addAll(users.of(topic.name().get()));
          findings.add(
              RULE,
              topic,
              topic.partitions(),
              "Topic '"
                  + topic.name()
                  + "' has keys and "
                  + was.partitions()
                  + " partitions and is to have "
                  + topic.partitions()
                  + ": new records of most keys then go to another partition than the old ones, so"
                  + " their order, joins and state by key break. Keep "
                  + was.partitions()
                  + ", or drain the topic first.",
              related.toArray(new Related[0]));
        }
      }
    }
  }

  /** The schema of the topic's keys, or null: a topic without keys may grow. */
  private static @Nullable Schema keyOf(Topic topic, Bundle bundle) {
    for (Schema schema : bundle.schemasOf(topic.name().get())) {
      if (schema.side() == Schema.Side.KEY) {
        return schema;
      }
    }
    return null;
  }
}
