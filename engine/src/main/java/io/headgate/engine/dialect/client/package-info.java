/**
 * Properties files of Kafka's clients, Connect workers and standalone connectors that lie beside a
 * landscape. They make no landscape by themselves, and files of brokers are not read.
 */
@NullMarked
package io.headgate.engine.dialect.client;

import org.jspecify.annotations.NullMarked;
