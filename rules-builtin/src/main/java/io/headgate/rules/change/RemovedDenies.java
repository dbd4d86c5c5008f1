package io.headgate.rules.change;

import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** Entries that denied something and are gone, so that others that allow it take effect. */
final class RemovedDenies {

  /** So many topics below a prefix are looked at. */
  private static final int MOST_LOOKED_AT = 100;

  private RemovedDenies() {}

  static void report(Rule rule, Bundle base, Bundle now, Findings findings) {
    Set<String> left = null;
    for (Acl acl : base.all(Acl.class)) {
      if (acl.permission().is(AclPermissionType.DENY) && AccessGrowth.isClear(acl)) {
        left = left == null ? names(now) : left;
        if (!left.contains(acl.ref().name())) {
          judge(rule, acl, base, now, findings);
        }
      }
    }
  }

  private static Set<String> names(Bundle bundle) {
    Set<String> names = new HashSet<>();
    for (Acl acl : bundle.all(Acl.class)) {
      names.add(acl.ref().name());
    }
    return names;
  }

  private static void judge(Rule rule, Acl deny, Bundle base, Bundle now, Findings findings) {
    String principal = deny.principal().get();
    for (AclOperation operation : AccessGrowth.operations(deny)) {
      for (String name : topics(deny, base)) {
        Access.Decision before =
            base.access().decide(principal, operation, ResourceType.TOPIC, name);
        Access.Decision after = now.access().decide(principal, operation, ResourceType.TOPIC, name);
        if (before.reason() == Access.Reason.DENY && after.allowed() && after.doubt() == null) {
          findings.add(
              rule,
              deny,
              deny.resourceName(),
              "Without this DENY, "
                  + principal
                  + " may now "
                  + operation
                  + " topic '"
                  + name
                  + "'. Put it back, or remove what allows it first.");
          return;
        }
      }
    }
  }

  private static List<String> topics(Acl deny, Bundle base) {
    String name = deny.resourceName().get();
    if (!deny.patternType().is(PatternType.PREFIXED)) {
      return List.of(name);
    }
    List<String> topics = new ArrayList<>();
    for (String topic : base.topicNames().tailSet(name)) {
      if (!topic.startsWith(name) || topics.size() == MOST_LOOKED_AT) {
        break;
      }
      topics.add(topic);
    }
    return topics;
  }
}
