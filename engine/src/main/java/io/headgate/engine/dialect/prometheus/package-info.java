/**
 * Alerting rules of Prometheus about Kafka, in {@code PrometheusRule} objects and in rule files. It
 * never reads a rule about anything else, and it never asks a Prometheus which series there are.
 */
@NullMarked
package io.headgate.engine.dialect.prometheus;

import org.jspecify.annotations.NullMarked;
