package io.headgate.spi.model;

/**
 * One entry of a {@link Config}.
 *
 * @param key the key, placed at itself
 * @param value the value as text
 */
public record Property(Located<String> key, Located<String> value) {}
