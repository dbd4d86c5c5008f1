/**
 * ns4kafka: what its users and administrators write for kafkactl, with the ACLs that the tool makes
 * of it. It never guesses the Kafka user of a namespace that another file declares.
 */
@NullMarked
package io.headgate.engine.dialect.ns4kafka;

import org.jspecify.annotations.NullMarked;
