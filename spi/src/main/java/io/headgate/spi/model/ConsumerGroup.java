package io.headgate.spi.model;

import java.util.List;

/**
 * A consumer group that follows from what is declared: an app's, or a sink connector's.
 *
 * @param name the group id, placed where its member declares it or is named
 * @param member the app or connector that consumes with it
 * @param topics the topics it reads; those of the bundle where it subscribes by a pattern
 * @param topicsPattern the pattern by which it subscribes; absent where it names its topics
 */
public record ConsumerGroup(
    Located<String> name,
    ResourceRef member,
    List<Located<String>> topics,
    Located<String> topicsPattern)
    implements Resource {

  /** Copies the list. */
  public ConsumerGroup {
    topics = List.copyOf(topics);
  }

  @Override
  public ResourceRef ref() {
    return new ResourceRef(Kind.CONSUMER_GROUP, name.toString());
  }

  @Override
  public Place place() {
    return name.place();
  }
}
