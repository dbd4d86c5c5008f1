package io.headgate.spi.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * Entries about which something is unknown, as a template gives it. Of those that are alike in all
 * that is known one stands for all.
 */
final class UndecidedAcls {

  /** No principal has this name. */
  private static final String UNKNOWN = "";

  private final Map<String, List<Acl>> byPrincipal = new HashMap<>(0);

  void add(Acl acl, ClientHosts hosts) {
    List<Acl> list =
        byPrincipal.computeIfAbsent(acl.principal().orElse(UNKNOWN), p -> new ArrayList<>(1));
    for (Acl other : list) {
      if (isAlike(acl.resourceType(), other.resourceType())
          && isAlike(acl.permission(), other.permission())
          && isAlike(acl.operation(), other.operation())
          && isAlike(acl.resourceName(), other.resourceName())
          && isAlike(acl.patternType(), other.patternType())
          && java.util.Objects.equals(hosts.of(acl), hosts.of(other))) {
        return;
      }
    }
    list.add(acl);
  }

  boolean isEmpty() {
    return byPrincipal.isEmpty();
  }

  /**
   * An entry that may be about a question, or null if there is none.
   *
   * @param name of the resource; null for any
   * @param but what it must not be known to do
   * @param operations the operations of which it must have one
   * @param principals who asks, and what stands for everybody
   * @param hostKeys what covers the host that is asked from; null for any host
   */
  @Nullable Acl first(
      ResourceType type,
      @Nullable String name,
      AclPermissionType but,
      int operations,
      String[] principals,
      @Nullable List<String> hostKeys,
      ClientHosts hosts) {
    if (byPrincipal.isEmpty()) {
      return null;
    }
    Acl found = firstOf(UNKNOWN, type, name, but, operations, hostKeys, hosts);
    for (int i = 0; found == null && i < principals.length; i++) {
      found = firstOf(principals[i], type, name, but, operations, hostKeys, hosts);
    }
    return found;
  }

  /**
   * Any entry that may be about a resource, whoever it is for; null if there is none.
   *
   * @param name of the resource; null for any
   */
  @Nullable Acl touching(ResourceType type, @Nullable String name) {
    for (List<Acl> list : byPrincipal.values()) {
      for (Acl acl : list) {
        if (mayBeAbout(acl, type, name)) {
          return acl;
        }
      }
    }
    return null;
  }

  private @Nullable Acl firstOf(
      String principal,
      ResourceType type,
      @Nullable String name,
      AclPermissionType but,
      int operations,
      @Nullable List<String> hostKeys,
      ClientHosts hosts) {
    for (Acl acl : byPrincipal.getOrDefault(principal, List.of())) {
      String host = hosts.of(acl);
      if (mayBeAbout(acl, type, name)
          && !acl.permission().is(but)
          && (!acl.operation().isKnown() || (AclNode.bit(acl.operation().get()) & operations) != 0)
          && (host == null || hostKeys == null || hostKeys.contains(hosts.key(host)))) {
        return acl;
      }
    }
    return null;
  }

  private static boolean mayBeAbout(Acl acl, ResourceType type, @Nullable String name) {
    if (acl.resourceType().isKnown() && !acl.resourceType().is(type)) {
      return false;
    }
    String own = acl.resourceName().orNull();
    return own == null
        || name == null
        || own.equals(AclNames.EVERYTHING)
        || (acl.patternType().is(PatternType.LITERAL) ? name.equals(own) : name.startsWith(own));
  }

  private static <T> boolean isAlike(Located<T> a, Located<T> b) {
    return a.isKnown() ? b.is(a.get()) : !b.isKnown();
  }
}
