package io.headgate.spi.model;

/**
 * A place that holds a secret or refers to one. It never has the secret itself.
 *
 * @param holder the resource that uses it
 * @param form how it is given
 * @param value placed at the secret; known (the reference) only for a reference, unknown for a
 *     literal
 */
public record Secret(ResourceRef holder, Form form, Located<String> value) implements Resource {

  /** How a secret is given. */
  public enum Form {
    /** As a reference to a store, such as {@code ${vault:kafka/orders:password}}. */
    REFERENCE,
    /** In the clear. */
    LITERAL
  }

  /** The attribute of the holder that has it, such as {@code config.connection.password}. */
  public String attribute() {
    return value.attribute();
  }

  @Override
  public ResourceRef ref() {
    return new ResourceRef(Kind.SECRET, attribute() + " of " + holder);
  }

  @Override
  public Place place() {
    return value.place();
  }
}
