package io.headgate.engine.document;

import io.headgate.spi.model.Place;

/**
 * Template expressions ({@code {{ ... }}}) made harmless for the parser, every other character in
 * its place. An expression ends on its line, unless it is a comment or nothing stands ahead of it
 * on its line: what looks like an opening somewhere in a value must not swallow the lines below.
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
    char[] out = text.toCharArray();
    int open = text.indexOf("{{");
    while (open >= 0) {
      int end = end(text, open);
      if (end > 0) {
        mark(out, open, end);
      }
      open = text.indexOf("{{", end > 0 ? end : open + 2);
    }
    blankLinesOfMarks(out);
    return new String(out);
  }

  /** The text with only those lines blanked that control the template. */
  static String withoutControlLines(String text) {
    String neutral = neutralise(text);
    StringBuilder out = new StringBuilder(neutral);
    for (int i = neutral.indexOf(MARK); i >= 0; i = neutral.indexOf(MARK, i + 1)) {
      out.setCharAt(i, text.charAt(i));
    }
    return out.toString();
  }

  /**
   * A scalar's text with its expressions as they are written.
   *
   * @param value the text with marks
   * @param place of the scalar
   * @param neutral the neutralised text of the file
   */
  static String restored(String value, Place place, SourceText source, String neutral) {
    StringBuilder out = new StringBuilder(value);
    int from = source.offset(place.startLine(), place.startColumn());
    int end = source.offset(place.endLine(), place.endColumn());
    for (int i = 0; i < out.length(); i++) {
      if (out.charAt(i) == MARK) {
        int at = neutral.indexOf(MARK, from);
        if (at < 0 || at >= end) {
          return value;
        }
        out.setCharAt(i, source.text().charAt(at));
        from = at + 1;
      }
    }
    return out.toString();
  }

  /** The offset behind the expression, or -1 if it is none. */
  private static int end(String text, int open) {
    boolean comment = text.startsWith("{{/*", open) || text.startsWith("{{- /*", open);
    String closing = comment ? "*/" : "}}";
    boolean manyLines = comment || isFirstOnLine(text, open);
    for (int i = open + 2; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == closing.charAt(0) && text.startsWith(closing, i)) {
        int close = text.indexOf("}}", i);
        return close < 0 ? -1 : close + 2;
      }
      if ((!manyLines && (c == '\n' || c == '\r')) || (!comment && text.startsWith("{{", i))) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isFirstOnLine(String text, int at) {
    int i = at - 1;
    while (i >= 0 && isBlank(text.charAt(i))) {
      i--;
    }
    return i < 0 || isBreak(text.charAt(i));
  }

  private static void mark(char[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isBreak(out[i])) {
        out[i] = MARK;
      }
    }
  }

  private static void blankLinesOfMarks(char[] out) {
    int start = 0;
    boolean other = false;
    for (int i = 0; i <= out.length; i++) {
      if (i == out.length || isBreak(out[i])) {
        for (int k = start; k < i && !other; k++) {
          out[k] = out[k] == MARK ? ' ' : out[k];
        }
        start = i + 1;
        other = false;
      } else {
        other |= out[i] != MARK && !isBlank(out[i]);
      }
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
