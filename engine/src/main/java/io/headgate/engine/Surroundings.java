package io.headgate.engine;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.dialect.ClusterFacts;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.dialect.Tenant;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Environment.Authorizer;
import io.headgate.spi.model.Environment.External;
import io.headgate.spi.model.Environment.Owner;
import io.headgate.spi.model.KafkaVersion;
import io.headgate.spi.model.NamePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The world around a bundle: what the policy says about it and, where the policy is silent, what
 * the files say about their Kafka cluster.
 */
final class Surroundings {

  private Surroundings() {}

  /**
   * The environment of a bundle.
   *
   * @param policy what the policy says, which always counts first
   */
  static Environment of(Environment policy, Group group) {
    List<ClusterFacts> facts = facts(group);
    if (facts.isEmpty()) {
      return policy;
    }
    KafkaVersion version = policy.kafkaVersion();
    Map<String, String> defaults = new HashMap<>();
    Set<String> contested = new HashSet<>();
    List<String> superUsers = new ArrayList<>();
    boolean everyone = false;
    List<Owner> owners = new ArrayList<>();
    List<NamePattern> topics = new ArrayList<>(policy.external().topics());
    List<NamePattern> groups = new ArrayList<>(policy.external().groups());
    for (ClusterFacts fact : facts) {
      version = version == null ? fact.kafkaVersion() : version;
      put(fact.brokerDefaults(), defaults, contested);
      superUsers.addAll(fact.superUsers());
      everyone |= fact.everyoneIfNoAcl();
      if (fact.tenant() != null) {
        owners.add(owner(fact.tenant()));
      }
      fact.topics().forEach(topic -> topics.add(new NamePattern(topic)));
      // A policy that names no group does not say that all others are in the bundle.
      if (!policy.external().groups().isEmpty()) {
        fact.groups().forEach(name -> groups.add(new NamePattern(name)));
      }
    }
    defaults.keySet().removeAll(contested);
    defaults.putAll(policy.brokerDefaults());
    boolean said =
        !policy.authorizer().superUsers().isEmpty()
            || policy.authorizer().allowEveryoneIfNoAclFound();
    return new Environment(
        policy.name(),
        version,
        defaults,
        policy.tiers(),
        policy.owners().isEmpty() ? owners : policy.owners(),
        new External(policy.external().principals(), topics, groups),
        said ? policy.authorizer() : new Authorizer(superUsers, everyone),
        policy.classification());
  }

  private static Owner owner(Tenant tenant) {
    List<NamePattern> principals = new ArrayList<>();
    for (String principal : tenant.principals()) {
      principals.add(new NamePattern(principal));
    }
    return new Owner(tenant.team(), tenant.prefixes(), tenant.names(), principals);
  }

  /** Where two files say different things about one cluster, nobody knows which of them holds. */
  private static void put(
      Map<String, String> some, Map<String, String> all, Set<String> contested) {
    for (Map.Entry<String, String> entry : some.entrySet()) {
      String other = all.put(entry.getKey(), entry.getValue());
      if (other != null && !other.equals(entry.getValue())) {
        contested.add(entry.getKey());
      }
    }
  }

  /** What is said about the one cluster of the group; nothing if nobody can tell which it is. */
  private static List<ClusterFacts> facts(Group group) {
    List<ClusterFacts> all = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (ReadFile file : group.files()) {
      for (ClusterFacts fact : file.facts()) {
        all.add(fact);
        if (fact.cluster() != null) {
          named.add(fact.cluster());
        }
      }
    }
    String cluster =
        group.cluster() == null && named.size() == 1 ? named.iterator().next() : group.cluster();
    List<ClusterFacts> own = new ArrayList<>();
    for (ClusterFacts fact : all) {
      if (belongs(fact.cluster(), cluster)) {
        own.add(fact);
      }
    }
    return own;
  }

  private static boolean belongs(@Nullable String about, @Nullable String cluster) {
    return about == null || about.equals(cluster);
  }
}
