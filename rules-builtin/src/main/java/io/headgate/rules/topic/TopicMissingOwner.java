package io.headgate.rules.topic;

import io.headgate.rules.kafka.Patterns;
import io.headgate.rules.kafka.TopicNames;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;
import java.util.List;

/** Topics that nobody answers for. */
public final class TopicMissingOwner implements Checker {

  private static final Setting<List<String>> EXEMPT =
      Setting.texts(
          "exempt",
          List.of("*.checkpoints.internal", "heartbeats"),
          "Topics that need no owner, such as MirrorMaker's own; '*' is a wildcard.");

  /** {@code topic-missing-owner}. */
  public static final Rule RULE =
      Rule.warning("topic-missing-owner", "A topic belongs to no owner.")
          .with(EXEMPT)
          .tagged("ownership");

  private final Patterns exempt;

  /** A checker with the policy's settings. */
  public TopicMissingOwner(Settings settings) {
    exempt = new Patterns(settings.get(EXEMPT));
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (bundle.environment().owners().isEmpty()) {
      return;
    }
    for (Topic topic : bundle.all(Topic.class)) {
      String name = topic.name().orNull();
      if (name != null
          && TopicNames.isLegal(name) // else there never is anything to answer for
          && TopicNames.prefixOf(name, TopicNames.ENGINE_PREFIXES) == null
          && bundle.environment().ownersOf(name).isEmpty()
          && !exempt.match(name)
          && !TopicNames.isMadeForApp(name, bundle.groupNames())) {
        findings.add(
            RULE,
            topic,
            topic.name(),
            "Topic '"
                + name
                + "' begins with no prefix of an owner, so nobody answers for it. Rename it while"
                + " it is new, or give its prefix to a team, under 'owners' in the policy or where"
                + " the files name their owners.");
      }
    }
  }
}
