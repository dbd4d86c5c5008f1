package io.headgate.rules.alert;

import io.headgate.rules.alert.Rates.Rate;
import io.headgate.rules.kafka.Connect;
import io.headgate.rules.kafka.Durations;
import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.AlertRule.Watch;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;

/** Alerts on lag that tell of it when records are already being deleted, or soon will be. */
public final class AlertLateLag implements Checker {

  private static final Setting<Long> PERCENT =
      Setting.integer(
          "percent",
          50,
          "How much of the retention may be over when the alert fires, in per cent.");

  private static final Setting<List<String>> RATES =
      Setting.texts(
              "rates",
              List.of(),
              "How many records topics get, as '<topic> <number>/<second, minute, hour or day>';"
                  + " '*' is a wildcard and the first that matches counts.")
          .like(Rates.FORM);

  /** {@code alert-late-lag}. */
  public static final Rule RULE =
      Rule.error(
              "alert-late-lag",
              "An alert on lag fires when the records are already being deleted, or soon will be.")
          .with(PERCENT, RATES)
          .tagged("alerts", "data-loss");

  private final long percent;
  private final List<String> rates;

  /** A checker with the policy's settings. */
  public AlertLateLag(Settings settings) {
    percent = settings.get(PERCENT);
    rates = settings.get(RATES);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Map<String, AlertRule> first = new LinkedHashMap<>();
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      if (rule.watch().is(Watch.LAG) && rule.threshold().orElse(0L) > 0) {
        // Of several alerts on the same lag, the later ones are there to call louder.
        first.merge(
            rule.condition(), rule, (a, b) -> b.threshold().get() < a.threshold().get() ? b : a);
      }
    }
    if (first.isEmpty()) {
      return;
    }
    Rates said = new Rates(rates);
    Map<String, Rate> surges = Rates.surges(bundle);
    // Where a few dead letters are a surge, the lag comes all at once.
    Set<String> queues = Connect.deadLetterQueues(bundle);
    for (AlertRule rule : first.values()) {
      String name = rule.topic().orElse("");
      Topic topic = bundle.topic(name);
      Rate rate = said.of(name);
      if (rate == null && !queues.contains(name)) {
        rate = surges.get(name);
      }
      if (topic != null && rate != null) {
        check(rule, topic, rate, bundle, findings);
      }
    }
  }

  private void check(AlertRule rule, Topic topic, Rate rate, Bundle bundle, Findings findings) {
    Long retention = Effective.number(topic, TopicConfig.RETENTION_MS_CONFIG, bundle.environment());
    if (retention == null || retention <= 0 || !Effective.deletes(topic, bundle.environment())) {
      return;
    }
    double allowed = retention / 100.0 * percent;
    double takes = rate.millis(rule.threshold().get());
    if (takes > allowed) {
      findings.add(
          RULE,
          rule,
          rule.threshold(),
          "The "
              + rule.subject()
              + " fires at "
              + rule.threshold()
              + " messages, "
              + Durations.text((long) takes)
              + " after the group stops at "
              + rate.text()
              + ", but the topic deletes records after "
              + Durations.text(retention)
              + (takes < retention
                  ? ", which leaves too little time."
                  : ", so they are lost by then.")
              + " Set the threshold to "
              + Math.max(1, rate.recordsIn(allowed))
              + " or less, or keep the records longer.",
          new Related(
              topic.config().get(TopicConfig.RETENTION_MS_CONFIG).place(),
              "Its retention is set here."));
    }
  }
}
