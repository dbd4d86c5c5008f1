package io.headgate.engine.document;

/** Walks through a plain or quoted scalar and decodes it again, character by character. */
final class FlowWalk {

  private static final String ESCAPES = "0abt\tnvfre \"/\\N_LP";
  private static final String ESCAPED =
      "\0\u0007\b\t\t\n\u000B\f\r\u001B \"/\\\u0085\u00A0\u2028\u2029";

  private final String raw;
  private final Ranges ranges;
  private final char quote;
  private final int end;
  private int at;

  /**
   * @param from the first character, or the opening quote
   * @param to behind the last character, or behind the closing quote
   */
  FlowWalk(String raw, int from, int to, Ranges ranges) {
    char first = from < to ? raw.charAt(from) : ' ';
    boolean quoted = first == '"' || first == '\'';
    this.raw = raw;
    this.ranges = ranges;
    this.quote = quoted ? first : ' ';
    this.at = quoted ? from + 1 : from;
    this.end = quoted ? to - 1 : to;
  }

  /** Whether it reads as the text whose ranges were asked for. */
  boolean agrees() {
    boolean agrees = true;
    while (agrees && at < end) {
      char c = raw.charAt(at);
      if (isBlank(c) || isBreak(c)) {
        agrees = whiteSpace();
      } else if (c == '\\' && quote == '"') {
        agrees = escape();
      } else {
        int length = c == '\'' && quote == '\'' ? 2 : 1;
        agrees = ranges.add(c, at, at + length);
        at += length;
      }
    }
    return agrees && ranges.complete();
  }

  /**
   * Blanks inside a line stand for themselves. Around line breaks they go, a single break becomes a
   * blank, and of several breaks all but the first remain.
   */
  private boolean whiteSpace() {
    int start = at;
    skipBlanks();
    if (at == end || !isBreak(raw.charAt(at))) {
      boolean agrees = true;
      for (int i = start; i < at && agrees; i++) {
        agrees = ranges.add(raw.charAt(i), i, i + 1);
      }
      return agrees;
    }
    skipBreak();
    skipBlanks();
    if (at == end || !isBreak(raw.charAt(at))) {
      return ranges.add(' ', start, at);
    }
    return emptyLines(start);
  }

  private boolean emptyLines(int from) {
    int start = from;
    boolean agrees = true;
    while (agrees && at < end && isBreak(raw.charAt(at))) {
      skipBreak();
      skipBlanks();
      agrees = ranges.add('\n', start, at);
      start = at;
    }
    return agrees;
  }

  private boolean escape() {
    int start = at;
    if (at + 1 >= end) {
      return false;
    }
    char c = raw.charAt(at + 1);
    if (isBreak(c)) {
      at++;
      skipBreak();
      skipBlanks();
      return emptyLines(at);
    }
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    at += 2 + digits;
    if (digits == 0) {
      int known = ESCAPES.indexOf(c);
      return known >= 0 && ranges.add(ESCAPED.charAt(known), start, at);
    }
    return at <= end && codePoint(start);
  }

  private boolean codePoint(int start) {
    int codePoint = 0;
    for (int i = start + 2; i < at; i++) {
      int digit = Character.digit(raw.charAt(i), 16);
      if (digit < 0) {
        return false;
      }
      codePoint = codePoint * 16 + digit;
    }
    if (!Character.isValidCodePoint(codePoint)) {
      return false;
    }
    boolean agrees = true;
    for (char c : Character.toChars(codePoint)) {
      agrees = agrees && ranges.add(c, start, at);
    }
    return agrees;
  }

  private void skipBlanks() {
    while (at < end && isBlank(raw.charAt(at))) {
      at++;
    }
  }

  private void skipBreak() {
    at += raw.startsWith("\r\n", at) ? 2 : 1;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
