package io.headgate.spi;

import io.headgate.spi.model.Place;

/**
 * A further place that belongs to a finding.
 *
 * @param place where
 * @param message what is there, in one sentence
 * @param step whether it is a step of the way that led to the finding; such places are given in the
 *     order of the way
 */
public record Related(Place place, String message, boolean step) {

  /** A place that is no step of a way. */
  public Related(Place place, String message) {
    this(place, message, false);
  }

  /** A step of the way that led to the finding. */
  public static Related step(Place place, String message) {
    return new Related(place, message, true);
  }
}
