package io.headgate.spi.model;

/**
 * A principal that the landscape itself creates.
 *
 * @param name the principal without its type, such as {@code alice} or {@code CN=alice}
 * @param authentication how it proves itself, such as {@code tls}
 */
public record User(Located<String> name, Located<String> authentication) implements Resource {

  @Override
  public ResourceRef ref() {
    return new ResourceRef(Kind.USER, name.toString());
  }

  @Override
  public Place place() {
    return name.place();
  }
}
