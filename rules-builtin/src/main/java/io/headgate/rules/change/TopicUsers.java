package io.headgate.rules.change;

import io.headgate.spi.Related;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The apps and connectors that name a topic. */
final class TopicUsers {

  /** More would be no help. */
  private static final int MOST = 10;

  private final Map<String, List<Related>> users = new HashMap<>();

  TopicUsers(Bundle bundle) {
    for (ConsumerGroup group : bundle.all(ConsumerGroup.class)) {
      // Who subscribes by a pattern does not miss a topic.
      if (group.topicsPattern().isAbsent()) {
        add(group.topics(), "Group '" + group.name() + "' of " + group.member() + " reads it.");
      }
    }
    for (App app : bundle.all(App.class)) {
      add(app.outputs(), written(app));
      if (!app.consumerGroup().isKnown()) {
        add(app.inputs(), "App '" + app.name() + "' reads it.");
      }
    }
  }

  private static String written(Resource app) {
    return "The " + app.ref() + " writes it.";
  }

  private void add(List<Located<String>> topics, String message) {
    for (Located<String> topic : topics) {
      if (topic.isKnown()) {
        List<Related> all = users.computeIfAbsent(topic.get(), t -> new ArrayList<>(1));
        if (all.size() < MOST) {
          all.add(new Related(topic.place(), message));
        }
      }
    }
  }

  /** Where apps and connectors name the topic. */
  List<Related> of(String topic) {
    return users.getOrDefault(topic, List.of());
  }
}
