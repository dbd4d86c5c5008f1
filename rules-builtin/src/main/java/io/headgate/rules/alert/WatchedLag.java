package io.headgate.rules.alert;

import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.AlertRule.Watch;
import io.headgate.spi.model.Bundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The groups and topics whose lag is watched; what is not known may be anything. */
final class WatchedLag {

  private final Map<String, Set<String>> byGroup = new HashMap<>();
  private final List<AlertRule> wide = new ArrayList<>();

  WatchedLag(Bundle bundle) {
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      if (!watchesLag(rule)) {
        continue;
      }
      if (rule.group().isKnown() && rule.topic().isKnown()) {
        byGroup.computeIfAbsent(rule.group().get(), g -> new HashSet<>()).add(rule.topic().get());
      } else {
        wide.add(rule);
      }
    }
  }

  /** Whether it does, or may; one that is about no group does not. */
  private static boolean watchesLag(AlertRule rule) {
    return rule.watch().is(Watch.LAG) || (rule.watch().isUnknown() && rule.group().isUnknown());
  }

  boolean has(String group, String topic) {
    if (byGroup.getOrDefault(group, Set.of()).contains(topic)) {
      return true;
    }
    for (AlertRule rule : wide) {
      if (rule.mayConcernGroup(group) && rule.mayConcernTopic(topic)) {
        return true;
      }
    }
    return false;
  }
}
