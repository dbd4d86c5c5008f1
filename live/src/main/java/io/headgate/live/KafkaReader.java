package io.headgate.live;

import io.headgate.live.Running.Gap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.UserScramCredentialsDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.jspecify.annotations.Nullable;

/**
 * Asks a Kafka cluster what it has, by calls that only describe. A right that is missing makes a
 * gap; anything else that goes wrong ends the reading.
 */
final class KafkaReader {

  private final Admin admin;
  private final Calls calls;
  private final List<Gap> gaps;
  private int brokers;
  private final SortedMap<String, String> topicDefaults = new TreeMap<>();

  KafkaReader(Admin admin, Calls calls, List<Gap> gaps) {
    this.admin = admin;
    this.calls = calls;
    this.gaps = gaps;
  }

  /** The cluster's id; the first call, so it also tells whether there is a cluster at all. */
  String clusterId() {
    DescribeClusterResult cluster =
        admin.describeCluster(new DescribeClusterOptions().includeAuthorizedOperations(true));
    String id = calls.get(cluster.clusterId(), "describing the cluster");
    Set<AclOperation> allowed = calls.get(cluster.authorizedOperations(), "describing the cluster");
    if (allowed != null
        && !allowed.contains(AclOperation.DESCRIBE)
        && !allowed.contains(AclOperation.ALL)) {
      gaps.add(
          new Gap(
              "groups",
              "Groups are listed only where this user may describe them, because it may not"
                  + " DESCRIBE the cluster. Allow it to."));
    }
    brokers = calls.get(cluster.nodes(), "describing the cluster").size();
    return id == null ? "" : id;
  }

  /** How many brokers there are, once {@link #clusterId} has been asked. */
  int brokers() {
    return brokers;
  }

  /** All topics that are not Kafka's own. */
  List<Running.Topic> topics() {
    Set<String> names = calls.get(admin.listTopics().names(), "listing the topics");
    Map<String, KafkaFuture<TopicDescription>> described =
        admin.describeTopics(names).topicNameValues();
    List<ConfigResource> resources = new ArrayList<>();
    for (String name : names) {
      resources.add(new ConfigResource(ConfigResource.Type.TOPIC, name));
    }
    Map<ConfigResource, KafkaFuture<Config>> configs = admin.describeConfigs(resources).values();
    List<Running.Topic> topics = new ArrayList<>();
    int closed = 0;
    for (ConfigResource resource : resources) {
      TopicDescription topic = present(described.get(resource.name()), "describing the topics");
      // One that is being deleted has no partitions any more.
      if (topic == null || topic.isInternal() || topic.partitions().isEmpty()) {
        continue;
      }
      SortedMap<String, String> own = null;
      try {
        Config config =
            present(configs.get(resource), "describing the configuration of the topics");
        if (config == null) {
          continue;
        }
        own = own(config);
      } catch (AuthorizationException e) {
        closed++;
      }
      topics.add(
          new Running.Topic(
              topic.name(),
              topic.partitions().size(),
              topic.partitions().get(0).replicas().size(),
              own));
    }
    if (closed > 0) {
      gaps.add(
          new Gap(
              "topic configurations",
              "The configuration of "
                  + closed
                  + (closed == 1 ? " topic" : " topics")
                  + " may not be read. Allow DESCRIBE_CONFIGS on TOPIC '*'."));
    }
    topics.sort(Comparator.comparing(Running.Topic::name));
    return topics;
  }

  /** What is set for the topic alone; what is not tells what the brokers use. */
  private SortedMap<String, String> own(Config config) {
    SortedMap<String, String> own = new TreeMap<>();
    for (ConfigEntry entry : config.entries()) {
      if (entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) {
        own.put(entry.name(), entry.value() == null ? "" : entry.value());
      } else if (entry.value() != null && !entry.isSensitive()) {
        topicDefaults.putIfAbsent(entry.name(), entry.value());
      }
    }
    return own;
  }

  /** What the brokers use where a topic sets nothing, as far as {@link #topics} has seen it. */
  SortedMap<String, String> topicDefaults() {
    return topicDefaults;
  }

  /** What is described, or null if it has gone since it was listed. */
  private <T> @Nullable T present(@Nullable KafkaFuture<T> future, String what) {
    if (future == null) {
      return null;
    }
    try {
      return calls.get(future, what);
    } catch (UnknownTopicOrPartitionException e) {
      return null;
    }
  }

  /** All access control entries; none where the cluster has no authorizer. */
  List<AclBinding> acls() {
    try {
      Collection<AclBinding> found =
          calls.get(admin.describeAcls(AclBindingFilter.ANY).values(), "describing the ACLs");
      List<AclBinding> acls = new ArrayList<>(found);
      acls.sort(AclOrder.COMPARATOR);
      return acls;
    } catch (SecurityDisabledException e) {
      return List.of();
    } catch (AuthorizationException e) {
      return gap("ACLs", "DESCRIBE on CLUSTER");
    }
  }

  /** All client quotas. */
  List<Running.Quota> quotas() {
    try {
      Map<ClientQuotaEntity, Map<String, Double>> found =
          calls.get(
              admin.describeClientQuotas(ClientQuotaFilter.all()).entities(),
              "describing the client quotas");
      List<Running.Quota> quotas = new ArrayList<>();
      found.forEach(
          (entity, limits) ->
              quotas.add(
                  new Running.Quota(new TreeMap<>(entity.entries()), new TreeMap<>(limits))));
      quotas.sort(Comparator.comparing(quota -> quota.entity().toString()));
      return quotas;
    } catch (AuthorizationException e) {
      return gap("client quotas", "DESCRIBE_CONFIGS on CLUSTER");
    }
  }

  /** All users with SCRAM credentials. */
  List<Running.User> users() {
    try {
      Map<String, UserScramCredentialsDescription> found =
          calls.get(admin.describeUserScramCredentials().all(), "describing the users with SCRAM");
      List<Running.User> users = new ArrayList<>();
      found.forEach(
          (name, description) -> {
            SortedMap<String, Integer> iterations = new TreeMap<>();
            for (ScramCredentialInfo info : description.credentialInfos()) {
              iterations.put(info.mechanism().mechanismName(), info.iterations());
            }
            users.add(new Running.User(name, iterations));
          });
      users.sort(Comparator.comparing(Running.User::name));
      return users;
    } catch (AuthorizationException e) {
      return gap("users with SCRAM", "DESCRIBE on CLUSTER");
    } catch (UnsupportedVersionException e) {
      return List.of();
    }
  }

  private <T> List<T> gap(String what, String right) {
    gaps.add(new Gap(what, "The " + what + " may not be read. Allow " + right + "."));
    return List.of();
  }

  /** The groups of consumers, and how far they are. */
  List<Running.Group> groups() {
    return new GroupReader(admin, calls, gaps).groups(new HashMap<>());
  }
}
