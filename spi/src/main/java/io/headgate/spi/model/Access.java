package io.headgate.spi.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what: the decisions of {@code org.apache.kafka.metadata.authorizer.StandardAuthorizer}
 * of Kafka 4.4 on the entries of a bundle, with their reasons. An entry about which something is
 * unknown decides nothing; that it might is said. Immutable.
 */
public final class Access {

  /** The principal of entries that are for everybody, unauthenticated clients included. */
  public static final String EVERYONE = "User:*";

  private final Environment.Authorizer authorizer;
  private final Set<String> superUsers;
  private final Map<ResourceType, AclNames> types = new EnumMap<>(ResourceType.class);
  private final UndecidedAcls unplaced = new UndecidedAcls();
  private final Map<String, List<Acl>> byPrincipal = new HashMap<>();
  private final ClientHosts hosts;
  private final AclCovers covers;

  Access(Environment environment, List<Acl> acls) {
    authorizer = environment.authorizer();
    superUsers = Set.copyOf(authorizer.superUsers());
    hosts = new ClientHosts(environment.kafkaVersion());
    List<Acl> strangers = new ArrayList<>(0);
    covers = new AclCovers(types, unplaced, byPrincipal, strangers, hosts);
    for (Acl acl : acls) {
      if (acl.principal().isKnown()) {
        byPrincipal.computeIfAbsent(acl.principal().get(), p -> new ArrayList<>(2)).add(acl);
      } else {
        strangers.add(acl);
      }
      String host = hosts.of(acl);
      if (host != null) {
        hosts.add(host);
      }
      if (acl.resourceType().isKnown()
          && acl.resourceName().isKnown()
          && acl.patternType().isKnown()) {
        boolean known =
            acl.principal().isKnown() && acl.operation().isKnown() && acl.permission().isKnown();
        types
            .computeIfAbsent(acl.resourceType().get(), type -> new AclNames())
            .nodeOf(acl)
            .add(acl, known && host != null ? hosts.key(host) : null, hosts);
      } else {
        unplaced.add(acl, hosts);
      }
    }
    for (AclNames names : types.values()) {
      names.seal();
    }
  }

  /** Why Kafka decides as it does. */
  public enum Reason {
    /** The principal is a super user: nothing else is asked. */
    SUPER_USER,
    /** An entry denies it, whatever others allow. */
    DENY,
    /** An entry allows it. */
    ALLOW,
    /** An entry allows another operation that includes it, as READ includes DESCRIBE. */
    IMPLIED,
    /** No entry is about the resource, and the brokers then allow everything. */
    NO_ACL_FOUND,
    /** Nothing allows it. */
    NOTHING
  }

  /**
   * A decision.
   *
   * @param allowed whether the operation is allowed
   * @param reason why
   * @param entry the entry that decides; null where none does
   * @param doubt an entry about which something is unknown and that may turn the decision round;
   *     null if there is none, and the decision is certain
   */
  public record Decision(
      boolean allowed, Reason reason, @Nullable Acl entry, @Nullable Acl doubt) {}

  /**
   * A principal that may do something with a resource.
   *
   * @param principal such as {@code User:alice}, or {@link Access#EVERYONE}
   * @param reason why; {@link Reason#IMPLIED} only where no entry allows the operation itself
   * @param through the entries that allow it; empty where none is needed
   * @param except entries that deny it to a part: to some hosts, or to some principals of everybody
   */
  public record Holder(String principal, Reason reason, List<Acl> through, List<Acl> except) {

    /** Copies the lists. */
    public Holder {
      through = List.copyOf(through);
      except = List.copyOf(except);
    }
  }

  /**
   * Whether a principal may do something from a host.
   *
   * @param principal such as {@code User:alice}
   * @param operation what is asked for
   * @param type the type of the resource
   * @param name the whole name of the resource
   * @param host the client's address, as {@code InetAddress.getHostAddress()} prints it
   */
  public Decision decide(
      String principal, AclOperation operation, ResourceType type, String name, String host) {
    return decide(principal, operation, type, name, hosts.covering(host), true);
  }

