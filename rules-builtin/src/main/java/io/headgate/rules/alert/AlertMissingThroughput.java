package io.headgate.rules.alert;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Topic;
import java.util.List;

/** Critical topics that nobody hears of when they fall silent. */
public final class AlertMissingThroughput implements Checker {

  private static final Setting<List<String>> TIERS =
      Setting.texts(
          "tiers", List.of("1"), "The tiers of topics that must not fall silent unheard.");

  /** {@code alert-missing-throughput}. */
  public static final Rule RULE =
      Rule.warning(
              "alert-missing-throughput", "A critical topic has no alert for when it falls silent.")
          .with(TIERS)
          .tagged("alerts");

  private final Tiers tiers;

  /** A checker with the policy's settings. */
  public AlertMissingThroughput(Settings settings) {
    tiers = new Tiers(settings.get(TIERS));
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (!bundle.canDeclare(Kind.ALERT_RULE)) {
      return;
    }
    WatchedTopics watched = WatchedTopics.silent(bundle);
    for (Topic topic : bundle.all(Topic.class)) {
      if (topic.name().isKnown()
          && tiers.include(topic.name().get(), bundle.environment())
          && !watched.has(topic.name().get())) {
        findings.add(
            RULE,
            topic,
            topic.name(),
            "Topic '"
                + topic.name()
                + "' is of tier "
                + bundle.environment().tierOf(topic.name().get()).orElseThrow()
                + ", but no alert tells when it falls silent. Add "
                + Wording.of(
                    bundle,
                    "a condition of type less_than for it to the producer alert settings.",
                    "an alerting rule that fires when it gets no messages for some time."));
      }
    }
  }

  /** Whether this rule, as it is unless the policy sets it, wants the topic to be watched. */
  static boolean wants(String topic, Bundle bundle) {
    return bundle.canDeclare(Kind.ALERT_RULE)
        && bundle.topic(topic) != null
        && new AlertMissingThroughput(Settings.DEFAULTS).tiers.include(topic, bundle.environment());
  }
}
