package io.headgate.rules.alert;

import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.AlertRule.Watch;
import io.headgate.spi.model.Bundle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The alerts that are gone or hardly fire any more after a change, while what they watch stays. */
public final class LostAlerts {

  private LostAlerts() {}

  /**
   * Reports each of them.
   *
   * @param factor by how many times a threshold may move
   */
  public static void report(Rule rule, long factor, Bundle base, Bundle now, Findings findings) {
    if (base.all(AlertRule.class).isEmpty()) {
      return;
    }
    Map<String, AlertRule> left = strictest(now);
    Map<String, AlertRule> before = strictest(base);
    if (left == null || before == null) {
      return;
    }
    Groups groups = new Groups(now);
    for (AlertRule was : before.values()) {
      if (!stays(was, now, groups)) {
        continue;
      }
      AlertRule is = left.get(key(was));
      if (is == null) {
        if (!isToldInAnyState(was, now)) {
          gone(rule, was, findings);
        }
      } else if (isWeaker(was, is, factor)) {
        weaker(rule, was, is, findings);
      }
    }
  }

  /** The strictest alert by what it watches; null where one may watch anything. */
  private static @Nullable Map<String, AlertRule> strictest(Bundle bundle) {
    Map<String, AlertRule> byKey = new LinkedHashMap<>();
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      if (!rule.watch().isKnown() || !rule.topic().isKnown() || rule.group().isUnknown()) {
        return null;
      }
      AlertRule other = byKey.get(key(rule));
      if (other == null || isStricter(rule, other)) {
        byKey.put(key(rule), rule);
      }
    }
    return byKey;
  }

  private static String key(AlertRule rule) {
    return rule.watch() + "\n" + rule.topic() + "\n" + rule.group();
  }

  private static boolean isStricter(AlertRule one, AlertRule other) {
    if (!one.threshold().isKnown() || !other.threshold().isKnown()) {
      return one.threshold().isUnknown() && other.threshold().isKnown();
    }
    long a = one.threshold().get();
    long b = other.threshold().get();
    return one.watch().is(Watch.SILENCE) ? a > b : a < b;
  }

  private static boolean stays(AlertRule was, Bundle now, Groups groups) {
    return now.topicNames().contains(was.topic().get())
        && (!was.watch().is(Watch.LAG)
            || (was.group().isKnown() && groups.areKnown(was.group().get())));
  }

  private static boolean isToldInAnyState(AlertRule was, Bundle now) {
    String topic = was.topic().get();
    return switch (was.watch().get()) {
      case LAG -> AlertMissingLag.wants(was.group().get(), topic, now);
      case SILENCE -> AlertMissingThroughput.wants(topic, now);
      case SURGE -> false;
    };
  }

  private static boolean isWeaker(AlertRule was, AlertRule is, long factor) {
    Long before = was.threshold().orNull();
    Long after = is.threshold().orNull();
    if (before == null || after == null || before <= 0 || after <= 0) {
      return false;
    }
    return was.watch().is(Watch.SILENCE)
        ? before / factor > after
        : after / factor > before || (after / factor == before && after % factor > 0);
  }

  private static void gone(Rule rule, AlertRule was, Findings findings) {
    findings.add(
        rule,
        was,
        was.topic(),
        "The alert on "
            + was.ref().name()
            + " is gone, but what it watches stays. Put it back, or add another one on the same in"
            + " this change.");
  }

  private static void weaker(Rule rule, AlertRule was, AlertRule is, Findings findings) {
    findings.add(
        rule,
        is,
        is.threshold(),
        "The alert on "
            + is.ref().name()
            + " had threshold "
            + was.threshold()
            + " and is to have "
            + is.threshold()
            + ", so it hardly fires any more. Keep it near "
            + was.threshold()
            + ", or waive the finding with the reason.",
        new Related(was.threshold().place(), "It was " + was.threshold() + "."));
  }
}
