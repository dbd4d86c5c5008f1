/**
 * Reads running clusters: what Kafka, Kafka Connect and a schema registry say is there, and writes
 * it as a landscape. It asks and never changes anything; it never judges, never writes a secret,
 * and nothing that judges files may use it: there is no network in a check.
 */
@NullMarked
package io.headgate.live;

import org.jspecify.annotations.NullMarked;
