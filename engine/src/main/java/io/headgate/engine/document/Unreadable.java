package io.headgate.engine.document;

import io.headgate.spi.model.Place;

/** Ends the reading of a file; becomes a {@link Problem}. */
final class Unreadable extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Unreadable(Place place, String message) {
    super(message);
    this.problem = new Problem(place, message);
  }

  Problem problem() {
    return problem;
  }
}
