package io.headgate.engine.drl.compile;

import java.util.ArrayList;
import java.util.List;

/** The words, strings and signs of a DRL file with their places; comments are left out. */
final class Tokens {

  /**
   * A word, a string with its quotes, or one sign.
   *
   * @param start its first character
   * @param end the character after it
   */
  record Token(String text, int start, int end) {

    boolean is(String other) {
      return text.equals(other);
    }

    boolean isWord() {
      return Character.isJavaIdentifierStart(text.charAt(0));
    }

    boolean isString() {
      return text.charAt(0) == '"' || text.charAt(0) == '\'';
    }
  }

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String text) {
    Tokens tokens = new Tokens(text);
    int at = 0;
    while (at < text.length()) {
      at = tokens.next(at);
    }
    return tokens.tokens;
  }

  private int next(int at) {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      return at + 1;
    }
    if (text.startsWith("//", at)) {
      return endOr(text.indexOf('\n', at));
    }
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? text.length() : end + 2;
    }
    int end = at + 1;
    if (c == '"' || c == '\'') {
      end = endOfString(at, c);
    } else if (Character.isJavaIdentifierStart(c)) {
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
    }
    tokens.add(new Token(text.substring(at, end), at, end));
    return end;
  }

  private int endOfString(int at, char quote) {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i + 1;
      }
    }
    return text.length();
  }

  private int endOr(int index) {
    return index < 0 ? text.length() : index;
  }
}
