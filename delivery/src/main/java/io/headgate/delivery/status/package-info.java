/**
 * Says how what runs for long is doing: health, readiness and metrics in plain HTTP, for probes and
 * Prometheus. It never does the work that it tells of, and holds nothing that is secret.
 */
@NullMarked
package io.headgate.delivery.status;

import org.jspecify.annotations.NullMarked;