  /**
   * Whether a principal may do something from some host.
   *
   * @param principal such as {@code User:alice}
   * @param operation what is asked for
   * @param type the type of the resource
   * @param name the whole name of the resource
   */
  public Decision decide(String principal, AclOperation operation, ResourceType type, String name) {
    Set<String> from = new LinkedHashSet<>();
    for (AclNode node : matching(type, name)) {
      for (String who : asking(principal)) {
        for (AclNode.Row row : node.rows(who)) {
          Acl allow = row.first(true, AclOperations.granting(operation));
          if (allow != null) {
            from.add(AclCovers.host(allow));
          }
        }
      }
    }
    from.add(ClientHosts.ANY);
    Decision decision = null;
    for (String host : from) {
      decision = decide(principal, operation, type, name, hosts.covering(host), false);
      if (decision.allowed()) {
        break;
      }
    }
    return java.util.Objects.requireNonNull(decision);
  }

  private Decision decide(
      String principal,
      AclOperation operation,
      ResourceType type,
      String name,
      List<String> hostKeys,
      boolean oneHost) {
    if (superUsers.contains(principal)) {
      return new Decision(true, Reason.SUPER_USER, null, null);
    }
    String[] principals = asking(principal);
    List<AclNode> nodes = matching(type, name);
    Acl deny = covers.first(nodes, principals, hostKeys, false, AclOperations.denying(operation));
    if (deny != null) {
      return new Decision(false, Reason.DENY, deny, null);
    }
    List<String> doubted = oneHost ? hostKeys : null;
    Acl allow = covers.first(nodes, principals, hostKeys, true, AclOperations.denying(operation));
    Reason reason = Reason.ALLOW;
    if (allow == null) {
      allow = covers.first(nodes, principals, hostKeys, true, AclOperations.granting(operation));
      reason = allow == null ? Reason.NOTHING : Reason.IMPLIED;
    }
    if (allow != null) {
      int denying = AclOperations.denying(operation);
      return new Decision(
          true,
          reason,
          allow,
          covers.undecided(
              nodes, type, name, AclPermissionType.ALLOW, denying, principals, doubted));
    }
    if (nodes.isEmpty() && authorizer.allowEveryoneIfNoAclFound()) {
      return new Decision(true, Reason.NO_ACL_FOUND, null, unplaced.touching(type, name));
    }
    int granting = AclOperations.granting(operation);
    return new Decision(
        false,
        reason,
        null,
        covers.undecided(nodes, type, name, AclPermissionType.DENY, granting, principals, doubted));
  }

  /**
   * Who may do something with a resource, from one host at least: super users first, then as the
   * entries come, those for everything first.
   *
   * @param operation what is asked for
   * @param type the type of the resource
   * @param name the whole name of the resource
   */
  public List<Holder> holders(AclOperation operation, ResourceType type, String name) {
    List<Holder> holders = new ArrayList<>();
    for (String user : authorizer.superUsers()) {
      holders.add(new Holder(user, Reason.SUPER_USER, List.of(), List.of()));
    }
    List<AclNode> nodes = matching(type, name);
    if (nodes.isEmpty() && authorizer.allowEveryoneIfNoAclFound()) {
      holders.add(new Holder(EVERYONE, Reason.NO_ACL_FOUND, List.of(), List.of()));
    }
    int granting = AclOperations.granting(operation);
    int denying = AclOperations.denying(operation);
    Map<String, List<Acl>> through = new LinkedHashMap<>();
    for (AclNode node : nodes) {
      for (String principal : node.principals()) {
        for (AclNode.Row row : node.rows(principal)) {
          Acl allow = row.first(true, granting);
          if (allow != null && !superUsers.contains(principal)) {
            List<String> keys = hosts.covering(AclCovers.host(allow));
            if (covers.first(nodes, asking(principal), keys, false, denying) == null) {
              List<Acl> entries = through.computeIfAbsent(principal, p -> new ArrayList<>(1));
              row.addAll(true, granting, entries);
            }
          }
        }
      }
    }
    through.forEach(
        (principal, entries) -> {
          boolean itself = false;
          for (Acl acl : entries) {
            itself |= (AclNode.bit(acl.operation().get()) & denying) != 0;
          }
          Reason reason = itself ? Reason.ALLOW : Reason.IMPLIED;
          holders.add(
              new Holder(principal, reason, entries, covers.except(nodes, principal, denying)));
        });
    return holders;
  }

  /** Who may read a topic's records. */
  public List<Holder> readers(String topic) {
    return holders(AclOperation.READ, ResourceType.TOPIC, topic);
  }

  /** Who may write records to a topic. */
  public List<Holder> writers(String topic) {
    return holders(AclOperation.WRITE, ResourceType.TOPIC, topic);
  }

