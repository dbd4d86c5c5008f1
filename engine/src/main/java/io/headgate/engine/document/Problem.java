package io.headgate.engine.document;

import io.headgate.spi.model.Place;

/**
 * Something in a document that cannot be read as it stands.
 *
 * @param place where
 * @param message what, and what to do, ending with a full stop
 */
public record Problem(Place place, String message) {}
