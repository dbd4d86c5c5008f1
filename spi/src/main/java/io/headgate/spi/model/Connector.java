package io.headgate.spi.model;

import java.util.List;

/**
 * A Kafka Connect connector.
 *
 * @param name its name
 * @param cluster the Connect cluster
 * @param connectorClass the value of {@code connector.class}
 * @param config all its properties
 * @param topics the topics a sink names in {@code topics}, each placed at itself
 * @param topicsPattern the value of a sink's {@code topics.regex}
 */
public record Connector(
    Located<String> name,
    Located<String> cluster,
    Located<String> connectorClass,
    Config config,
    List<Located<String>> topics,
    Located<String> topicsPattern)
    implements Resource {

  @Override
  public ResourceRef ref() {
    return new ResourceRef(Kind.CONNECTOR, name.toString());
  }

  @Override
  public Place place() {
    return name.place();
  }
}
