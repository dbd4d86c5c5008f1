package io.headgate.rules.group;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Live;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far groups are behind on the topics of a bundle. */
final class Lags {

  private Lags() {}

  /**
   * A group on a topic.
   *
   * @param records how many records are yet to be read, in all partitions of which that is known
   */
  record Lag(Live.RunningGroup group, Topic topic, long records) {

    /** Where it is told: at the topic, once for each group. */
    Located<String> where() {
      return Located.known(topic.name().get(), "groups." + group.name(), topic.name().place());
    }

    /** Whether the group has no member. */
    boolean isEmpty() {
      return group.state().equals("Empty") || group.state().equals("Dead");
    }
  }

  /** All of them that are behind, but for groups of some names. */
  static List<Lag> of(Bundle bundle, List<NamePattern> but) {
    List<Lag> lags = new ArrayList<>();
    Live live = bundle.live();
    for (Live.RunningGroup group : live == null ? List.<Live.RunningGroup>of() : live.groups()) {
      if (but.stream().anyMatch(pattern -> pattern.matches(group.name()))) {
        continue;
      }
      Map<String, Long> byTopic = new TreeMap<>();
      for (Live.Position position : group.positions()) {
        byTopic.merge(position.topic(), Math.max(0, position.lag()), Math::addExact);
      }
      byTopic.forEach(
          (name, records) -> {
            Topic topic = bundle.topic(name);
            if (topic != null && records > 0) {
              lags.add(new Lag(group, topic, records));
            }
          });
    }
    return lags;
  }
}
