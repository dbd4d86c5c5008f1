package io.headgate.rules.drift;

import io.headgate.rules.kafka.TopicNames;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which topics are to be compared. */
final class Topics {

  private static final String DEAD_LETTERS = "errors.deadletterqueue.topic.name";

  private Topics() {}

  /** The declared topics whose names are known, each once. */
  static List<Topic> declared(Bundle bundle) {
    List<Topic> topics = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Topic topic : bundle.all(Topic.class)) {
      if (topic.name().isKnown() && names.add(topic.name().get())) {
        topics.add(topic);
      }
    }
    return topics;
  }

  /**
   * The topics that run and are neither declared nor made by what is declared, nor by Kafka and the
   * tools around it for themselves. None where a template gives the name of a declared topic: each
   * may be that one.
   */
  static List<Topic> undeclared(Bundle bundle, Bundle running) {
    List<Topic> topics = new ArrayList<>();
    if (!bundle.canDeclare(Kind.TOPIC) || hasUnknownName(bundle)) {
      return topics;
    }
    Set<String> deadLetters = new HashSet<>();
    for (Connector connector : bundle.all(Connector.class)) {
      Located<String> name = connector.config().get(DEAD_LETTERS);
      deadLetters.add(name.orElse(""));
    }
    for (Topic topic : running.all(Topic.class)) {
      String name = topic.name().orElse("");
      if (!bundle.hasTopic(name)
          && TopicNames.prefixOf(name, TopicNames.ENGINE_PREFIXES) == null
          && !TopicNames.isMadeForApp(name, bundle.groupNames())
          && !deadLetters.contains(name)) {
        topics.add(topic);
      }
    }
    return topics;
  }

  private static boolean hasUnknownName(Bundle bundle) {
    for (Topic topic : bundle.all(Topic.class)) {
      if (!topic.name().isKnown()) {
        return true;
      }
    }
    return false;
  }
}
