package io.headgate.spi.model;

/**
 * A topic.
 *
 * @param name its name in Kafka
 * @param partitions how many partitions
 * @param replication how many replicas of each partition
 * @param config its topic-level configuration (Kafka's {@code TopicConfig})
 * @param description what people say about it; unknown where the dialect has no place for that
 * @param labels what people labelled it with; with an unknown key where the dialect has no labels
 */
public record Topic(
    Located<String> name,
    Located<Integer> partitions,
    Located<Integer> replication,
    Config config,
    Located<String> description,
    Config labels)
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
