package io.headgate.rules.drift;

import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What one set of entries makes of the access and another one does not. Entries are regions of
 * principals, hosts, resources and operations; what is written otherwise and means the same is no
 * difference, nor is what takes no effect.
 */
final class AccessDrift {

  private final Bundle own;
  private final Bundle other;

  /**
   * A comparison in one direction.
   *
   * @param own whose access is looked at
   * @param other what may lack it
   */
  AccessDrift(Bundle own, Bundle other) {
    this.own = own;
    this.other = other;
  }

  /**
   * What the others lack of an entry.
   *
   * @param acl the entry
   * @param operations what is allowed, or denied, through it and not there
   */
  record Lack(Acl acl, List<AclOperation> operations) {

    /** Such as {@code READ, WRITE on topic 'orders' from 10.0.0.7}. */
    String text() {
      StringBuilder text = new StringBuilder();
      for (AclOperation operation : operations) {
        text.append(text.isEmpty() ? "" : ", ").append(operation);
      }
      String type = acl.resourceType().get().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String name = acl.resourceName().get();
      text.append(" on ");
      if (acl.patternType().is(PatternType.PREFIXED)) {
        text.append("each ").append(type).append(" that begins with '").append(name).append('\'');
      } else if (name.equals("*")) {
        text.append("each ").append(type);
      } else if (acl.resourceType().is(ResourceType.CLUSTER)) {
        text.append("the cluster");
      } else {
        text.append(type).append(" '").append(name).append('\'');
      }
      String host = acl.host().orElse("*");
      return text.append(host.equals("*") ? "" : " from " + host).toString();
    }
  }

  /** What the others lack, entry by entry; of entries that others of their own cover, nothing. */
  List<Lack> lacks() {
    List<Lack> lacks = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Access access = own.access();
    for (Acl acl : own.all(Acl.class)) {
      if (isKnown(acl)
          && seen.add(acl.ref().name())
          && !access.isSuperUser(acl.principal().get())
          && access.subsuming(acl) == null) {
        List<AclOperation> operations =
            acl.permission().is(AclPermissionType.DENY) ? undenied(acl) : unallowed(acl);
        if (!operations.isEmpty()) {
          lacks.add(new Lack(acl, operations));
        }
      }
    }
    return lacks;
  }

  private static boolean isKnown(Acl acl) {
    return acl.principal().isKnown()
        && !acl.host().isUnknown()
        && acl.operation().isKnown()
        && acl.permission().isKnown()
        && acl.resourceType().isKnown()
        && acl.resourceName().isKnown()
        && acl.patternType().isKnown();
  }

  private List<AclOperation> unallowed(Acl acl) {
    AclOperation itself = acl.operation().get();
    List<AclOperation> lacking = new ArrayList<>();
    int asked = 0;
    for (AclOperation operation : Access.operationsOn(acl.resourceType().get())) {
      if (Access.implies(itself, operation)) {
        asked++;
        Acl part = of(acl, operation);
        if (own.access().shadowing(part).isEmpty()
            && other.access().covering(part) == null
            && !isDoubtful(part)) {
          lacking.add(operation);
        }
      }
    }
    return itself == AclOperation.ALL && lacking.size() == asked && asked > 0
        ? List.of(AclOperation.ALL)
        : leading(lacking);
  }

  /** Without what others of them imply: who lacks READ lacks DESCRIBE too. */
  private static List<AclOperation> leading(List<AclOperation> operations) {
    List<AclOperation> leading = new ArrayList<>();
    for (AclOperation operation : operations) {
      boolean implied = false;
      for (AclOperation wider : operations) {
        implied |= wider != operation && Access.implies(wider, operation);
      }
      if (!implied) {
        leading.add(operation);
      }
    }
    return leading;
  }

  /** What a DENY denies to somebody whom the others let in. */
  private List<AclOperation> undenied(Acl deny) {
    AclOperation itself = deny.operation().get();
    List<AclOperation> lacking = new ArrayList<>();
    int asked = 0;
    for (AclOperation operation : Access.operationsOn(deny.resourceType().get())) {
      if (itself == AclOperation.ALL || itself == operation) {
        asked++;
        Acl part = of(deny, operation);
        if (other.access().covering(part) == null
            && other.access().mayTakeEffect(part)
            && !isDoubtful(part)) {
          lacking.add(operation);
        }
      }
    }
    return itself == AclOperation.ALL && lacking.size() == asked && asked > 0
        ? List.of(AclOperation.ALL)
        : lacking;
  }

  /** Whether the others have an entry that may be it, once a template is filled in. */
  private boolean isDoubtful(Acl part) {
    return other
            .access()
            .decide(
                part.principal().get(),
                part.operation().get(),
                part.resourceType().get(),
                part.resourceName().get())
            .doubt()
        != null;
  }

  private static Acl of(Acl acl, AclOperation operation) {
    return acl.operation().is(operation)
        ? acl
        : new Acl(
            acl.principal(),
            acl.host(),
            Located.known(operation, acl.operation().attribute(), acl.operation().place()),
            acl.permission(),
            acl.resourceType(),
            acl.resourceName(),
            acl.pattern());
  }

  /** Whether the policy says that a principal is the affair of others. */
  boolean isExternal(Acl acl) {
    for (NamePattern pattern : other.environment().external().principals()) {
      if (pattern.matches(acl.principal().get())) {
        return true;
      }
    }
    return false;
  }
}
