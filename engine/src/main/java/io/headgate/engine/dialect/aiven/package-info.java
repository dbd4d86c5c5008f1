/**
 * Aiven's operator for Kubernetes: the topics, ACLs, quotas, schemas, connectors and users of its
 * Kafka services. It leaves the databases alone that the operator keeps as well.
 */
@NullMarked
package io.headgate.engine.dialect.aiven;

import org.jspecify.annotations.NullMarked;
