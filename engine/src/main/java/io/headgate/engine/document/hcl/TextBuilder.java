package io.headgate.engine.document.hcl;

import io.headgate.engine.document.Positions;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.document.hcl.Expression.Part;
import io.headgate.engine.document.hcl.Expression.Text;
import io.headgate.spi.model.Place;
import java.util.Arrays;
import java.util.List;

/** Collects characters, and where each of them is written. */
final class TextBuilder {

  private final SourceText source;
  private final StringBuilder text = new StringBuilder();

  /** Of each run of characters: its offset in the text, in the file, and its length there. */
  private int[] runs = new int[3];

  private int count;

  TextBuilder(SourceText source) {
    this.source = source;
  }

  /**
   * Adds a character.
   *
   * @param from its offset in the file
   * @param length how many characters stand for it there
   */
  void add(char c, int from, int length) {
    int last = 3 * (count - 1);
    boolean runsOn =
        count > 0
            && length == 1
            && runs[last + 2] == text.length() - runs[last]
            && runs[last + 1] + runs[last + 2] == from;
    if (runsOn) {
      runs[last + 2]++;
    } else {
      if (3 * count == runs.length) {
        runs = Arrays.copyOf(runs, Math.max(12, 6 * count));
      }
      runs[3 * count] = text.length();
      runs[3 * count + 1] = from;
      runs[3 * count + 2] = length;
      count++;
    }
    text.append(c);
  }

  /** Gives what was collected as a part, and begins anew. */
  void flush(List<Part> parts) {
    if (count > 0) {
      parts.add(
          new Text(
              text.toString(), new Written(source, Arrays.copyOf(runs, 3 * count), text.length())));
      text.setLength(0);
      count = 0;
    }
  }

  /** From offsets in a text to places in its file. */
  private static final class Written implements Positions {
    private final SourceText source;
    private final int[] runs;
    private final int length;

    Written(SourceText source, int[] runs, int length) {
      this.source = source;
      this.runs = runs;
      this.length = length;
    }

    @Override
    public Place place(int from, int to) {
      int start = start(from);
      return source.place(start, to > from ? Math.max(start, end(to - 1)) : start);
    }

    private int start(int at) {
      if (at >= length) {
        return end(length - 1);
      }
      int run = run(at);
      return isPlain(run) ? runs[run + 1] + at - runs[run] : runs[run + 1];
    }

    private int end(int at) {
      int run = run(at);
      return isPlain(run) ? runs[run + 1] + at - runs[run] + 1 : runs[run + 1] + runs[run + 2];
    }

    /** Whether each character of a run stands for itself. */
    private boolean isPlain(int run) {
      int next = run + 3 < runs.length ? runs[run + 3] : length;
      return next - runs[run] == runs[run + 2];
    }

    private int run(int at) {
      int low = 0;
      int high = runs.length / 3 - 1;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (runs[3 * middle] <= at) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return 3 * low;
    }
  }
}
