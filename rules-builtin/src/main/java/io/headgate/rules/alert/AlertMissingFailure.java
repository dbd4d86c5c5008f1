package io.headgate.rules.alert;

import io.headgate.rules.kafka.Connect;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.AlertRule.Watch;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Source connectors that may stop unheard: they consume nothing, so no lag tells of them. */
public final class AlertMissingFailure implements Checker {

  private static final Setting<List<String>> TIERS =
      Setting.texts(
          "tiers",
          List.of("2"),
          "The tiers of topics whose sources must not stop unheard; the first is"
              + " alert-missing-throughput's.");

  /** {@code alert-missing-failure}. */
  public static final Rule RULE =
      Rule.warning("alert-missing-failure", "A source connector may fail without any alert.")
          .with(TIERS)
          .tagged("alerts");

  private final Tiers tiers;

  /** A checker with the policy's settings. */
  public AlertMissingFailure(Settings settings) {
    tiers = new Tiers(settings.get(TIERS));
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (bundle.environment().tiers().isEmpty() || !bundle.canDeclare(Kind.ALERT_RULE)) {
      return;
    }
    WatchedTopics watched = WatchedTopics.silent(bundle);
    List<AlertRule> onFailure = new ArrayList<>();
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      if (rule.watch().is(Watch.CONNECTOR_FAILED)) {
        onFailure.add(rule);
      }
    }
    for (Connector connector : bundle.all(Connector.class)) {
      Located<String> unwatched =
          isHeardOf(connector, onFailure) ? null : unwatched(connector, watched, bundle);
      if (unwatched != null) {
        findings.add(
            RULE,
            connector,
            unwatched,
            "Source connector '"
                + connector.name()
                + "' writes topic '"
                + unwatched
                + "' of tier "
                + bundle.environment().tierOf(unwatched.get()).orElseThrow()
                + ", but no alert tells when the topic falls silent, so nobody hears when the"
                + " connector fails or hangs. Add "
                + Wording.of(
                    bundle,
                    "a condition of type less_than for the topic to the producer alert settings.",
                    "an alerting rule on failed connectors, or on the silence of the topic."));
      }
    }
  }

  private static boolean isHeardOf(Connector connector, List<AlertRule> onFailure) {
    for (AlertRule rule : onFailure) {
      if (!connector.name().isKnown() || rule.mayConcernConnector(connector.name().get())) {
        return true;
      }
    }
    return false;
  }

  /** The topic that matters to the policy; null if one of those it writes is watched. */
  private @Nullable Located<String> unwatched(
      Connector connector, WatchedTopics watched, Bundle bundle) {
    Located<String> first = null;
    for (Located<String> topic : Connect.written(connector)) {
      if (watched.has(topic.get())) {
        return null;
      }
      if (first == null && tiers.include(topic.get(), bundle.environment())) {
        first = topic;
      }
    }
    return first;
  }
}
