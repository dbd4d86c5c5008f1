package io.headgate.spi.model;

/**
 * A place that holds a secret or refers to one. It never has the secret itself.
 *
 * @param holder the resource that uses it; for a token the file that it is written in
 * @param form how it is given
 * @param value placed at the secret; known only for a reference (the reference) and for a token
 *     (what it is, such as {@code an AWS access key id})
 */
public record Secret(ResourceRef holder, Form form, Located<String> value) implements Resource {

  /** How a secret is given. */
  public enum Form {
    /** As a reference to a store, such as {@code ${vault:kafka/orders:password}}. */
    REFERENCE,
    /** In the clear, below a key that names a secret. */
    LITERAL,
    /** In the clear, and known by its own shape, such as a JSON web token. */
    TOKEN,
    /** A random value in the clear, below a key that may name a secret. */
    RANDOM
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
