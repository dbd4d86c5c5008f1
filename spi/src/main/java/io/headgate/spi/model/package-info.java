/**
 * The declared Kafka landscape as immutable records with located attributes, free of any dialect.
 * It never holds the value of a secret, and never a default that nobody wrote.
 */
@NullMarked
package io.headgate.spi.model;

import org.jspecify.annotations.NullMarked;
