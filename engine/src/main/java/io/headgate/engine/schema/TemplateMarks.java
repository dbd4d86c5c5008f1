package io.headgate.engine.schema;

/** Finds what a template engine still has to fill in. */
final class TemplateMarks {

  /** Stands for a template expression in the text of a document; private use. */
  private static final char MARK = '\uE000';

  private TemplateMarks() {}

  /** Whether there is any mark of a template in a text. */
  static boolean anyIn(String text) {
    return text.contains("${") || text.contains("{{") || text.indexOf(MARK) >= 0;
  }

  /**
   * Whether a template decides on more of a JSON text than the content of strings, so that it
   * cannot be read before it is filled in. In comments, which Avro takes, it decides on nothing.
   */
  static boolean outsideStrings(String json) {
    return anyIn(json) && new Scan(json, "\"").findsMark();
  }

  /** The same for a Protobuf text, which has strings in single quotes as well. */
  static boolean outsideProtobufStrings(String text) {
    return anyIn(text) && new Scan(text, "\"'").findsMark();
  }

  /** One walk through a text. */
  private record Scan(String text, String quotes) {

    boolean findsMark() {
      int i = 0;
      while (i < text.length()) {
        char c = text.charAt(i);
        if (quotes.indexOf(c) >= 0) {
          i = endOfString(i);
          if (i < 0) {
            return true;
          }
        } else if (text.startsWith("//", i)) {
          i = end("\n", i);
        } else if (text.startsWith("/*", i)) {
          i = end("*/", i + 2);
        } else if (isMark(i)) {
          return true;
        } else {
          i++;
        }
      }
      return false;
    }

    private boolean isMark(int i) {
      return text.startsWith("${", i) || text.startsWith("{{", i) || text.charAt(i) == MARK;
    }

    private int end(String close, int from) {
      int end = text.indexOf(close, from);
      return end < 0 ? text.length() : end + close.length();
    }

    /**
     * The offset behind a string, or -1 if a template in it has quotes: then nobody knows where the
     * string ends.
     */
    private int endOfString(int from) {
      char quote = text.charAt(from);
      int i = from + 1;
      while (i < text.length() && text.charAt(i) != quote) {
        if (text.charAt(i) == '\\') {
          i += 2;
        } else if (isMark(i) && text.charAt(i) != MARK) {
          int end = end(text.charAt(i) == '$' ? "}" : "}}", i);
          int quoted = text.indexOf(quote, i);
          if (quoted >= 0 && quoted < end) {
            return -1;
          }
          i = end;
        } else {
          i++;
        }
      }
      return Math.min(i + 1, text.length());
    }
  }
}
