package io.headgate.engine.document;

/**
 * Template expressions ({@code {{ ... }}}) made harmless for the parser, every character in its
 * place.
 */
final class Templates {

  /** Stands for each character of an expression; private use, so no real file has it. */
  static final char MARK = '\uE000';

  private Templates() {}

  /**
   * The text with each expression replaced by as many marks, and each line that holds nothing but
   * expressions blanked: such a line controls the template and is no YAML.
   */
  static String neutralise(String text) {
    if (!text.contains("{{")) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    int at = 0;
    while (true) {
      int open = text.indexOf("{{", at);
      int close = open < 0 ? -1 : text.indexOf("}}", open);
      if (close < 0) {
        return out.toString();
      }
      int end = close + 2;
      boolean alone = blankBefore(text, open) && blankAfter(text, end);
      for (int i = open; i < end; i++) {
        char c = text.charAt(i);
        if (c != '\n' && c != '\r') {
          out.setCharAt(i, alone ? ' ' : MARK);
        }
      }
      at = end;
    }
  }

  private static boolean blankBefore(String text, int at) {
    int i = at - 1;
    while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i--;
    }
    return i < 0 || text.charAt(i) == '\n' || text.charAt(i) == '\r';
  }

  private static boolean blankAfter(String text, int at) {
    int i = at;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r';
  }
}
