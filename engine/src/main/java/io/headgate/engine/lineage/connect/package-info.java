/**
 * Follows fields through connectors and their transforms, as Apache Kafka documents them. What it
 * does not know it says.
 */
@NullMarked
package io.headgate.engine.lineage.connect;

import org.jspecify.annotations.NullMarked;
