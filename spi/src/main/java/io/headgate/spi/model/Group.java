package io.headgate.spi.model;

import java.util.List;

/**
 * A group of people with rights in the platform.
 *
 * @param name its name
 * @param permissions the rights it gives, in the platform's words
 */
public record Group(Located<String> name, List<Located<String>> permissions) implements Resource {

  @Override
  public ResourceRef ref() {
    return new ResourceRef(Kind.GROUP, name.toString());
  }

  @Override
  public Place place() {
    return name.place();
  }
}
