package io.headgate.engine.document;

import io.headgate.spi.model.Place;
import java.util.Arrays;

/** The text of a file with an index of its lines. */
public final class SourceText implements Positions {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String file;
  private final String text;
  private final int[] lineStarts;

  /** The offset of the second half of each surrogate pair: what columns must not count. */
  private final int[] halves;

  /**
   * A text.
   *
   * @param file its path relative to the root of the run
   * @param text what is in it; a byte order mark at its start is no part of it
   */
  public SourceText(String file, String text) {
    this.file = file;
    this.text = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    Offsets lines = new Offsets();
    Offsets pairs = new Offsets();
    index(this.text, lines, pairs);
    this.lineStarts = lines.toArray();
    this.halves = pairs.toArray();
  }

  private static void index(String text, Offsets lines, Offsets pairs) {
    lines.add(0);
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == length || text.charAt(i + 1) != '\n'))) {
        lines.add(i + 1);
      } else if (Character.isLowSurrogate(c)
          && i > 0
          && Character.isHighSurrogate(text.charAt(i - 1))) {
        pairs.add(i);
      }
    }
  }

  /** Its path relative to the root of the run. */
  public String file() {
    return file;
  }

  /** All of it. */
  public String text() {
    return text;
  }

  /** How many lines it has. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** A line without its line break, counted from 1. */
  public String line(int number) {
    return text.substring(lineStarts[number - 1], endOfLine(number));
  }

  /**
   * The offset of a line and column, both counted from 1, the column in code points; what lies
   * behind the end of a line or of the text is its end.
   */
  public int offset(int line, int column) {
    int number = Math.min(line, lineStarts.length);
    int start = lineStarts[number - 1];
    int pair = firstHalfFrom(start);
    int offset = start + column - 1;
    // Each pair ahead of the column takes one more character than it has columns.
    int low = pair;
    int high = halves.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (halves[middle] - (middle - pair) <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.min(offset + low - pair, endOfLine(number));
  }

  @Override
  public Place place(int from, int to) {
    int first = lineOf(from);
    int last = from == to ? first : lineOf(to);
    return new Place(file, first, columnOf(first, from), last, columnOf(last, to));
  }

  /** What stands at a place of this file, its origin left aside. */
  String at(Place place) {
    return text.substring(
        offset(place.startLine(), place.startColumn()), offset(place.endLine(), place.endColumn()));
  }

  /** The offset behind the last character of a line that is no line break; counted from 1. */
  public int endOfLine(int number) {
    int start = lineStarts[number - 1];
    int end = number < lineStarts.length ? lineStarts[number] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  private int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private int columnOf(int line, int offset) {
    int start = lineStarts[line - 1];
    return offset - start - (firstHalfFrom(offset) - firstHalfFrom(start)) + 1;
  }

  /** The index of the first pair whose second half is at or behind an offset. */
  private int firstHalfFrom(int offset) {
    if (halves.length == 0) {
      return 0;
    }
    int found = Arrays.binarySearch(halves, offset);
    return found >= 0 ? found : -found - 1;
  }

  /** A list of offsets without boxes. */
  private static final class Offsets {
    private int[] values = new int[0];
    private int count;

    void add(int value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, Math.max(16, count * 2));
      }
      values[count++] = value;
    }

    int[] toArray() {
      return Arrays.copyOf(values, count);
    }
  }
}
