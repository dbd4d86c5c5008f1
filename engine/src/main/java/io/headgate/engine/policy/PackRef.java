package io.headgate.engine.policy;

import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;

/**
 * A rule pack that a policy names.
 *
 * @param source what the name is
 * @param name the id of a pack that ships with headgate, a path relative to the policy, or Maven
 *     coordinates
 * @param place where the name is written
 * @param sha256 the digest that the pack must have, in lower case; absent if it is not pinned here
 */
public record PackRef(Source source, String name, Place place, Located<String> sha256) {

  /** Where a pack comes from. */
  public enum Source {
    /** From beside headgate itself. */
    SHIPPED,
    /** From a path. */
    PATH,
    /** From the local Maven repository. */
    MAVEN
  }
}
