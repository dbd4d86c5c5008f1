package io.headgate.spi.model;

import java.util.List;

/**
 * The deployment of an application beside the landscape, such as a Kubernetes {@code Deployment}.
 *
 * @param name its name
 * @param namespace the namespace
 * @param replicas how many instances
 * @param images the images of its containers
 * @param environment the environment variables of all its containers
 */
public record Deployment(
    Located<String> name,
    Located<String> namespace,
    Located<Integer> replicas,
    List<Located<String>> images,
    Config environment)
    implements Resource {

  @Override
  public ResourceRef ref() {
    return new ResourceRef(Kind.DEPLOYMENT, name.toString());
  }

  @Override
  public Place place() {
    return name.place();
  }
}
