package io.headgate.rules.topic;

import io.headgate.rules.kafka.Effective;
import io.headgate.rules.kafka.Patterns;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Fix;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;

/** Topics that let a broker lead that has lost confirmed records. */
public final class TopicUncleanElection implements Checker {

  private static final Setting<List<String>> EXEMPT =
      Setting.texts("exempt", List.of(), "Topics that may lose records; '*' is a wildcard.");

  /** {@code topic-unclean-election}. */
  public static final Rule RULE =
      Rule.warning(
              "topic-unclean-election",
              "A topic lets a replica lead that lacks records which were confirmed.")
          .with(EXEMPT)
          .tagged("durability", Rule.FIXABLE);

  private final Patterns exempt;

  /** A checker with the policy's settings. */
  public TopicUncleanElection(Settings settings) {
    exempt = new Patterns(settings.get(EXEMPT));
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    String key = TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG;
    for (Topic topic : bundle.all(Topic.class)) {
      String name = topic.name().orElse("");
      if (Effective.isTrue(topic, key, bundle.environment()) && !exempt.match(name)) {
        boolean own = topic.config().has(key);
        findings.add(
            RULE,
            topic,
            topic.config().get(key),
            "Topic '"
                + topic.name()
                + "' has "
                + key
                + " true"
                + (own ? "" : " by the brokers' default")
                + ", so a replica that lacks confirmed records may become leader and they are lost."
                + " "
                + (own ? "Take it out." : "Set it to false."),
            own ? Fix.remove(topic.config().get(key)) : null);
      }
    }
  }
}
