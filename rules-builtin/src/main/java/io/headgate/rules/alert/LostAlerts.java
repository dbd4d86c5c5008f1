package io.headgate.rules.alert;

import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.AlertMatcher;
import io.headgate.spi.model.AlertMatcher.Subject;
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
        if (!isToldInAnyState(was, now) && !isCovered(was, now)) {
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
      if (rule.watch().is(Watch.OTHER)) {
        continue;
      }
      if (isOpen(rule)) {
        return null;
      }
      AlertRule other = byKey.get(key(rule));
      if (other == null || isStricter(rule, other)) {
        byKey.put(key(rule), rule);
      }
    }
    return byKey;
  }

  /** Whether it may be about anything, because what it is about is not known. */
  private static boolean isOpen(AlertRule rule) {
    return !rule.watch().isKnown()
        || (rule.topic().isUnknown() && !hasMatcher(rule, Subject.TOPIC))
        || (rule.group().isUnknown() && !hasMatcher(rule, Subject.GROUP));
  }

  private static boolean hasMatcher(AlertRule rule, Subject subject) {
    for (AlertMatcher matcher : rule.matchers()) {
      if (matcher.subject() == subject) {
        return true;
      }
    }
    return false;
  }

  private static String key(AlertRule rule) {
    StringBuilder key = new StringBuilder();
    key.append(rule.watch()).append('\n').append(rule.topic()).append('\n').append(rule.group());
    for (AlertMatcher matcher : rule.matchers()) {
      key.append('\n').append(matcher.subject()).append(matcher.excludes() ? " not " : " ");
      key.append(matcher.value());
    }
    return key.toString();
  }

  /** Whether another alert watches what it watched, and more. */
  private static boolean isCovered(AlertRule was, Bundle now) {
    for (AlertRule rule : now.all(AlertRule.class)) {
      if (rule.watch().is(was.watch().get())) {
        boolean topic =
            was.topic().isKnown()
                ? rule.mayConcernTopic(was.topic().get())
                : rule.topic().isAbsent();
        boolean group =
            was.group().isKnown()
                ? rule.mayConcernGroup(was.group().get())
                : rule.group().isAbsent();
        if (topic && group && !hasMatcher(rule, Subject.CONNECTOR)) {
          return true;
        }
      }
    }
    return false;
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
    return (!was.topic().isKnown() || now.topicNames().contains(was.topic().get()))
        && (!was.group().isKnown() || groups.areKnown(was.group().get()));
  }

  private static boolean isToldInAnyState(AlertRule was, Bundle now) {
    String topic = was.topic().orNull();
    String group = was.group().orNull();
    return switch (was.watch().get()) {
      case LAG -> topic != null && group != null && AlertMissingLag.wants(group, topic, now);
      case SILENCE -> topic != null && AlertMissingThroughput.wants(topic, now);
      default -> AlertMissingBaseline.wants(was.watch().get(), now);
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
        was.name().isKnown() ? was.name() : was.topic(),
        "The "
            + was.subject()
            + " is gone, but what it watches stays. Put it back, or add another one on the same in"
            + " this change.");
  }

  private static void weaker(Rule rule, AlertRule was, AlertRule is, Findings findings) {
    findings.add(
        rule,
        is,
        is.threshold(),
        "The "
            + is.subject()
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
