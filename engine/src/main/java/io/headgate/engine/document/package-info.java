/**
 * Bytes become trees of located nodes: YAML from the events of snakeyaml-engine, JSON from the
 * tokens of Jackson, both within limits that make hostile input a problem with a place. It never
 * knows what the nodes mean, and never turns them into maps.
 */
@NullMarked
package io.headgate.engine.document;

import org.jspecify.annotations.NullMarked;
