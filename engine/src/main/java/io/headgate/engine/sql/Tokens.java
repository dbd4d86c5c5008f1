package io.headgate.engine.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into tokens. Names may hold hyphens and dots without quotes, as topics do in Lenses SQL;
 * strings end with their line, so that a stray quote spoils no more than that.
 */
final class Tokens {

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String sql) {
    Tokens reader = new Tokens(sql);
    while (reader.at < sql.length()) {
      reader.step();
    }
    return reader.tokens;
  }

  private void step() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (text.startsWith("--", at) || text.startsWith("//", at)) {
      at = endOfLine(at);
    } else if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      at = end < 0 ? text.length() : end + 2;
    } else if (c == '`') {
      int end = text.indexOf('`', at + 1);
      int close = end < 0 ? text.length() : end + 1;
      add(text.substring(at + 1, end < 0 ? text.length() : end), true, close);
    } else if (c == '\'' || c == '"') {
      int end = text.indexOf(c, at + 1);
      int limit = endOfLine(at);
      int close = end < 0 || end > limit ? limit : end + 1;
      add(text.substring(at, close), true, close);
    } else if (isNamePart(c)) {
      int end = at;
      while (end < text.length() && isNamePart(text.charAt(end)) && !text.startsWith("--", end)) {
        end++;
      }
      add(text.substring(at, end), false, end);
    } else {
      add(String.valueOf(c), false, at + 1);
    }
  }

  private void add(String token, boolean quoted, int end) {
    tokens.add(new Token(token, quoted, at, end));
    at = end;
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c)
        || c == '_'
        || c == '-'
        || c == '.'
        || c == '$'
        || c == '{'
        || c == '}';
  }
}
