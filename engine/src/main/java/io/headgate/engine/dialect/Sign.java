package io.headgate.engine.dialect;

import io.headgate.spi.model.Place;

/**
 * What looks like part of a Kafka landscape, although no dialect reads it.
 *
 * @param place where
 * @param what it looks like, such as {@code a Topic of NAIS (kafka.nais.io/v1)}
 */
public record Sign(Place place, String what) {}
