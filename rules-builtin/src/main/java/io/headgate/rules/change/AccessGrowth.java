package io.headgate.rules.change;

import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What an entry gives to its principal that it did not have: by what Kafka decides before and
 * after, not by the entry itself. Topics that come with the change count for nothing, nor does a
 * prefix that replaces entries for each topic that begins with it.
 */
final class AccessGrowth {

  /** So many names are shown. */
  private static final int SHOWN = 3;

  /** So many names are looked at for one operation of one entry. */
  private static final int MOST_LOOKED_AT = 1_000;

  /** No topic has such a name, but a prefix reaches it like one that is still to come. */
  private static final String FUTURE = "~";

  /** Above all that a name can go on with. */
  private static final String END = "\uffff";

  /** What means something; to see that a topic is there is not worth a word. */
  private static final List<AclOperation> OPERATIONS =
      List.of(
          AclOperation.READ,
          AclOperation.WRITE,
          AclOperation.CREATE,
          AclOperation.DELETE,
          AclOperation.ALTER,
          AclOperation.ALTER_CONFIGS);

  private final Bundle base;
  private final Bundle now;

  AccessGrowth(Bundle base, Bundle now) {
    this.base = base;
    this.now = now;
  }

  /**
   * What is new.
   *
   * @param names some topics that there were already
   * @param operations what may be done with them; empty if nothing is new
   * @param future whether there may be more topics
   */
  record Growth(Set<String> names, Set<AclOperation> operations, boolean future) {}

  /**
   * Whether an entry is about named topics and one principal, and known: of entries for everybody
   * or everything other rules tell in any state.
   */
  static boolean isClear(Acl acl) {
    return acl.resourceType().is(ResourceType.TOPIC)
        && acl.principal().isKnown()
        && !acl.principal().is(Access.EVERYONE)
        && acl.operation().isKnown()
        && acl.permission().isKnown()
        && acl.resourceName().isKnown()
        && !acl.resourceName().is("*")
        && acl.patternType().isKnown();
  }

  /** The operations on topics that an entry is about. */
  static List<AclOperation> operations(Acl acl) {
    AclOperation operation = acl.operation().get();
    return operation == AclOperation.ALL
        ? OPERATIONS
        : OPERATIONS.contains(operation) ? List.of(operation) : List.of();
  }

  /** What is new through an entry that allows something. */
  Growth through(Acl acl) {
    Growth growth = new Growth(new LinkedHashSet<>(), new LinkedHashSet<>(), false);
    for (AclOperation operation : operations(acl)) {
      String principal = acl.principal().get();
      String name = acl.resourceName().get();
      if (acl.patternType().is(PatternType.PREFIXED)) {
        List<String> grown = new ArrayList<>();
        boolean future = below(principal, operation, name, grown);
        if (future || !grown.isEmpty()) {
          growth.operations().add(operation);
          growth.names().addAll(grown);
          growth =
              new Growth(
                  growth.names(),
                  growth.operations(),
                  growth.future() || future || grown.size() == SHOWN);
        }
      } else if ((base.hasTopic(name) || !now.hasTopic(name))
          && isGrown(principal, operation, name)) {
        growth.operations().add(operation);
        growth.names().add(name);
      }
    }
    return growth;
  }

  private boolean isGrown(String principal, AclOperation operation, String name) {
    Access.Decision before = decide(base, principal, operation, name);
    Access.Decision after = decide(now, principal, operation, name);
    return !before.allowed()
        && before.doubt() == null
        && after.allowed()
        && after.doubt() == null
        && !now.environment().owns(principal, name);
  }

  private static Access.Decision decide(
      Bundle bundle, String principal, AclOperation operation, String name) {
    return bundle.access().decide(principal, operation, ResourceType.TOPIC, name);
  }

  /**
   * What is new below a prefix.
   *
   * @param grown takes some of the topics that stay
   * @return whether what is still to come is new
   */
  private boolean below(
      String principal, AclOperation operation, String prefix, List<String> grown) {
    NavigableSet<String> names = base.topicNames();
    boolean widens = false;
    int looked = 0;
    String name = names.ceiling(prefix);
    while (name != null && name.startsWith(prefix) && looked++ < MOST_LOOKED_AT) {
      Access.Decision before = decide(base, principal, operation, name);
      String next = name;
      if (before.allowed()) {
        Acl entry = before.entry();
        if (entry == null || entry.resourceName().is("*")) {
          return false;
        }
        if (entry.patternType().is(PatternType.PREFIXED)) {
          String reached = entry.resourceName().get();
          if (prefix.startsWith(reached)) {
            return false;
          }
          // A longer prefix was there: all below it is old.
          widens = true;
          next = reached + END;
        }
      } else if (now.hasTopic(name) && isGrown(principal, operation, name)) {
        grown.add(name);
        if (grown.size() == SHOWN) {
          return false;
        }
      }
      name = names.higher(next);
    }
    return grown.isEmpty() && widens && isGrown(principal, operation, prefix + FUTURE);
  }
}
