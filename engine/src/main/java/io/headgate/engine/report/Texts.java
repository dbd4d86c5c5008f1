package io.headgate.engine.report;

/**
 * Text from a bundle, made harmless for a terminal and for the log of a build server: names are
 * chosen by strangers.
 */
public final class Texts {

  private static final char REPLACEMENT = 0xFFFD;
  private static final String CUT = " (shortened).";

  private Texts() {}

  /** Whether a character neither moves the cursor nor turns the direction of the text. */
  public static boolean isHarmless(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  /**
   * The text on one line, each harmful character replaced, and without commands to a build server.
   */
  public static String harmless(String text) {
    if (text.codePoints().allMatch(Texts::isHarmless)) {
      return idle(text);
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> out.appendCodePoint(isHarmless(c) ? c : c == '\n' ? ' ' : 0xFFFD));
    return idle(out.toString());
  }

  /**
   * The text as long as it was, without what the runners of GitHub and Azure take for a command in
   * a log: {@code ::word::} at its start, {@code ##[word]} and {@code ##vso[word]} anywhere.
   */
  static String idle(String text) {
    int at = text.indexOf("##");
    int start = 0;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    boolean command = text.startsWith("::", start);
    if (at < 0 && !command) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    if (command) {
      out.setCharAt(start, REPLACEMENT);
    }
    for (; at >= 0; at = text.indexOf("##", at + 1)) {
      int end = at + 2;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      if (end < text.length() && text.charAt(end) == '[') {
        out.setCharAt(end, REPLACEMENT);
      }
    }
    return out.toString();
  }

  /** A text with at most so many UTF-16 units, cut between words and never through a pair. */
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - CUT.length();
    int blank = text.lastIndexOf(' ', end);
    if (blank > end / 2) {
      end = blank;
    } else if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + CUT;
  }
}
