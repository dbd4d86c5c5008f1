package io.headgate.rules.alert;

import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.AlertRule.Watch;
import io.headgate.spi.model.Bundle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The topics of which alerts tell that they are silent; what is not known may be about any. */
final class WatchedTopics {

  private final Set<String> named = new HashSet<>();
  private final List<AlertRule> wide = new ArrayList<>();

  /** Those whose silence is heard of. */
  static WatchedTopics silent(Bundle bundle) {
    WatchedTopics watched = new WatchedTopics();
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      if (rule.mayWatch(Watch.SILENCE)) {
        watched.add(rule);
      }
    }
    return watched;
  }

  /** Adds what an alert is about. */
  void add(AlertRule rule) {
    if (rule.topic().isKnown()) {
      named.add(rule.topic().get());
    } else {
      wide.add(rule);
    }
  }

  /** Whether an alert is about the topic, or may be. */
  boolean has(String topic) {
    if (named.contains(topic)) {
      return true;
    }
    for (AlertRule rule : wide) {
      if (rule.mayConcernTopic(topic)) {
        return true;
      }
    }
    return false;
  }
}
