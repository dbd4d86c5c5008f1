package io.headgate.engine.document;

import io.headgate.spi.model.Place;
import java.util.Arrays;

/** The text of a file with an index of its lines. */
public final class SourceText implements Positions {

  private final String file;
  private final String text;
  private final int[] lineStarts;

  /**
   * A text.
   *
   * @param file its path relative to the root of the run
   * @param text what is in it, without a byte order mark
   */
  public SourceText(String file, String text) {
    this.file = file;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
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
    int start = lineStarts[number - 1];
    int end = number < lineStarts.length ? lineStarts[number] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The offset of a line and column, both counted from 1, the column in code points. */
  public int offset(int line, int column) {
    int start = lineStarts[Math.min(line, lineStarts.length) - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    int available = text.codePointCount(start, end);
    return text.offsetByCodePoints(start, Math.min(column - 1, available));
  }

  @Override
  public Place place(int from, int to) {
    int first = lineOf(from);
    int last = lineOf(to);
    return new Place(file, first, columnOf(first, from), last, columnOf(last, to));
  }

  private int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private int columnOf(int line, int offset) {
    return text.codePointCount(lineStarts[line - 1], offset) + 1;
  }
}
