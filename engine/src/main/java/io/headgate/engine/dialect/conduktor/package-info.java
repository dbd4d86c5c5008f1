/**
 * Conduktor's resources: those of Console, for Kafka, its registries and Connect, for self-service,
 * alerts and people, and those of Gateway. It never asks a server, and never evaluates a policy of
 * Conduktor's.
 */
@NullMarked
package io.headgate.engine.dialect.conduktor;

import org.jspecify.annotations.NullMarked;
