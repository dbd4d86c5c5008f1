package io.headgate.rules.alert;

import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The consumer groups that a bundle knows: those that its apps and connectors consume with, those
 * that the policy names, and those that somebody is granted. A right to every group names none.
 */
final class Groups {

  private final Bundle bundle;
  private final Map<String, List<ConsumerGroup>> declared = new HashMap<>();
  private final Set<String> granted = new HashSet<>();
  private final Set<String> grantedPrefixes = new HashSet<>();
  private final boolean anyKnown;

  Groups(Bundle bundle) {
    this.bundle = bundle;
    boolean allNamed = true;
    for (ConsumerGroup group : bundle.all(ConsumerGroup.class)) {
      allNamed &= group.name().isKnown();
      declared.computeIfAbsent(group.name().orElse(""), g -> new ArrayList<>()).add(group);
    }
    for (Acl acl : bundle.all(Acl.class)) {
      if (acl.allows() && acl.resourceType().is(ResourceType.GROUP)) {
        // What may be a prefix grants no less than a prefix.
        (acl.patternType().is(PatternType.LITERAL) ? granted : grantedPrefixes)
            .add(acl.resourceName().orElse(""));
        allNamed &= acl.resourceName().isKnown();
      }
    }
    anyKnown =
        allNamed
            && !(bundle.groupNames().isEmpty()
                && bundle.environment().external().groups().isEmpty());
  }

  /** Whether a group of this name exists, as far as anybody can know. */
  boolean exist(String group) {
    return !anyKnown || bundle.hasGroup(group) || isGranted(group);
  }

  /** Whether a group of this name is known to exist. */
  boolean areKnown(String group) {
    return bundle.hasGroup(group) || isGranted(group);
  }

  /** Whether a group may read a topic; only of a declared group is known what it reads. */
  boolean mayRead(String group, String topic) {
    return !declared.containsKey(group)
        || isExternal(group)
        || declared.getOrDefault(group, List.of()).stream().anyMatch(g -> mayRead(g, topic));
  }

  private boolean mayRead(ConsumerGroup group, String topic) {
    return group.topics().isEmpty()
        || group.topics().stream().anyMatch(t -> isOrMayBe(t, topic))
        // Which topics outside the bundle its pattern matches, nobody has looked up.
        || (!group.topicsPattern().isAbsent() && !bundle.topicNames().contains(topic));
  }

  /** The topics that a declared group reads. */
  List<String> topics(String group) {
    return declared.getOrDefault(group, List.of()).stream()
        .flatMap(g -> g.topics().stream())
        .filter(Located::isKnown)
        .map(Located::get)
        .toList();
  }

  private static boolean isOrMayBe(Located<String> name, String topic) {
    return !name.isKnown() || name.is(topic);
  }

  private boolean isExternal(String group) {
    return bundle.environment().external().groups().stream()
        .anyMatch((NamePattern pattern) -> pattern.matches(group));
  }

  private boolean isGranted(String group) {
    if (granted.contains(group)) {
      return true;
    }
    for (int end = 1; end <= group.length(); end++) {
      if (grantedPrefixes.contains(group.substring(0, end))) {
        return true;
      }
    }
    return false;
  }
}
