/**
 * What records are made of while they pass through apps and connectors, and the graph of all of it.
 * It never reads a statement or a property.
 */
@NullMarked
package io.headgate.engine.lineage.flow;

import org.jspecify.annotations.NullMarked;
