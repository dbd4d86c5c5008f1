package io.headgate.engine.pattern;

import io.headgate.spi.model.App;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the topics of the consumer groups that subscribe by a pattern. */
public final class Subscriptions {

  private Subscriptions() {}

  /**
   * The resources, with the topics of each such group: those among the resources that its pattern
   * matches, and an unknown one where that cannot be told.
   */
  public static List<Resource> resolved(List<Resource> resources) {
    List<Resource> resolved = resources;
    NavigableSet<String> names = null;
    for (int i = 0; i < resources.size(); i++) {
      if (resources.get(i) instanceof ConsumerGroup group && !group.topicsPattern().isAbsent()) {
        if (names == null) {
          names = topicNames(resources);
          resolved = new ArrayList<>(resources);
        }
        resolved.set(i, resolved(group, names));
      }
    }
    return resolved;
  }

  private static ConsumerGroup resolved(ConsumerGroup group, NavigableSet<String> names) {
    Located<String> pattern = group.topicsPattern();
    List<Located<String>> topics = new ArrayList<>(group.topics());
    List<String> matching = pattern.isKnown() ? matching(pattern.get(), names) : null;
    if (matching == null) {
      topics.add(Located.unknown(pattern.attribute(), pattern.place()));
    } else {
      for (String topic : matching) {
        topics.add(Located.known(topic, pattern.attribute(), pattern.place()));
      }
    }
    return new ConsumerGroup(group.name(), group.member(), topics, pattern);
  }

  /** The names that match, or null where that cannot be told. */
  private static @Nullable List<String> matching(String regex, NavigableSet<String> names) {
    TopicPattern pattern = TopicPattern.of(regex);
    if (pattern == null) {
      return null;
    }
    List<String> matching = new ArrayList<>();
    for (String name : names.tailSet(pattern.prefix())) {
      if (!name.startsWith(pattern.prefix())) {
        break;
      }
      switch (pattern.match(name)) {
        case YES -> matching.add(name);
        case NO -> {}
        case TOO_HARD -> {
          return null;
        }
      }
    }
    return matching;
  }

  /** Whether a name matches a pattern; null where that cannot be told. */
  public static @Nullable Boolean matches(String regex, String name) {
    TopicPattern pattern = TopicPattern.of(regex);
    if (pattern == null) {
      return null;
    }
    return switch (pattern.match(name)) {
      case YES -> Boolean.TRUE;
      case NO -> Boolean.FALSE;
      case TOO_HARD -> null;
    };
  }

  private static NavigableSet<String> topicNames(List<Resource> resources) {
    NavigableSet<String> names = new TreeSet<>();
    for (Resource resource : resources) {
      if (resource instanceof Topic topic && topic.name().isKnown()) {
        names.add(topic.name().get());
      } else if (resource instanceof App app) {
        for (Located<String> output : app.outputs()) {
          if (output.isKnown()) {
            names.add(output.get());
          }
        }
      }
    }
    return names;
  }
}
