package io.headgate.engine.schema;

/** Avro's own library takes comments in a schema, which JSON has not. */
final class JsonComments {

  private JsonComments() {}

  /** The text with each comment blanked, every other character in its place. */
  static String blank(String text) {
    if (text.indexOf("//") < 0 && text.indexOf("/*") < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          inString = false;
        }
      } else if (c == '"') {
        inString = true;
      } else if (text.startsWith("//", i)) {
        i = blank(out, i, endOfLine(text, i)) - 1;
      } else if (text.startsWith("/*", i)) {
        int close = text.indexOf("*/", i + 2);
        if (close < 0) {
          return out.toString();
        }
        i = blank(out, i, close + 2) - 1;
      }
    }
    return out.toString();
  }

  private static int blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      text.setCharAt(i, ' ');
    }
    return to;
  }

  private static int endOfLine(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }
}
