package io.headgate.rules.topic;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Fix;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import java.util.List;

/** Throttles of a reassignment that were committed as if they were wanted for ever. */
public final class TopicLeftThrottle implements Checker {

  /** {@code topic-left-throttle}. */
  public static final Rule RULE =
      Rule.warning("topic-left-throttle", "A topic throttles its replication for good.")
          .tagged("config", "hygiene", Rule.FIXABLE);

  private static final List<String> KEYS =
      List.of("leader.replication.throttled.replicas", "follower.replication.throttled.replicas");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Topic topic : bundle.all(Topic.class)) {
      for (String key : KEYS) {
        Located<String> value = topic.config().get(key);
        if (value.isKnown() && !value.get().isBlank()) {
          findings.add(
              RULE,
              topic,
              value,
              "Topic '"
                  + topic.name()
                  + "' sets "
                  + key
                  + ", which a reassignment sets while it runs; left behind it can keep replicas"
                  + " out of sync. Take it out.",
              Fix.remove(value));
        }
      }
    }
  }
}
