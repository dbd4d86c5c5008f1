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
import java.util.regex.Pattern;

/** Topic names that break the naming convention. */
public final class TopicUnconventionalName implements Checker {

  private static final Setting<Pattern> PATTERN =
      Setting.pattern(
          "pattern",
          "[a-z0-9]+([.-][a-z0-9]+)*|[a-z0-9]+(_[a-z0-9]+)*",
          "A regular expression that matches a whole name. The default takes lower-case words"
              + " joined by dots and hyphens, or by underscores alone.");

  private static final Setting<List<String>> EXEMPT =
      Setting.texts(
          "exempt",
          List.of("*-changelog", "*-repartition", "*.checkpoints.internal"),
          "Names that follow another convention, such as those an engine makes; '*' is a wildcard.");

  /** {@code topic-unconventional-name}. */
  public static final Rule RULE =
      Rule.warning("topic-unconventional-name", "A topic name breaks the naming convention.")
          .with(PATTERN, EXEMPT)
          .tagged("naming");

  private final Pattern pattern;
  private final List<NamePattern> exempt;
  private final String convention;

  /** A checker with the policy's settings. */
  public TopicUnconventionalName(Settings settings) {
    pattern = settings.get(PATTERN);
    exempt = settings.get(EXEMPT).stream().map(NamePattern::new).toList();
    convention =
        pattern.pattern().equals(PATTERN.fallback().pattern())
            ? "lower-case words joined by dots and hyphens, or by underscores alone"
            : pattern.pattern();
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Topic topic : bundle.all(Topic.class)) {
      String name = topic.name().orElse("");
      boolean judged =
          TopicNames.isLegal(name)
              && TopicNames.prefixOf(name, TopicNames.ENGINE_PREFIXES) == null
              && exempt.stream().noneMatch(e -> e.matches(name));
      if (judged && !pattern.matcher(name).matches()) {
        findings.add(
            RULE,
            topic,
            topic.name(),
            "Topic '"
                + name
                + "' breaks the naming convention ("
                + convention
                + "). Choose another name while the topic is new: Kafka cannot rename it.");
      }
    }
  }
}
