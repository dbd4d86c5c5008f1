package io.headgate.live;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.acl.AclBinding;
import org.jspecify.annotations.Nullable;

/**
 * What runs. All lists are sorted, so that two looks at the same thing are equal.
 *
 * @param clusterId Kafka's own id of the cluster
 * @param topics all topics but those that Kafka makes for itself
 * @param acls all access control entries
 * @param quotas all client quotas
 * @param users the users with SCRAM credentials; their secrets cannot be read, not even by an
 *     administrator
 * @param groups the groups of consumers
 * @param connectors the connectors of all Connect clusters that were asked
 * @param subjects the subjects of the registry, if one was asked
 * @param gaps what could not be read for want of rights
 * @param extent what was asked for, and what holds for all topics
 */
public record Running(
    String clusterId,
    List<Topic> topics,
    List<AclBinding> acls,
    List<Quota> quotas,
    List<User> users,
    List<Group> groups,
    List<Connector> connectors,
    List<Subject> subjects,
    List<Gap> gaps,
    Extent extent) {

  /** Copies the lists. */
  public Running {
    topics = List.copyOf(topics);
    acls = List.copyOf(acls);
    quotas = List.copyOf(quotas);
    users = List.copyOf(users);
    groups = List.copyOf(groups);
    connectors = List.copyOf(connectors);
    subjects = List.copyOf(subjects);
    gaps = List.copyOf(gaps);
  }

  /**
   * A topic.
   *
   * @param replication how many replicas its first partition has
   * @param configs what differs from the brokers' settings; null if it may not be read
   */
  public record Topic(
      String name, int partitions, int replication, @Nullable SortedMap<String, String> configs) {}

  /**
   * A quota.
   *
   * @param entity by type ({@code user}, {@code client-id}, {@code ip}) the name; null for the
   *     default
   * @param limits by Kafka's key, such as {@code producer_byte_rate}
   */
  public record Quota(
      SortedMap<String, @Nullable String> entity, SortedMap<String, Double> limits) {}

  /**
   * A user with SCRAM credentials.
   *
   * @param iterations by mechanism, such as {@code SCRAM-SHA-512}
   */
  public record User(String name, SortedMap<String, Integer> iterations) {}

  /**
   * A group of consumers.
   *
   * @param state as Kafka calls it, such as {@code Stable} or {@code Empty}
   * @param type as Kafka calls it, such as {@code Classic} or {@code Consumer}
   */
  public record Group(String name, String state, String type, List<Position> positions) {

    /** Copies the list. */
    public Group {
      positions = List.copyOf(positions);
    }
  }

  /**
   * How far a group is in a partition.
   *
   * @param end the offset of the next record to be written; -1 if it cannot be read
   */
  public record Position(String topic, int partition, long committed, long end) {

    /** How many records are yet to be read; -1 if that is not known. */
    public long lag() {
      return end < 0 ? -1 : Math.max(0, end - committed);
    }
  }

  /**
   * A connector.
   *
   * @param cluster what the Connect cluster is called here
   */
  public record Connector(String cluster, String name, SortedMap<String, String> config) {}

  /**
   * The latest version of a subject.
   *
   * @param type {@code AVRO}, {@code JSON} or {@code PROTOBUF}
   * @param compatibility the subject's own level; null if it has none
   * @param references the subjects it refers to, by the name under which it does
   */
  public record Subject(
      String name,
      String type,
      String schema,
      @Nullable String compatibility,
      Map<String, String> references) {}

  /**
   * What could not be read.
   *
   * @param what such as {@code ACLs}
   * @param text what is missing and which right would mend it, ending with a full stop
   */
  public record Gap(String what, String text) {}

  /**
   * What was asked for, and what holds for all topics.
   *
   * @param brokers how many brokers there are
   * @param topicDefaults what the brokers use where a topic sets nothing, by topic-level key
   * @param connects the Connect clusters that were asked
   * @param registry whether a registry was asked
   * @param compatibility the level of subjects that have none of their own; null if not known
   */
  public record Extent(
      int brokers,
      SortedMap<String, String> topicDefaults,
      List<String> connects,
      boolean registry,
      @Nullable String compatibility) {

    /** Nothing. */
    static final Extent NONE = new Extent(0, new TreeMap<>(), List.of(), false, null);

    /** Copies the collections. */
    public Extent {
      topicDefaults = Collections.unmodifiableSortedMap(new TreeMap<>(topicDefaults));
      connects = List.copyOf(connects);
    }
  }
}
