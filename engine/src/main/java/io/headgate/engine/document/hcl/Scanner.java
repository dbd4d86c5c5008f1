package io.headgate.engine.document.hcl;

import io.headgate.engine.document.Limits;
import io.headgate.engine.document.Problem;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Place;

/** Walks through the characters of a file. */
final class Scanner {

  private final SourceText source;
  private final String text;
  private int at;
  private int depth;
  private int nodes;

  Scanner(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  String text() {
    return text;
  }

  int at() {
    return at;
  }

  void to(int offset) {
    at = offset;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The character here; NUL at the end. */
  char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  boolean looksAt(String word) {
    return text.startsWith(word, at);
  }

  /** Goes past a word if it stands here. */
  boolean take(String word) {
    if (!text.startsWith(word, at)) {
      return false;
    }
    at += word.length();
    return true;
  }

  void expect(String word, String message) throws HclError {
    if (!take(word)) {
      throw error(message);
    }
  }

  /**
   * Goes past blanks and comments.
   *
   * @param lines whether line breaks count as blanks
   */
  void skip(boolean lines) throws HclError {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || (lines && (c == '\n' || c == '\r'))) {
        at++;
      } else if (c == '\r' && text.startsWith("\r\n", at)) {
        // A part of the line break that ends here.
        return;
      } else if (c == '#' || text.startsWith("//", at)) {
        at = endOfLine(at);
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw error("This comment has no end; close it with '*/'.");
        }
        at = end + 2;
      } else {
        return;
      }
    }
  }

  boolean atLineBreak() {
    return at >= text.length() || text.charAt(at) == '\n' || text.startsWith("\r\n", at);
  }

  /** The offset of the line break that ends a line. */
  int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    if (end < 0) {
      return text.length();
    }
    return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  boolean atName() {
    return at < text.length() && isNameStart(text.codePointAt(at));
  }

  /** The name that begins here. */
  String name(String message) throws HclError {
    if (!atName()) {
      throw error(message);
    }
    int start = at;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c != '-'
          && (!Character.isUnicodeIdentifierPart(c) || Character.isIdentifierIgnorable(c))) {
        break;
      }
      at += Character.charCount(c);
    }
    return text.substring(start, at);
  }

  static boolean isNameStart(int c) {
    return c == '_' || Character.isUnicodeIdentifierStart(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  Place place(int from) {
    return place(from, at);
  }

  Place place(int from, int to) {
    return source.place(from, to);
  }

  SourceText source() {
    return source;
  }

  /** Counts a node. */
  void node() throws HclError {
    if (++nodes > Limits.NODES) {
      throw last("The file has more than " + Limits.NODES + " nodes; headgate reads no further.");
    }
  }

  /** Goes one level down, which also keeps recursion off the end of the stack. */
  void enter() throws HclError {
    if (++depth > Limits.DEPTH) {
      throw last(
          "The file nests deeper than " + Limits.DEPTH + " levels; headgate reads no further.");
    }
  }

  void leave() {
    depth--;
  }

  void reset() {
    depth = 0;
  }

  HclError error(String message) {
    return new HclError(new Problem(source.place(at, at), message), false);
  }

  HclError last(String message) {
    return new HclError(new Problem(source.place(at, at), message), true);
  }
}
