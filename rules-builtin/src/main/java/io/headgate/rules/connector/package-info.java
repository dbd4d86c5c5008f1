/** Rules about Kafka Connect connectors. It knows no connector's code, only configurations. */
@NullMarked
package io.headgate.rules.connector;

import org.jspecify.annotations.NullMarked;
