package io.headgate.engine.document;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** Texts as headgate writes them into its own YAML files, so that every reader gets them back. */
public final class YamlScalar {

  /** Words that one or another version of YAML takes for something else than a text. */
  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private YamlScalar() {}

  /**
   * A text as a scalar that may stand in a list or a mapping of either style: plain where nobody
   * can take it for anything else, otherwise in double quotes.
   */
  public static String of(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  /** What a text is as YAML can hold it: halves of surrogate pairs are no characters. */
  public static String storable(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean half =
          Character.isHighSurrogate(c)
              ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
              : Character.isLowSurrogate(c)
                  && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
      if (half) {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(i, '\uFFFD');
      }
    }
    return out == null ? text : out.toString();
  }

  /** A text as it may stand in a comment: on one line, and nothing that any reader minds. */
  public static String comment(String text) {
    StringBuilder out = new StringBuilder();
    int last = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      // Two braces would begin a template, which may end far below.
      out.append(c == '{' && last == '{' ? " " : "");
      out.appendCodePoint(isHarmless(c) ? c : c == '\n' || c == '\t' ? ' ' : 0xFFFD);
      last = c;
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty() || WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return false;
    }
    // A digit, a sign or a dot may begin a number or a date; a blank at an end would be lost.
    char first = text.charAt(0);
    if (!isLetter(first) && first != '_' && first != '/') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean harmless =
          isLetter(c)
              || (c >= '0' && c <= '9')
              || "._-/@+()=".indexOf(c) >= 0
              // Between letters or digits neither begins anything.
              || ((c == ' ' || c == ':' || c == '*')
                  && i + 1 < text.length()
                  && text.charAt(i + 1) != ' '
                  && (c != ':' || isLetter(text.charAt(i + 1))));
      if (!harmless) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    String storable = storable(text);
    for (int i = 0; i < storable.length(); ) {
      int c = storable.codePointAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append((char) c);
      } else if (c == '{' && i > 0 && storable.charAt(i - 1) == '{') {
        // Two of them would begin a template to whoever fills in templates ahead of the parser.
        out.append("\\x7b");
      } else if (isHarmless(c)) {
        out.appendCodePoint(c);
      } else if (c > 0xFFFF) {
        out.append("\\U").append(HexFormat.of().toHexDigits(c, 8));
      } else {
        out.append("\\u").append(HexFormat.of().toHexDigits((char) c));
      }
      i += Character.charCount(c);
    }
    return out.append('"').toString();
  }

  /** Neither moves a cursor nor turns the direction of a line, nor is it private to a file. */
  private static boolean isHarmless(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.PRIVATE_USE
        && type != Character.UNASSIGNED
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
