package io.headgate.delivery.admission;

import io.headgate.engine.document.JsonText;
import io.headgate.engine.document.Node;
import io.headgate.spi.model.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the members out of a JSON object as they are written, so that an object inside a review is
 * read by the engine as if it were a file, and two of them can be compared without a tree.
 */
final class JsonSlices {

  /** Deeper than any object that the engine would read. */
  private static final int DEPTH = 512;

  private final String text;
  private int at;

  private JsonSlices(String text) {
    this.text = text;
  }

  /**
   * The members of an object, each with its value as text; of two with one name the last.
   *
   * @throws BadReview if the text is not one JSON object
   */
  static Map<String, String> members(String text) {
    JsonSlices slices = new JsonSlices(text);
    Map<String, String> members = slices.object();
    slices.space();
    if (slices.at < text.length()) {
      throw slices.broken();
    }
    return members;
  }

  /** The text that a JSON string stands for; null for every other value. */
  static @Nullable String string(@Nullable String slice) {
    if (slice == null || !slice.startsWith("\"")) {
      return null;
    }
    if (slice.indexOf('\\') < 0) {
      return slice.substring(1, slice.length() - 1);
    }
    JsonText read = JsonText.read(slice, (from, to) -> Place.startOf(""));
    return read.root() instanceof Node.Scalar scalar ? scalar.text() : null;
  }

  private Map<String, String> object() {
    space();
    expect('{');
    Map<String, String> members = new LinkedHashMap<>();
    space();
    if (peek() == '}') {
      at++;
      return members;
    }
    while (true) {
      space();
      int from = at;
      skipString();
      String name = string(text.substring(from, at));
      space();
      expect(':');
      space();
      int value = at;
      skipValue(0);
      members.put(name == null ? "" : name, text.substring(value, at));
      space();
      if (peek() == '}') {
        at++;
        return members;
      }
      expect(',');
    }
  }

  private void skipValue(int depth) {
    if (depth > DEPTH) {
      throw new BadReview("The review is nested deeper than " + DEPTH + " levels.");
    }
    char c = peek();
    if (c == '"') {
      skipString();
    } else if (c == '{' || c == '[') {
      skipNested(c == '{' ? '}' : ']', depth);
    } else {
      skipWord();
    }
  }

  private void skipNested(char end, int depth) {
    at++;
    space();
    if (peek() == end) {
      at++;
      return;
    }
    while (true) {
      space();
      if (end == '}') {
        skipString();
        space();
        expect(':');
        space();
      }
      skipValue(depth + 1);
      space();
      if (peek() == end) {
        at++;
        return;
      }
      expect(',');
    }
  }

  private void skipString() {
    expect('"');
    while (true) {
      char c = peek();
      at++;
      if (c == '"') {
        return;
      }
      if (c < ' ') {
        throw broken();
      }
      if (c == '\\') {
        peek();
        at++;
      }
    }
  }

  private void skipWord() {
    int from = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    if (at == from) {
      throw broken();
    }
  }

  private static boolean isWord(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || c == 'E'
        || c == '-'
        || c == '+'
        || c == '.';
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw broken();
    }
    return text.charAt(at);
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw broken();
    }
    at++;
  }

  private BadReview broken() {
    return new BadReview(
        at >= text.length()
            ? "The review is not JSON: it ends in the middle."
            : "The review is not JSON, at character " + (at + 1) + ".");
  }
}
