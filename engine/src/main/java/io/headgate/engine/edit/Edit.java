package io.headgate.engine.edit;

/**
 * A range of a text that becomes another one.
 *
 * @param from the offset of its first character
 * @param to the offset behind its last character
 * @param text what stands there afterwards
 */
public record Edit(int from, int to, String text) {}
