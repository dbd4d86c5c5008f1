/**
 * Confluent for Kubernetes: topics, schemas, connectors, role bindings and Flink statements, in the
 * operator's own API group and in those of its older blueprints. It never reads what a {@code
 * ConfigMap} or a {@code Secret} holds.
 */
@NullMarked
package io.headgate.engine.dialect.cfk;

import org.jspecify.annotations.NullMarked;
