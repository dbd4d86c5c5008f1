package io.headgate.engine.report;

import io.headgate.engine.dialect.Secrets;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Place;
import java.util.List;

/**
 * Takes secrets out of a text that people will see, every other character in its place: those that
 * a dialect recognised, and what stands behind a key that names a secret. A finding may stand
 * beside a secret that no dialect has read, such as one below an unknown key.
 */
final class Blots {

  private static final int LONGEST_KEY = 100;

  private final String original;
  private final StringBuilder text;

  /** Where the value ends that was looked through last. */
  private int valueEnd;

  private Blots(String original) {
    this.original = original;
    this.text = new StringBuilder(original);
  }

  static SourceText on(SourceText source, List<Place> secrets) {
    Blots blots = new Blots(source.text());
    for (Place place : secrets) {
      blots.blot(
          source.offset(place.startLine(), place.startColumn()),
          source.offset(place.endLine(), place.endColumn()));
    }
    // Comments are read by nobody, but shown.
    for (int[] token : Secrets.tokens(source.text())) {
      blots.blot(token[0], token[1]);
    }
    blots.behindKeys();
    return new SourceText(source.file(), blots.text.toString());
  }

  /** Each character is looked at a few times at most, whatever the text. */
  private void behindKeys() {
    for (int i = 0; i < original.length(); i++) {
      char c = original.charAt(i);
      if (c == ':' || c == '=') {
        int end = i;
        while (end > 0 && isPadding(original.charAt(end - 1))) {
          end--;
        }
        int start = end;
        while (start > 0 && end - start < LONGEST_KEY && isKeyPart(original.charAt(start - 1))) {
          start--;
        }
        if (start < end && Secrets.isSecretKey(original.substring(start, end))) {
          blotValue(i + 1);
        }
      }
    }
  }

  private void blotValue(int from) {
    int start = from;
    while (start < original.length() && isPadding(original.charAt(start))) {
      start++;
    }
    // A reference or a nested object is no secret.
    if (start == original.length() || "${[&*|>!".indexOf(original.charAt(start)) >= 0) {
      return;
    }
    // A secret key inside a value: all of the value is blotted out already.
    int end = Math.max(start, valueEnd);
    while (end < original.length() && isValuePart(original.charAt(end))) {
      end++;
    }
    blot(Math.max(start, valueEnd), end);
    valueEnd = end;
  }

  private void blot(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        text.setCharAt(i, '*');
      }
    }
  }

  private static boolean isPadding(char c) {
    return c == ' ' || c == '\t' || c == '"' || c == '\'' || c == '\\';
  }

  private static boolean isKeyPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }

  private static boolean isValuePart(char c) {
    return !Character.isWhitespace(c) && "\"',;}]\\".indexOf(c) < 0;
  }
}
