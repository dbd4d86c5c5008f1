package io.headgate.rules.alert;

import io.headgate.rules.kafka.Connect;
import io.headgate.rules.kafka.Patterns;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.AlertRule.Watch;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Dead letter queues that fill while nobody looks. */
public final class AlertMissingDeadLetters implements Checker {

  private static final Setting<List<String>> EXEMPT =
      Setting.texts(
          "exempt", List.of(), "Dead letter queues that need no alert; '*' is a wildcard.");

  /** {@code alert-missing-dead-letters}. */
  public static final Rule RULE =
      Rule.warning("alert-missing-dead-letters", "A dead letter queue fills without any alert.")
          .with(EXEMPT)
          .tagged("alerts");

  private final Patterns exempt;

  /** A checker with the policy's settings. */
  public AlertMissingDeadLetters(Settings settings) {
    exempt = new Patterns(settings.get(EXEMPT));
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (bundle.all(AlertRule.class).isEmpty()) {
      return; // alerts are kept elsewhere
    }
    WatchedTopics watched = new WatchedTopics();
    List<AlertRule> onErrors = new ArrayList<>();
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      if (tellsOfArrivals(rule)) {
        watched.add(rule);
      } else if (rule.watch().is(Watch.RECORD_ERRORS)) {
        onErrors.add(rule);
      }
    }
    Set<String> said = new HashSet<>();
    for (Connector connector : bundle.all(Connector.class)) {
      Located<String> queue = connector.config().get(Connect.DEAD_LETTER_QUEUE);
      String name = queue.orElse("").strip();
      if (!name.isEmpty()
          && Connect.isSink(connector)
          && !exempt.match(name)
          && !watched.has(name)
          && !isHeardOf(connector, onErrors)
          && said.add(name)) {
        findings.add(
            RULE,
            connector,
            queue,
            "Connector '"
                + connector.name()
                + "' sends what it cannot handle to topic '"
                + name
                + "', but no alert tells when something arrives there, so records go missing"
                + " unseen. Add "
                + Wording.of(
                    bundle,
                    "a condition of type more_than with 0 messages for the topic to the producer"
                        + " alert settings.",
                    "an alerting rule that fires when the topic gets any message."));
      }
    }
  }

  /** Who reads the queue and falls behind is heard of too, if the alert is about the queue. */
  private static boolean tellsOfArrivals(AlertRule rule) {
    if (!rule.watch().is(Watch.LAG)) {
      return rule.mayWatch(Watch.SURGE);
    }
    return !rule.topic().isAbsent();
  }

  private static boolean isHeardOf(Connector connector, List<AlertRule> onErrors) {
    for (AlertRule rule : onErrors) {
      if (!connector.name().isKnown() || rule.mayConcernConnector(connector.name().get())) {
        return true;
      }
    }
    return false;
  }
}