  /** Who may delete a topic, add partitions to it or change its configuration. */
  public List<Holder> administrators(String topic) {
    Map<String, Holder> all = new LinkedHashMap<>();
    for (AclOperation operation :
        List.of(AclOperation.DELETE, AclOperation.ALTER, AclOperation.ALTER_CONFIGS)) {
      for (Holder holder : holders(operation, ResourceType.TOPIC, topic)) {
        all.merge(holder.principal(), holder, Access::merged);
      }
    }
    return List.copyOf(all.values());
  }

  private static Holder merged(Holder a, Holder b) {
    Set<Acl> through = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    Set<Acl> except = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    List<Acl> allThrough = new ArrayList<>();
    List<Acl> allExcept = new ArrayList<>();
    for (Holder holder : List.of(a, b)) {
      holder.through().stream().filter(through::add).forEach(allThrough::add);
      holder.except().stream().filter(except::add).forEach(allExcept::add);
    }
    return new Holder(a.principal(), a.reason(), allThrough, allExcept);
  }

  /**
   * The operations that mean something on a type of resource, as {@code
   * org.apache.kafka.security.authorizer.AclEntry.supportedOperations} of Kafka 4.4 has them; empty
   * where it has none.
   */
  public static List<AclOperation> operationsOn(ResourceType type) {
    return AclOperations.MEANINGFUL.getOrDefault(type, List.of());
  }

  /** Whether an entry that allows one operation allows the other too. */
  public static boolean implies(AclOperation allowed, AclOperation asked) {
    return (AclNode.bit(allowed) & AclOperations.granting(asked)) != 0;
  }

  /** Whether the policy names the principal among the brokers' super users. */
  public boolean isSuperUser(String principal) {
    return superUsers.contains(principal);
  }

  /**
   * The entries, be they allow or deny, whose type and name are known to match a resource: those
   * for everything first and longer prefixes later.
   *
   * @param name the whole name of a topic, group and so on
   */
  public List<Acl> entriesOn(ResourceType type, String name) {
    List<Acl> entries = new ArrayList<>();
    for (AclNode node : matching(type, name)) {
      entries.addAll(node.entries());
    }
    return entries;
  }

  /**
   * An entry about which something is unknown and that may be about a resource, whoever it is for;
   * null if there is none, and all that is said of the resource is certain.
   *
   * @param name the whole name of a topic, group and so on
   */
  public @Nullable Acl doubtOn(ResourceType type, String name) {
    for (AclNode node : matching(type, name)) {
      Acl found = node.undecided().touching(type, name);
      if (found != null) {
        return found;
      }
    }
    return unplaced.touching(type, name);
  }

  /** The entries, be they allow or deny, that are for exactly this principal. */
  public List<Acl> entriesOf(String principal) {
    return List.copyOf(byPrincipal.getOrDefault(principal, List.of()));
  }

  /** The principals of the entries, as far as they are known, in no particular order. */
  public Set<String> principals() {
    return java.util.Collections.unmodifiableSet(byPrincipal.keySet());
  }

  /**
   * The entries that deny all that an entry allows, but for what its operation implies beside
   * itself. They are several only where an entry allows ALL and each operation is denied alone.
   * Empty if there is something left, or if anything about the entry is unknown.
   */
  public List<Acl> shadowing(Acl allow) {
    return covers.shadowing(allow);
  }

  /**
   * The widest entry of the same permission that covers all that an entry does, itself not covered
   * by any. Null if there is none, or if anything about the entry is unknown. What is written twice
   * covers nothing.
   */
  public @Nullable Acl subsuming(Acl entry) {
    return covers.subsuming(entry);
  }

  /**
   * An entry that does at least what an entry of another bundle does, such as one that runs: of the
   * same permission, for the same or more resources, principals, hosts and operations. Null if
   * there is none, or if anything about the other is unknown. Of ALL ask operation by operation:
   * several entries may do together what one does.
   */
  public @Nullable Acl covering(Acl other) {
    return covers.coveringOf(other);
  }

  /**
   * Whether there may be something that a DENY takes away from anybody: an entry that allows a part
   * of it, or what nobody can know. It looks at a bounded number of entries and says yes when there
   * are more.
   */
  public boolean mayTakeEffect(Acl deny) {
    return authorizer.allowEveryoneIfNoAclFound() || covers.mayMeetAllow(deny);
  }

  private List<AclNode> matching(ResourceType type, String name) {
    AclNames names = types.get(type);
    return names == null ? List.of() : names.matching(name);
  }

  private static String[] asking(String principal) {
    return principal.equals(EVERYONE)
        ? new String[] {EVERYONE}
        : new String[] {EVERYONE, principal};
  }
}
