/**
 * Rules about access control entries: what grants too much, and what Kafka accepts although it can
 * never match. It never resolves a host name and never asks a broker.
 */
@NullMarked
package io.headgate.rules.acl;

import org.jspecify.annotations.NullMarked;
