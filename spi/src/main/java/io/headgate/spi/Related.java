package io.headgate.spi;

import io.headgate.spi.model.Place;

/**
 * A further place that belongs to a finding.
 *
 * @param place where
 * @param message what is there, in one sentence
 */
public record Related(Place place, String message) {}
