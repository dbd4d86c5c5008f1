package io.headgate.spi.model;

/**
 * Two topics that a statement joins by the keys their records have already: nothing moves the
 * records first, so that those of one key have to lie in partitions of the same number.
 *
 * @param app whose statement it is
 * @param left the one topic, placed where the join names it
 * @param right the other topic, placed where the join names it
 */
public record Join(App app, Located<String> left, Located<String> right) {}
