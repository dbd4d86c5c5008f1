package io.headgate.rules.topic;

import io.headgate.rules.kafka.TopicNames;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;
import java.util.HashMap;
import java.util.Map;

/** Topic names that differ only in {@code .} and {@code _}. */
public final class TopicNameCollision implements Checker {

  /** {@code topic-name-collision}. */
  public static final Rule RULE =
      Rule.error(
              "topic-name-collision",
              "Two topics have names that differ only in '.' and '_', so Kafka creates only one.")
          .tagged("naming", "broker-truth");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Map<String, Topic> firsts = new HashMap<>();
    for (Topic topic : bundle.all(Topic.class)) {
      if (!topic.name().isKnown() || !TopicNames.isLegal(topic.name().get())) {
        continue;
      }
      String name = topic.name().get();
      Topic first = firsts.putIfAbsent(name.replace('.', '_'), topic);
      if (first != null && !first.name().is(name)) {
        findings.add(
            RULE,
            topic,
            topic.name(),
            "Topic '"
                + name
                + "' collides with topic '"
                + first.name()
                + "': Kafka takes '.' and '_' for the same character in metric names and refuses"
                + " the second topic. Rename one of them.",
            new Related(first.place(), "Topic '" + first.name() + "' is declared here."));
      }
    }
  }
}
