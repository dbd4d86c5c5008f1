package io.headgate.engine.document;

import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Place;
import java.util.Arrays;

/**
 * Where each character of a scalar's text is written in the file: through escapes, doubled quotes,
 * folded lines and the indentation of block scalars. If the walk through the file does not end
 * where the text ends, every range is placed at the scalar as a whole: never a wrong place.
 */
public final class ScalarText implements Positions {

  private final SourceText source;
  private final Place place;
  private final int[] starts;
  private final int[] ends;

  private ScalarText(SourceText source, Place place, int[] starts, int[] ends) {
    this.source = source;
    this.place = place;
    this.starts = starts;
    this.ends = ends;
  }

  /**
   * The positions of a scalar's text.
   *
   * @param scalar a scalar of a document
   * @param source the text of the document's file
   */
  public static Positions of(Scalar scalar, SourceText source) {
    Place place = scalar.place();
    Place written = place.origin() == null ? place : place.origin();
    Walk walk =
        new Walk(
            source.text(),
            source.offset(written.startLine(), written.startColumn()),
            source.offset(written.endLine(), written.endColumn()),
            scalar.text());
    boolean block = scalar.style() == Style.LITERAL || scalar.style() == Style.FOLDED;
    boolean whole = block ? walk.block() : walk.flow(scalar.style());
    return whole ? new ScalarText(source, place, walk.starts, walk.ends) : (from, to) -> place;
  }

  @Override
  public Place place(int from, int to) {
    if (starts.length == 0) {
      return place;
    }
    int start = from < starts.length ? starts[from] : ends[ends.length - 1];
    int end = to > from ? ends[Math.min(to, ends.length) - 1] : start;
    Place written = source.place(start, Math.max(start, end));
    if (place.origin() == null) {
      return written;
    }
    return new Place(
        place.file(),
        place.startLine(),
        place.startColumn(),
        place.endLine(),
        place.endColumn(),
        written);
  }

  /** Walks through the raw text and the decoded text side by side. */
  private static final class Walk {
    private final String raw;
    private final int rawEnd;
    private final String text;
    private final int[] starts;
    private final int[] ends;
    private int r;
    private int t;

    Walk(String raw, int from, int to, String text) {
      this.raw = raw;
      this.r = from;
      this.rawEnd = Math.min(to, raw.length());
      this.text = text;
      this.starts = new int[text.length()];
      this.ends = new int[text.length()];
    }

    private void emit(int chars, int rawLength) {
      int until = Math.min(t + chars, text.length());
      Arrays.fill(starts, t, until, r);
      Arrays.fill(ends, t, until, r + rawLength);
      t = until;
      r += rawLength;
    }

    private static boolean isBreak(char c) {
      return c == '\n' || c == '\r';
    }

    private static boolean isBlank(char c) {
      return c == ' ' || c == '\t';
    }

    /** A plain or quoted scalar. */
    boolean flow(Style style) {
      int end = rawEnd;
      if (style == Style.SINGLE_QUOTED || style == Style.DOUBLE_QUOTED) {
        r++;
        end--;
      } else if (style == Style.TAGGED) {
        return false;
      }
      while (r < end) {
        char c = raw.charAt(r);
        if (isBlank(c) || isBreak(c)) {
          if (!whiteSpace(end)) {
            return false;
          }
        } else if (c == '\\' && style == Style.DOUBLE_QUOTED) {
          escape();
        } else {
          emit(1, c == '\'' && style == Style.SINGLE_QUOTED ? 2 : 1);
        }
      }
      return t == text.length();
    }

    /** Blanks inside a line stand for themselves; around a line break they are folded. */
    private boolean whiteSpace(int end) {
      int i = r;
      int breaks = 0;
      while (i < end && (isBlank(raw.charAt(i)) || isBreak(raw.charAt(i)))) {
        if (isBreak(raw.charAt(i))) {
          breaks++;
          if (raw.charAt(i) == '\r' && i + 1 < end && raw.charAt(i + 1) == '\n') {
            i++;
          }
        }
        i++;
      }
      if (breaks == 0) {
        while (r < i) {
          emit(1, 1);
        }
        return true;
      }
      int folded = breaks == 1 ? 1 : breaks - 1;
      for (int k = 0; k < folded; k++) {
        if (t >= text.length() || (text.charAt(t) != ' ' && text.charAt(t) != '\n')) {
          return false;
        }
        emit(1, 0);
      }
      r = i;
      return true;
    }

    private void escape() {
      char c = raw.charAt(r + 1);
      if (isBreak(c)) {
        r += 2;
        while (r < rawEnd && (isBlank(raw.charAt(r)) || isBreak(raw.charAt(r)))) {
          r++;
        }
      } else if (c == 'x') {
        emit(1, 4);
      } else if (c == 'u') {
        emit(1, 6);
      } else if (c == 'U') {
        int codePoint = t < text.length() ? text.codePointAt(t) : 0;
        emit(Character.charCount(codePoint), 10);
      } else {
        emit(1, 2);
      }
    }

    /** A literal or folded block: whole lines, each behind its indentation. */
    boolean block() {
      int indent = -1;
      while (r < raw.length() && !isBreak(raw.charAt(r))) {
        r++;
      }
      nextLine();
      while (t < text.length()) {
        if (r >= raw.length()) {
          return onlyBreaksLeft();
        }
        int lineEnd = r;
        while (lineEnd < raw.length() && !isBreak(raw.charAt(lineEnd))) {
          lineEnd++;
        }
        int content = r;
        while (content < lineEnd
            && raw.charAt(content) == ' '
            && (indent < 0 || content - r < indent)) {
          content++;
        }
        if (content == lineEnd && (indent < 0 || lineEnd - r <= indent)) {
          r = lineEnd;
          if (text.charAt(t) == '\n') {
            emit(1, 0);
          }
          nextLine();
          continue;
        }
        if (indent < 0) {
          // An indentation indicator leaves blanks in the text: the block begins where both agree.
          indent = 0;
          while (indent < content - r
              && !text.regionMatches(t, raw, r + indent, lineEnd - r - indent)) {
            indent++;
          }
          content = r + indent;
        }
        r = content;
        int length = lineEnd - content;
        if (!text.regionMatches(t, raw, content, length)) {
          return false;
        }
        for (int k = 0; k < length; k++) {
          emit(1, 1);
        }
        if (t < text.length() && (text.charAt(t) == '\n' || text.charAt(t) == ' ')) {
          emit(1, 0);
        }
        nextLine();
      }
      return true;
    }

    private boolean onlyBreaksLeft() {
      while (t < text.length() && text.charAt(t) == '\n') {
        emit(1, 0);
      }
      return t == text.length();
    }

    private void nextLine() {
      if (r < raw.length() && raw.charAt(r) == '\r') {
        r++;
      }
      if (r < raw.length() && raw.charAt(r) == '\n') {
        r++;
      }
    }
  }
}
