/**
 * Koperator, Banzai Cloud's operator for Kafka on Kubernetes: topics, and users with the ACLs that
 * it makes of their grants. It never reads how the clusters themselves are run.
 */
@NullMarked
package io.headgate.engine.dialect.koperator;

import org.jspecify.annotations.NullMarked;
