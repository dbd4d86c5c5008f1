package io.headgate.engine.report.markdown;

import io.headgate.engine.report.Texts;

/**
 * Texts as Markdown that means nothing but itself. A backslash would do against formatting, but
 * code hosts also look for people, issues, labels and addresses in what is left; in code they do
 * not.
 */
final class Words {

  private static final String AHEAD = "('\"";
  private static final String BEHIND = "'\").,;:?!";

  /** From so many on, hexadecimal digits are taken for a commit. */
  private static final int COMMIT = 7;

  private Words() {}

  /** A code span. */
  static String code(String text, int longest) {
    return span(Texts.cut(Texts.harmless(text), longest));
  }

  private static String span(String plain) {
    int longestRun = 0;
    int run = 0;
    for (int i = 0; i < plain.length(); i++) {
      run = plain.charAt(i) == '`' ? run + 1 : 0;
      longestRun = Math.max(longestRun, run);
    }
    String fence = "`".repeat(longestRun + 1);
    // One blank at both ends is no part of a span.
    String pad = plain.startsWith("`") || plain.endsWith("`") || plain.isBlank() ? " " : "";
    return fence + pad + plain + pad + fence;
  }

  /** Prose in which each word that is more than letters and digits is a code span. */
  static String prose(String text, int longest) {
    String plain = Texts.cut(Texts.harmless(text), longest);
    StringBuilder out = new StringBuilder(plain.length() + plain.length() / 2);
    for (int start = 0; start < plain.length(); ) {
      int blank = plain.indexOf(' ', start);
      int end = blank < 0 ? plain.length() : blank;
      if (end > start) {
        out.append(out.isEmpty() ? "" : " ");
        word(plain.substring(start, end), out);
      }
      start = end + 1;
    }
    return out.toString();
  }

  private static void word(String word, StringBuilder out) {
    int start = 0;
    int end = word.length();
    while (start < end && AHEAD.indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && BEHIND.indexOf(word.charAt(end - 1)) >= 0) {
      if (word.charAt(end - 1) == ')' && word.indexOf('(', start) >= 0) {
        break;
      }
      end--;
    }
    String core = word.substring(start, end);
    if (isPlain(core)) {
      out.append(word);
    } else {
      // The span does what the quotation marks are for.
      boolean quoted = word.startsWith("'") && word.startsWith("'", end);
      out.append(word, quoted ? 1 : 0, start);
      out.append(span(core));
      out.append(word, quoted ? end + 1 : end, word.length());
    }
  }

  /** Whether nobody reads more into a word than its letters. */
  private static boolean isPlain(String word) {
    boolean commit = word.length() >= COMMIT;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isLetterOrDigit(c) && !(c == '-' && i > 0)) {
        return false;
      }
      commit = commit && Character.digit(c, 16) >= 0;
    }
    return !commit;
  }
}
