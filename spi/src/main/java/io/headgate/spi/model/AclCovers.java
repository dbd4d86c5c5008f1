package io.headgate.spi.model;

import static io.headgate.spi.model.AclNode.bit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * Compares entries as regions of resources, principals, hosts and operations. What covers a region
 * is looked up in its patterns' prefixes; nothing is compared pairwise.
 */
final class AclCovers {

  /** So many rows are looked at before an overlap is taken for granted. */
  private static final int ENOUGH = 60;

  private final Map<ResourceType, AclNames> types;
  private final UndecidedAcls unplaced;
  private final Map<String, List<Acl>> byPrincipal;
  private final List<Acl> strangers;
  private final ClientHosts hosts;

  /**
   * @param types the entries whose type, name and pattern are known
   * @param unplaced the others
   * @param byPrincipal the entries whose principal is known
   * @param strangers the others
   * @param hosts how their hosts match
   */
  AclCovers(
      Map<ResourceType, AclNames> types,
      UndecidedAcls unplaced,
      Map<String, List<Acl>> byPrincipal,
      List<Acl> strangers,
      ClientHosts hosts) {
    this.types = types;
    this.unplaced = unplaced;
    this.byPrincipal = byPrincipal;
    this.strangers = strangers;
    this.hosts = hosts;
  }

  /** The host of an entry that is known to have one. */
  static String host(Acl acl) {
    return acl.host().orElse(ClientHosts.ANY);
  }

  /** The first entry of some patterns that is for one of the principals and hosts, or null. */
  @Nullable Acl first(
      List<AclNode> nodes,
      String[] principals,
      List<String> hostKeys,
      boolean allows,
      int operations) {
    for (AclNode node : nodes) {
      for (String principal : principals) {
        for (String host : hostKeys) {
          AclNode.Row row = node.row(principal, host);
          Acl found = row == null ? null : row.first(allows, operations);
          if (found != null) {
            return found;
          }
        }
      }
    }
    return null;
  }

  /** An entry that may change a decision, once what is unknown about it is filled in; or null. */
  @Nullable Acl undecided(
      List<AclNode> nodes,
      ResourceType type,
      @Nullable String name,
      AclPermissionType but,
      int operations,
      String[] principals,
      @Nullable List<String> hostKeys) {
    for (AclNode node : nodes) {
      Acl found = node.undecided().first(type, name, but, operations, principals, hostKeys, hosts);
      if (found != null) {
        return found;
      }
    }
    return unplaced.first(type, name, but, operations, principals, hostKeys, hosts);
  }

  /** The entries that deny to a part of what a holder stands for. */
  List<Acl> except(List<AclNode> nodes, String principal, int operations) {
    List<Acl> except = new ArrayList<>(0);
    boolean everyone = principal.equals(Access.EVERYONE);
    for (AclNode node : nodes) {
      Collection<String> denied =
          everyone ? node.principals() : List.of(Access.EVERYONE, principal);
      for (String who : denied) {
        for (AclNode.Row row : node.rows(who)) {
          row.addAll(false, operations, except);
        }
      }
    }
    return except;
  }

  List<Acl> shadowing(Acl allow) {
    if (!isDecided(allow) || !allow.allows()) {
      return List.of();
    }
    List<AclNode> nodes = covering(allow);
    String[] principals = principals(allow);
    List<String> keys = hosts.covering(host(allow));
    AclOperation operation = allow.operation().get();
    Acl one = first(nodes, principals, keys, false, AclOperations.denying(operation));
    if (one != null) {
      return List.of(one);
    }
    if (operation != AclOperation.ALL) {
      return List.of();
    }
    Set<Acl> each = new LinkedHashSet<>();
    for (AclOperation part : Access.operationsOn(allow.resourceType().get())) {
      Acl deny = first(nodes, principals, keys, false, bit(part));
      if (deny == null) {
        return List.of();
      }
      each.add(deny);
    }
    return List.copyOf(each);
  }

  /** The first entry of the same permission that does all that an entry of others does. */
  @Nullable Acl coveringOf(Acl other) {
    if (!isDecided(other)) {
      return null;
    }
    AclOperation operation = other.operation().get();
    return first(
        covering(other),
        principals(other),
        hosts.covering(host(other)),
        other.allows(),
        other.allows() ? AclOperations.granting(operation) : AclOperations.denying(operation));
  }

