package io.headgate.spi.model;

/**
 * The platform's own limits for topics.
 *
 * @param minPartitions smallest number of partitions
 * @param maxPartitions greatest number of partitions
 * @param minReplication smallest replication factor
 * @param maxReplication greatest replication factor
 * @param maxRetentionMs longest retention in milliseconds; -1 for no limit
 * @param maxRetentionBytes greatest retention in bytes; -1 for no limit
 * @param namePattern a regular expression for topic names
 * @param place where they stand
 */
public record TopicSettings(
    Located<Integer> minPartitions,
    Located<Integer> maxPartitions,
    Located<Integer> minReplication,
    Located<Integer> maxReplication,
    Located<Long> maxRetentionMs,
    Located<Long> maxRetentionBytes,
    Located<String> namePattern,
    Place place)
    implements Resource {

  @Override
  public ResourceRef ref() {
    return new ResourceRef(Kind.TOPIC_SETTINGS, "topic-settings");
  }
}
