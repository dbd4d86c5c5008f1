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
   * Whether a template decides on more than the content of strings, so that the text cannot be read
   * before it is filled in.
   */
  static boolean outsideStrings(String text) {
    if (!anyIn(text)) {
      return false;
    }
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString && c == '\\') {
        i++;
      } else if (c == '"') {
        inString = !inString;
      } else if (text.startsWith("${", i) || text.startsWith("{{", i) || c == MARK) {
        if (!inString) {
          return true;
        }
        int end = text.indexOf(c == '$' ? "}" : "}}", i);
        if (c != MARK && end >= 0) {
          if (text.substring(i, end).indexOf('"') >= 0) {
            // The quotes belong to the template: where strings begin and end is anybody's guess.
            return true;
          }
          i = end;
        }
      }
    }
    return false;
  }
}
