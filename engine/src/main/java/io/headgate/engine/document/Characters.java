package io.headgate.engine.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which characters no YAML file may hold (YAML 1.2.2, section 5.1). */
final class Characters {

  static final String NUL = "The file holds a NUL byte, so it is no text.";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Characters() {}

  /** The first forbidden character of a text, or null. */
  static @Nullable Problem forbidden(SourceText source) {
    String text = source.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (!isAllowed(c)) {
        return new Problem(source.place(i, i + 1), message(c));
      }
    }
    return null;
  }

  private static boolean isAllowed(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\t'
        || c == 0x7F
        || c == 0x85
        || (c >= 0xA0 && !Character.isSurrogate(c) && c < 0xFFFE && c != BYTE_ORDER_MARK);
  }

  /** A byte order mark is YAML at some places, but it shifts columns and no editor shows it. */
  private static String message(char c) {
    if (c == 0) {
      return NUL;
    }
    if (c == BYTE_ORDER_MARK) {
      return "A byte order mark (U+FEFF) stands inside the file, where nobody sees it; remove it.";
    }
    String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    return "The character U+"
        + "0".repeat(4 - hex.length())
        + hex
        + " may not stand in YAML; remove it.";
  }
}
