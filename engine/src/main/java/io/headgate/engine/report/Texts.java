package io.headgate.engine.report;

/** Text from a bundle, made harmless for a terminal: names are chosen by strangers. */
public final class Texts {

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

  /** The text on one line, each harmful character replaced. */
  public static String harmless(String text) {
    if (text.codePoints().allMatch(Texts::isHarmless)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> out.appendCodePoint(isHarmless(c) ? c : c == '\n' ? ' ' : 0xFFFD));
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
