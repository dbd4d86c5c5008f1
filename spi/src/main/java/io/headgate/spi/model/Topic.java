package io.headgate.spi.model;

/**
 * A topic.
 *
 * @param name its name in Kafka
 * @param partitions how many partitions
 * @param replication how many replicas of each partition
 * @param config its topic-level configuration (Kafka's {@code TopicConfig})
 */
public record Topic(
    Located<String> name, Located<Integer> partitions, Located<Integer> replication, Config config)
    implements Resource {

  @Override
  public ResourceRef ref() {
    return new ResourceRef(Kind.TOPIC, name.toString());
  }

  @Override
  public Place place() {
    return name.place();
  }
}
