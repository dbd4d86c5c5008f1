package io.headgate.spi.model;

import java.util.List;

/**
 * A technical account of the platform.
 *
 * @param name its name
 * @param owner who answers for it
 * @param groups the groups it belongs to
 */
public record ServiceAccount(
    Located<String> name, Located<String> owner, List<Located<String>> groups) implements Resource {

  @Override
  public ResourceRef ref() {
    return new ResourceRef(Kind.SERVICE_ACCOUNT, name.toString());
  }

  @Override
  public Place place() {
    return name.place();
  }
}
