package io.headgate.spi.model;

/**
 * A connection to a system, Kafka itself included.
 *
 * @param name its name
 * @param template its type, such as {@code Kafka} or {@code PostgreSQL}
 * @param configuration its properties
 */
public record Connection(Located<String> name, Located<String> template, Config configuration)
    implements Resource {

  @Override
  public ResourceRef ref() {
    return new ResourceRef(Kind.CONNECTION, name.toString());
  }

  @Override
  public Place place() {
    return name.place();
  }
}
