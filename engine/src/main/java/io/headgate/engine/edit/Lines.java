package io.headgate.engine.edit;

import org.jspecify.annotations.Nullable;

/** Takes whole lines out of a text, with the comments that belong to them. */
final class Lines {

  private final String text;
  private final String commentMarks;

  /**
   * Lines of a text.
   *
   * @param commentMarks the characters with which a line of comment begins
   */
  Lines(String text, String commentMarks) {
    this.text = text;
    this.commentMarks = commentMarks;
  }

  int start(int offset) {
    int i = offset;
    while (i > 0 && !isBreak(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** The end of a line, its break left aside. */
  int end(int offset) {
    int i = offset;
    while (i < text.length() && !isBreak(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Where the next line begins; the end of the text if there is none. */
  int next(int offset) {
    int end = end(offset);
    return text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
  }

  /** Whether nothing but blanks stands in a range. */
  boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing but a comment stands between an offset and the end of its line. */
  boolean isRestComment(int offset) {
    int end = end(offset);
    int i = offset;
    while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i == end || (i > offset && commentMarks.equals("#") && text.charAt(i) == '#');
  }

  /** Whether a line holds a comment and nothing else. */
  boolean isComment(int lineStart) {
    int i = content(lineStart);
    return i < text.length() && commentMarks.indexOf(text.charAt(i)) >= 0;
  }

  /** The first character of a line that is no blank. */
  int content(int lineStart) {
    int i = lineStart;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  /** The start of the first own line of comment in a range that begins on an earlier line; -1. */
  int firstComment(int from, int to) {
    for (int line = next(from); line < to; line = next(line)) {
      if (isComment(line)) {
        return line;
      }
      if (next(line) == line) {
        break;
      }
    }
    return -1;
  }

  /**
   * The edit that takes out all lines of a range, with the lines of comment directly above that
   * stand as far in as it.
   *
   * @param top whether nothing of the document stands above it: what does is about the whole file
   * @param tidy whether one of two blank lines goes that would come to stand one upon the other
   * @return null if something else stands on these lines
   */
  @Nullable Edit removal(int from, int to, boolean top, boolean tidy) {
    int start = start(from);
    if (!isBlank(start, from) || !isRestComment(to)) {
      return null;
    }
    int first = withComments(start, from - start, top);
    int behind = next(to);
    if (tidy) {
      boolean blankAbove = first == 0 || isBlankLine(before(first));
      if (blankAbove && behind < text.length() && isBlankLine(behind)) {
        behind = next(behind);
      } else if (behind == text.length()) {
        while (first > 0 && isBlankLine(before(first))) {
          first = before(first);
        }
      }
    }
    if (behind == text.length() && first > 0 && !isBreak(text.charAt(text.length() - 1))) {
      first = endOf(before(first)); // The file ends without a line break and goes on to do so.
    }
    return new Edit(first, behind, "");
  }

  private int withComments(int start, int indent, boolean top) {
    int first = start;
    while (first > 0) {
      int above = before(first);
      if (!isComment(above) || (commentMarks.equals("#") && content(above) - above != indent)) {
        break;
      }
      first = above;
    }
    if (first < start && top && (first == 0 || text.startsWith("---", before(first)))) {
      return start;
    }
    return first;
  }

  /** The start of the line above the one that begins at an offset. */
  private int before(int lineStart) {
    int breakAt = lineStart - 1;
    if (breakAt > 0 && text.charAt(breakAt) == '\n' && text.charAt(breakAt - 1) == '\r') {
      breakAt--;
    }
    return start(breakAt);
  }

  private int endOf(int lineStart) {
    return end(lineStart);
  }

  private boolean isBlankLine(int lineStart) {
    return isBlank(lineStart, end(lineStart));
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
