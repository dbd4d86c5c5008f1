package io.headgate.engine;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.dialect.ClusterFacts;
import io.headgate.engine.dialect.Grant;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.dialect.Tenant;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.jspecify.annotations.Nullable;

/**
 * Turns what tenants grant each other by name into entries of the file that says so: for the
 * principal, and in the cluster, that the file of the receiver names. Of a receiver that no file
 * names nobody knows the principal. What the owner lets another one write is, for the rules about
 * owners, that one's too.
 */
final class Grants {

  /** In the place of a tenant whose name several have. */
  private static final ClusterFacts SEVERAL =
      ClusterFacts.tenant(null, new Tenant(null, "", true, List.of(), List.of(), List.of()));

  private final Map<String, ClusterFacts> tenants = new HashMap<>();
  private final Set<String> said = new HashSet<>();

  private Grants(Group group) {
    for (ReadFile file : group.files()) {
      for (ClusterFacts fact : file.facts()) {
        if (fact.tenant() != null && fact.tenant().name() != null) {
          tenants.merge(
              fact.tenant().name(), fact, (one, other) -> one.equals(other) ? one : SEVERAL);
        }
      }
    }
  }

  /** The groups with all entries that follow from what is granted in them. */
  static List<Group> resolved(List<Group> groups) {
    List<Group> all = new ArrayList<>();
    for (Group group : groups) {
      Grants grants = new Grants(group);
      List<ReadFile> files = new ArrayList<>();
      for (ReadFile file : group.files()) {
        files.add(grants.resolved(file));
      }
      all.add(new Group(group.name(), group.environment(), files));
    }
    return all;
  }

  private ReadFile resolved(ReadFile file) {
    List<Resource> acls = new ArrayList<>();
    Map<String, List<Resource>> byCluster = new HashMap<>();
    List<ClusterFacts> facts = new ArrayList<>();
    for (ClusterFacts fact : file.facts()) {
      if (fact.grant() != null) {
        resolve(fact.grant(), acls, byCluster, facts);
      }
    }
    return acls.isEmpty() ? file : file.with(acls, byCluster, facts);
  }

  private void resolve(
      Grant grant,
      List<Resource> acls,
      Map<String, List<Resource>> byCluster,
      List<ClusterFacts> facts) {
    ClusterFacts receiver = tenants.getOrDefault(grant.to(), SEVERAL);
    Tenant tenant = receiver.tenant();
    if (tenant == null || !tenant.acts()) {
      return;
    }
    List<Resource> own = new ArrayList<>();
    for (Acl acl : grant.acls()) {
      if (tenant.principals().isEmpty()) {
        own.add(acl);
      }
      for (String principal : tenant.principals()) {
        Acl given = to(principal, acl);
        // Whoever grants the same twice has not declared anything twice.
        if (said.add(receiver.cluster() + " " + given.ref().name())) {
          own.add(given);
        }
      }
    }
    acls.addAll(own);
    if (receiver.cluster() != null) {
      byCluster.computeIfAbsent(receiver.cluster(), c -> new ArrayList<>()).addAll(own);
    }
    ClusterFacts shared = shared(grant, receiver);
    if (shared != null) {
      facts.add(shared);
    }
  }

  private static Acl to(String principal, Acl acl) {
    return new Acl(
        Located.known(principal, acl.principal().attribute(), acl.principal().place()),
        acl.host(),
        acl.operation(),
        acl.permission(),
        acl.resourceType(),
        acl.resourceName(),
        acl.pattern());
  }

  /** That the owner agrees when the receiver writes; null if it may not write. */
  private @Nullable ClusterFacts shared(Grant grant, ClusterFacts receiver) {
    ClusterFacts giver = grant.from() == null ? null : tenants.get(grant.from());
    if (giver == null || giver.tenant() == null || receiver.tenant() == null) {
      return null;
    }
    for (Acl acl : grant.acls()) {
      if (acl.operation().is(AclOperation.WRITE) && acl.resourceName().isKnown()) {
        String name = acl.resourceName().get();
        boolean prefix = acl.patternType().is(PatternType.PREFIXED);
        List<String> principals = new ArrayList<>();
        // Where one of both is not known, nobody knows who else may write.
        if (!giver.tenant().principals().isEmpty() && !receiver.tenant().principals().isEmpty()) {
          principals.addAll(giver.tenant().principals());
          principals.addAll(receiver.tenant().principals());
        }
        return ClusterFacts.tenant(
            receiver.cluster(),
            new Tenant(
                null,
                giver.tenant().team(),
                true,
                principals,
                prefix ? List.of(name) : List.of(),
                prefix ? List.of() : List.of(name)));
      }
    }
    return null;
  }
}
