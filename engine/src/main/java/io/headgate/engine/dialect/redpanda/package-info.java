/**
 * The Redpanda operator for Kubernetes: topics, users, groups and roles with their ACLs, and
 * schemas. It never reads how the clusters themselves are run.
 */
@NullMarked
package io.headgate.engine.dialect.redpanda;

import org.jspecify.annotations.NullMarked;
