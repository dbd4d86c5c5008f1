package io.headgate.engine.dialect;

import io.headgate.spi.model.KafkaVersion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What files say about a Kafka cluster itself and about who uses it, for the rules that need it
 * where the policy does not say it.
 *
 * @param cluster its name; null where the files do not say which one they mean
 * @param kafkaVersion its version; null when nobody said
 * @param brokerDefaults what the brokers use where a topic says nothing, by topic-level key
 * @param superUsers principals that may do everything
 * @param everyoneIfNoAcl whether everybody may do what no ACL is about
 * @param topics topics that exist although nobody declares them, such as those of a Connect cluster
 * @param groups groups that exist although no declared app or connector consumes with them
 * @param tenant somebody who owns names in it; null if this is about nobody
 * @param grant rights that one tenant gives to another; null if there are none
 */
public record ClusterFacts(
    @Nullable String cluster,
    @Nullable KafkaVersion kafkaVersion,
    Map<String, String> brokerDefaults,
    List<String> superUsers,
    boolean everyoneIfNoAcl,
    List<String> topics,
    List<String> groups,
    @Nullable Tenant tenant,
    @Nullable Grant grant) {

  /** About nobody in particular. */
  public ClusterFacts(
      @Nullable String cluster,
      @Nullable KafkaVersion kafkaVersion,
      Map<String, String> brokerDefaults,
      List<String> superUsers,
      boolean everyoneIfNoAcl,
      List<String> topics,
      List<String> groups) {
    this(
        cluster,
        kafkaVersion,
        brokerDefaults,
        superUsers,
        everyoneIfNoAcl,
        topics,
        groups,
        null,
        null);
  }

  /** Copies the collections. */
  public ClusterFacts {
    brokerDefaults = Map.copyOf(brokerDefaults);
    superUsers = List.copyOf(superUsers);
    topics = List.copyOf(topics);
    groups = List.copyOf(groups);
  }

  /** What a client of the cluster says: topics and groups that it makes for itself. */
  public static ClusterFacts client(
      @Nullable String cluster, List<String> topics, List<String> groups) {
    return new ClusterFacts(cluster, null, Map.of(), List.of(), false, topics, groups);
  }

  /** Who owns names in a cluster. */
  public static ClusterFacts tenant(@Nullable String cluster, Tenant tenant) {
    return new ClusterFacts(
        cluster, null, Map.of(), List.of(), false, List.of(), List.of(), tenant, null);
  }

  /** What one tenant gives to another, in a cluster that is theirs. */
  public static ClusterFacts grant(Grant grant) {
    return new ClusterFacts(
        null, null, Map.of(), List.of(), false, List.of(), List.of(), null, grant);
  }
}
