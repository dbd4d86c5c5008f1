package io.headgate.rules.topic;

import io.headgate.rules.kafka.TopicNames;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;
import java.util.Locale;
import java.util.Set;

/** Topics of which nobody says what is in them. */
public final class TopicMissingDescription implements Checker {

  /** {@code topic-missing-description}. */
  public static final Rule RULE =
      Rule.note("topic-missing-description", "A topic does not say what it is for.")
          .tagged("metadata");

  private static final Set<String> PLACEHOLDERS =
      Set.of("todo", "tbd", "tba", "fixme", "xxx", "n/a", "na", "none", "description", "-", "...");

  @Override
  public void check(Bundle bundle, Findings findings) {
    boolean described = false;
    for (Topic topic : bundle.all(Topic.class)) {
      described |= topic.description().isKnown() && says(topic);
    }
    if (!described) {
      return; // this landscape keeps its descriptions elsewhere, if it has them
    }
    for (Topic topic : bundle.all(Topic.class)) {
      if (!topic.description().isUnknown()
          && !says(topic)
          && TopicNames.prefixOf(topic.name().orElse(""), TopicNames.ENGINE_PREFIXES) == null
          && !TopicNames.isMadeForApp(topic.name().orElse(""), bundle.groupNames())) {
        findings.add(
            RULE,
            topic,
            topic.description(),
            "Topic '"
                + topic.name()
                + "' has no description. Say in one sentence what its records are and who writes"
                + " them.");
      }
    }
  }

  private static boolean says(Topic topic) {
    String text = topic.description().orElse("").strip();
    return !text.isEmpty() && !PLACEHOLDERS.contains(text.toLowerCase(Locale.ROOT));
  }
}
