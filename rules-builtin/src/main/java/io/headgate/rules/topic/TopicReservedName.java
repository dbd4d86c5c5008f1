package io.headgate.rules.topic;

import io.headgate.rules.kafka.TopicNames;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Topic;
import java.util.List;

/** Topics under names that belong to Kafka or to a tool. */
public final class TopicReservedName implements Checker {

  private static final Setting<List<String>> PREFIXES =
      Setting.texts(
          "prefixes",
          TopicNames.ENGINE_PREFIXES,
          "Beginnings of names that Kafka and the tools around it keep for themselves.");

  private static final Setting<List<String>> ALLOW =
      Setting.texts(
          "allow", List.of(), "Reserved names the bundle declares on purpose; '*' is a wildcard.");

  /** {@code topic-reserved-name}. */
  public static final Rule RULE =
      Rule.error(
              "topic-reserved-name",
              "A topic has a name that belongs to Kafka or to one of its tools.")
          .with(PREFIXES, ALLOW)
          .tagged("naming");

  private final List<String> prefixes;
  private final List<NamePattern> allowed;

  /** A checker with the policy's settings. */
  public TopicReservedName(Settings settings) {
    prefixes = settings.get(PREFIXES);
    allowed = settings.get(ALLOW).stream().map(NamePattern::new).toList();
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Topic topic : bundle.all(Topic.class)) {
      String name = topic.name().orElse("");
      String prefix = TopicNames.prefixOf(name, prefixes);
      if (prefix != null
          && TopicNames.isLegal(name)
          && allowed.stream().noneMatch(pattern -> pattern.matches(name))) {
        findings.add(
            RULE,
            topic,
            topic.name(),
            "Topic '"
                + name
                + "' begins with '"
                + prefix
                + "', which belongs to Kafka or to one of its tools. Rename the topic, or leave it"
                + " to the tool that owns it.");
      }
    }
  }
}
