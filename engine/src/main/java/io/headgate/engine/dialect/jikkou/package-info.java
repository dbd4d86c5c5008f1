/**
 * Jikkou's resources for Kafka, the schema registry, Kafka Connect and quotas, and those of its
 * Aiven provider that say the same. It never resolves what another file says.
 */
@NullMarked
package io.headgate.engine.dialect.jikkou;

import org.jspecify.annotations.NullMarked;
