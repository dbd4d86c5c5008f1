package io.headgate.rules.topic;

import io.headgate.rules.kafka.Connect;
import io.headgate.rules.kafka.Patterns;
import io.headgate.rules.kafka.TopicNames;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Topic;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Topics of whose records nobody says what they look like. */
public final class TopicMissingSchema implements Checker {

  private static final Setting<List<String>> EXEMPT =
      Setting.texts(
          "exempt",
          List.of("*-changelog", "*-repartition", "*.checkpoints.internal", "heartbeats"),
          "Topics that need no schema, such as those an engine makes; '*' is a wildcard.");

  /** {@code topic-missing-schema}. */
  public static final Rule RULE =
      Rule.warning("topic-missing-schema", "A topic has no schema for its values.")
          .with(EXEMPT)
          .tagged("schemas");

  private final Patterns exempt;

  /** A checker with the policy's settings. */
  public TopicMissingSchema(Settings settings) {
    exempt = new Patterns(settings.get(EXEMPT));
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    NavigableSet<String> subjects = new TreeSet<>();
    for (Schema schema : bundle.all(Schema.class)) {
      if (!schema.subject().isKnown()) {
        return; // it may be anybody's
      }
      subjects.add(schema.subject().get());
    }
    if (!anyByTopic(bundle, subjects)) {
      return; // schemas are kept elsewhere, or their subjects are not named after topics
    }
    Set<String> others = Connect.deadLetterQueues(bundle);
    for (App app : bundle.all(App.class)) {
      // The engine registers the schema of what it writes.
      for (Located<String> output : app.outputs()) {
        others.add(output.orElse(""));
      }
    }
    for (Topic topic : bundle.all(Topic.class)) {
      String name = topic.name().orNull();
      if (name != null
          && TopicNames.isLegal(name) // else there never is a record
          && TopicNames.prefixOf(name, TopicNames.ENGINE_PREFIXES) == null
          && !others.contains(name)
          && !hasValue(name, subjects)
          && !exempt.match(name)) {
        findings.add(
            RULE,
            topic,
            topic.name(),
            "Topic '"
                + name
                + "' has no schema for its values. Add subject '"
                + name
                + "-value', or exempt the topic if its records have no schema.");
      }
    }
  }

  private static boolean anyByTopic(Bundle bundle, NavigableSet<String> subjects) {
    for (String topic : bundle.topicNames()) {
      if (hasValue(topic, subjects)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a subject is the topic's by the strategies that begin with the topic's name. */
  private static boolean hasValue(String topic, NavigableSet<String> subjects) {
    for (String subject : subjects.tailSet(topic + "-")) {
      if (!subject.startsWith(topic + "-")) {
        return false;
      }
      // orders-returned-value is about another topic; orders-com.acme.Order is not.
      boolean byRecord =
          subject.indexOf('.', topic.length() + 1) > 0
              && !subject.endsWith("-value")
              && !subject.endsWith("-key");
      if (subject.equals(topic + "-value") || byRecord) {
        return true;
      }
    }
    return false;
  }
}
