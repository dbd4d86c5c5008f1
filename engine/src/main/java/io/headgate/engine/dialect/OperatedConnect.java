package io.headgate.engine.dialect;

import io.headgate.spi.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * A Connect cluster that an operator runs, or a connector that is declared as an object for it.
 *
 * @param cluster the name of the Connect cluster
 * @param connector the name of the connector; null for the cluster itself
 * @param takesObjects whether the operator makes connectors of objects in this cluster; null where
 *     that is not known, and of a connector
 * @param place where it is named
 */
public record OperatedConnect(
    String cluster, @Nullable String connector, @Nullable Boolean takesObjects, Place place) {}