  @Nullable Acl subsuming(Acl entry) {
    if (!isDecided(entry)) {
      return null;
    }
    AclOperation operation = entry.operation().get();
    int more =
        entry.allows() ? AclOperations.granting(operation) : AclOperations.denying(operation);
    String ownKey = hosts.key(host(entry));
    List<AclNode> nodes = covering(entry);
    for (int i = 0; i < nodes.size(); i++) {
      for (String principal : principals(entry)) {
        for (String key : hosts.covering(host(entry))) {
          AclNode.Row row = nodes.get(i).row(principal, key);
          if (row == null) {
            continue;
          }
          boolean own =
              i == nodes.size() - 1 && entry.principal().is(principal) && key.equals(ownKey);
          // ALL is wider than any other operation, and no other than it covers what another does
          // that implies more.
          Acl all = row.first(entry.allows(), bit(AclOperation.ALL));
          if (all != null && !(own && operation == AclOperation.ALL)) {
            return all;
          }
          Acl wider =
              row.first(
                  entry.allows(), own ? more & ~bit(operation) & ~bit(AclOperation.ALL) : more);
          if (wider != null) {
            return wider;
          }
          Acl twin = own ? row.first(entry.allows(), bit(operation)) : null;
          if (twin != null && twin.host() != entry.host() && !twin.ref().equals(entry.ref())) {
            return twin;
          }
        }
      }
    }
    return null;
  }

  boolean mayMeetAllow(Acl deny) {
    AclNames names = deny.resourceType().isKnown() ? types.get(deny.resourceType().get()) : null;
    if (!isDecided(deny) || names == null) {
      return true;
    }
    AclOperation operation = deny.operation().get();
    int met = operation == AclOperation.ALL ? -1 : AclOperations.granting(operation);
    if (deny.principal().is(Access.EVERYONE)) {
      return meetsInNames(deny, names, met);
    }
    List<Acl> own = byPrincipal.getOrDefault(deny.principal().get(), List.of());
    List<Acl> everyones = byPrincipal.getOrDefault(Access.EVERYONE, List.of());
    if (own.size() + everyones.size() + strangers.size() > ENOUGH) {
      return meetsInNames(deny, names, met);
    }
    return meetsOneOf(own, deny, met)
        || meetsOneOf(everyones, deny, met)
        || meetsOneOf(strangers, deny, met);
  }

  private boolean meetsOneOf(List<Acl> entries, Acl deny, int met) {
    ResourceType type = deny.resourceType().get();
    for (Acl acl : entries) {
      String host = hosts.of(acl);
      if (!acl.permission().is(AclPermissionType.DENY)
          && (!acl.resourceType().isKnown() || acl.resourceType().is(type))
          && (!acl.operation().isKnown() || (bit(acl.operation().get()) & met) != 0)
          && mayShareNames(acl, deny)
          && (host == null || hosts.meet(host, host(deny)))) {
        return true;
      }
    }
    return false;
  }

  /** Looks where the names are, at what there is for whomever the DENY is for. */
  private boolean meetsInNames(Acl deny, AclNames names, int met) {
    if (!unplaced.isEmpty()) {
      return true;
    }
    List<AclNode> nodes = new ArrayList<>(names.covering(deny));
    nodes.addAll(names.within(deny, ENOUGH));
    boolean everyone = deny.principal().is(Access.EVERYONE);
    int seen = nodes.size();
    for (AclNode node : nodes) {
      for (String who : everyone ? node.principals() : List.of(principals(deny))) {
        for (AclNode.Row row : node.rows(who)) {
          Acl allow = row.first(true, met);
          if (++seen > ENOUGH || (allow != null && hosts.meet(host(allow), host(deny)))) {
            return true;
          }
        }
      }
      if (!node.undecided().isEmpty()) {
        return true;
      }
    }
    return seen > ENOUGH;
  }

  private static boolean mayShareNames(Acl a, Acl b) {
    if (!a.resourceName().isKnown()) {
      return true;
    }
    String one = a.resourceName().get();
    String other = b.resourceName().get();
    boolean literal = a.patternType().is(PatternType.LITERAL);
    boolean otherLiteral = b.patternType().is(PatternType.LITERAL);
    return one.equals(other)
        || (one.equals(AclNames.EVERYTHING) && !a.patternType().is(PatternType.PREFIXED))
        || (other.equals(AclNames.EVERYTHING) && otherLiteral)
        || (!literal && other.startsWith(one))
        || (!otherLiteral && one.startsWith(other));
  }

  private List<AclNode> covering(Acl acl) {
    AclNames names = types.get(acl.resourceType().get());
    return names == null ? List.of() : names.covering(acl);
  }

  private boolean isDecided(Acl acl) {
    return acl.resourceType().isKnown()
        && acl.resourceName().isKnown()
        && acl.patternType().isKnown()
        && acl.principal().isKnown()
        && acl.operation().isKnown()
        && acl.permission().isKnown()
        && hosts.of(acl) != null;
  }

  /** Who an entry is for, and what covers that; the wider first. */
  private static String[] principals(Acl acl) {
    return acl.principal().is(Access.EVERYONE)
        ? new String[] {Access.EVERYONE}
        : new String[] {Access.EVERYONE, acl.principal().get()};
  }
}
