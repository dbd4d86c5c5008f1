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
      } else if (text.startsWith("//", i) || text.startsWith("/*", i)) {
        int end = text.charAt(i + 1) == '/' ? endOfLine(text, i) : text.indexOf("*/", i + 2) + 2;
        if (end < i) {
          return out.toString();
        }
        for (; i < end; i++) {
          if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            out.setCharAt(i, ' ');
          }
        }
        i--;
      }
    }
    return out.toString();
  }

  private static int endOfLine(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }
}
