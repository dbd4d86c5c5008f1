package io.headgate.rules.alert;

import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.AlertRule.Watch;
import io.headgate.spi.model.Bundle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The groups and topics whose lag is watched; what is not known may be anything. */
final class WatchedLag {

  private static final String ANY = "";

  private final Map<String, Set<String>> byGroup = new HashMap<>();

  WatchedLag(Bundle bundle) {
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      if (rule.watch().is(Watch.LAG)) {
        byGroup
            .computeIfAbsent(rule.group().orElse(ANY), g -> new HashSet<>())
            .add(rule.topic().orElse(ANY));
      }
    }
  }

  boolean has(String group, String topic) {
    Set<String> own = byGroup.getOrDefault(group, Set.of());
    Set<String> any = byGroup.getOrDefault(ANY, Set.of());
    return own.contains(topic) || own.contains(ANY) || any.contains(topic) || any.contains(ANY);
  }
}
