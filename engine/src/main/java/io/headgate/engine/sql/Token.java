package io.headgate.engine.sql;

/**
 * A word or a mark of a statement.
 *
 * @param text without back-ticks
 * @param quoted whether it stood in back-ticks or is a string, so that it is no keyword
 * @param from offset of its first character
 * @param to offset after its last character
 */
record Token(String text, boolean quoted, int from, int to) {

  /** Whether this is the keyword. */
  boolean is(String keyword) {
    return !quoted && text.equalsIgnoreCase(keyword);
  }
}
