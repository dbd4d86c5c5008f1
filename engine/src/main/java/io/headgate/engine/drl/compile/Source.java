package io.headgate.engine.drl.compile;

/**
 * A DRL file.
 *
 * @param file as mistakes name it
 * @param text its content
 */
record Source(String file, String text) {

  /** The line of a character, from 1. */
  int line(int offset) {
    int line = 1;
    for (int i = 0; i < offset && i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }

  /** The column of a character, from 1. */
  int column(int offset) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    return text.codePointCount(start, Math.min(offset, text.length())) + 1;
  }

  /** The character at a line and a column, both from 1. */
  int offset(int line, int column) {
    int start = 0;
    for (int left = line - 1; left > 0; left--) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return text.length();
      }
    }
    return Math.min(text.length(), start + column - 1);
  }
}
