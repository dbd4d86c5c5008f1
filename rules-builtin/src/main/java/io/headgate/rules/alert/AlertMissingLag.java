package io.headgate.rules.alert;

import io.headgate.rules.kafka.Patterns;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Consumer groups that nobody hears of when they fall behind. */
public final class AlertMissingLag implements Checker {

  private static final int SHOWN = 5;

  private static final Setting<List<String>> TIERS =
      Setting.texts(
          "tiers",
          List.of("1", "2"),
          "The tiers of topics that need lag alerts; all topics when the policy has no tiers.");

  private static final Setting<List<String>> ELSEWHERE =
      Setting.texts(
          "watched-elsewhere",
          List.of(),
          "Groups whose lag is watched outside of this landscape; '*' is a wildcard.");

  /** {@code alert-missing-lag}. */
  public static final Rule RULE =
      Rule.error("alert-missing-lag", "A consumer group reads a topic without an alert on its lag.")
          .with(TIERS, ELSEWHERE)
          .tagged("alerts");

  private final Tiers tiers;
  private final Patterns elsewhere;

  /** A checker with the policy's settings. */
  public AlertMissingLag(Settings settings) {
    tiers = new Tiers(settings.get(TIERS));
    elsewhere = new Patterns(settings.get(ELSEWHERE));
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (!bundle.canDeclare(Kind.ALERT_RULE)) {
      return;
    }
    WatchedLag watched = new WatchedLag(bundle);
    Map<String, ConsumerGroup> groups = new LinkedHashMap<>();
    Map<String, Set<String>> missing = new HashMap<>();
    for (ConsumerGroup group : bundle.all(ConsumerGroup.class)) {
      if (elsewhere.match(group.name().orElse(""))) {
        continue;
      }
      for (Located<String> topic : group.topics()) {
        if (group.name().isKnown()
            && topic.isKnown()
            && isImportant(topic.get(), bundle)
            && !watched.has(group.name().get(), topic.get())) {
          groups.putIfAbsent(group.name().get(), group);
          missing.computeIfAbsent(group.name().get(), g -> new TreeSet<>()).add(topic.get());
        }
      }
    }
    groups.forEach(
        (name, group) ->
            findings.add(
                RULE,
                group,
                group.name(),
                message(group, missing.getOrDefault(name, Set.of()), bundle)));
  }

  /** Whether this rule, as it is unless the policy sets it, wants the lag to be watched. */
  static boolean wants(String group, String topic, Bundle bundle) {
    AlertMissingLag usual = new AlertMissingLag(Settings.DEFAULTS);
    if (bundle.canDeclare(Kind.ALERT_RULE) && usual.isImportant(topic, bundle)) {
      for (ConsumerGroup one : bundle.all(ConsumerGroup.class)) {
        if (one.name().is(group) && one.topics().stream().anyMatch(t -> t.is(topic))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isImportant(String topic, Bundle bundle) {
    return bundle.environment().tiers().isEmpty() || tiers.include(topic, bundle.environment());
  }

  private static String message(ConsumerGroup group, Set<String> topics, Bundle bundle) {
    StringBuilder list = new StringBuilder();
    topics.stream()
        .limit(SHOWN)
        .forEach(t -> list.append(list.isEmpty() ? "'" : ", '").append(t).append('\''));
    if (topics.size() > SHOWN) {
      list.append(" and ").append(topics.size() - SHOWN).append(" more");
    }
    return "Consumer group '"
        + group.name()
        + "' of "
        + group.member()
        + " reads "
        + list
        + " without an alert on its lag. Add "
        + Wording.of(
            bundle, "a lag condition for this group and ", "an alerting rule on this group and ")
        + (topics.size() == 1 ? "topic" : "each of these topics")
        + Wording.of(
            bundle,
            " to the consumer alert settings.",
            ", or let one that is there be about it too.");
  }
}
