package io.headgate.engine.document;

/** Walks through the lines of a literal or folded block and decodes it again. */
final class BlockWalk {

  private final String raw;
  private final String text;
  private final Ranges ranges;
  private final boolean folded;
  private final int firstLine;
  private final int indent;

  /**
   * @param from the {@code |} or {@code >}
   */
  BlockWalk(String raw, int from, String text, Ranges ranges) {
    this.raw = raw;
    this.text = text;
    this.ranges = ranges;
    this.folded = raw.charAt(from) == '>';
    this.firstLine = nextLine(from);
    this.indent = indent();
  }

  /** Whether it reads as the text whose ranges were asked for. */
  boolean agrees() {
    int line = firstLine;
    boolean agrees = true;
    while (agrees && !ranges.complete()) {
      if (line >= raw.length()) {
        // The parser ends the last line of a file where the file does not.
        return ranges.add('\n', raw.length(), raw.length()) && ranges.complete();
      }
      int content = content(line);
      int end = endOfLine(line);
      for (int i = content; i < end && agrees; i++) {
        agrees = ranges.add(raw.charAt(i), i, i + 1);
      }
      line = nextLine(line);
      if (agrees && !ranges.complete()) {
        if (content < end && folds(content, line)) {
          int next = skipEmptyLines(line);
          agrees = next == line ? ranges.add(' ', end, line) : emptyLines(end, line, next);
          line = next;
        } else {
          agrees = ranges.add('\n', end, line);
        }
      }
    }
    return agrees;
  }

  /** Whether the break between a line and the next one with content is folded away. */
  private boolean folds(int content, int following) {
    if (!folded || ranges.onlyBreaksLeft() || isBlank(content)) {
      return false;
    }
    int next = skipEmptyLines(following);
    return next < raw.length() && !isBlank(content(next));
  }

  private boolean emptyLines(int from, int firstEmpty, int next) {
    boolean agrees = true;
    for (int line = firstEmpty; agrees && line < next; line = nextLine(line)) {
      agrees = ranges.add('\n', line == firstEmpty ? from : endOfLine(line), nextLine(line));
    }
    return agrees;
  }

  private int skipEmptyLines(int from) {
    int line = from;
    while (line < raw.length() && content(line) == endOfLine(line)) {
      line = nextLine(line);
    }
    return line;
  }

  /**
   * The indentation of the block. Its header may give it relative to the parent's, which is not
   * known here; but a line and its text differ by it and nothing else.
   */
  private int indent() {
    int inText = 0;
    while (inText < text.length() && isBlankOrBreak(text.charAt(inText))) {
      inText++;
    }
    if (inText == text.length()) {
      return indentOfBlankText();
    }
    int inRaw = firstLine;
    while (inRaw < raw.length() && isBlankOrBreak(raw.charAt(inRaw))) {
      inRaw++;
    }
    return blanksAhead(raw, inRaw) - blanksAhead(text, inText);
  }

  /** A text of blanks and breaks: line by line the same as in the file, but for the indentation. */
  private int indentOfBlankText() {
    int line = firstLine;
    for (int i = 0; i < text.length() && line < raw.length(); i++) {
      if (text.charAt(i) == ' ') {
        int blanks = text.indexOf('\n', i) < 0 ? text.length() - i : text.indexOf('\n', i) - i;
        return endOfLine(line) - line - blanks;
      }
      line = nextLine(line);
    }
    return Integer.MAX_VALUE;
  }

  private static int blanksAhead(String text, int at) {
    int i = at;
    while (i > 0 && text.charAt(i - 1) == ' ') {
      i--;
    }
    return at - i;
  }

  /** Where a line's content begins: behind the indentation, as far as there is any. */
  private int content(int line) {
    int i = line;
    while (i < raw.length() && i - line < indent && raw.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private int endOfLine(int line) {
    int i = line;
    while (i < raw.length() && raw.charAt(i) != '\n' && raw.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private int nextLine(int line) {
    int end = endOfLine(line);
    return raw.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, raw.length());
  }

  private boolean isBlank(int at) {
    return raw.charAt(at) == ' ' || raw.charAt(at) == '\t';
  }

  private static boolean isBlankOrBreak(char c) {
    return c == ' ' || c == '\n' || c == '\r';
  }
}
