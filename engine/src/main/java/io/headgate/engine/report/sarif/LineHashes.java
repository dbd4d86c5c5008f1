package io.headgate.engine.report.sarif;

import java.util.HashMap;
import java.util.Map;

/**
 * A hash for each line of a text, as GitHub computes it to know an alert again ({@code
 * src/fingerprints.ts} of github/codeql-action): a polynomial over the 100 UTF-16 units from the
 * start of the line, blanks and tabs left out and each line break taken as one line feed, followed
 * by how often this hash has come up to here.
 */
final class LineHashes {

  private static final int BLOCK = 100;
  private static final int BASE = 37;
  private static final char END = 0xFFFF;

  private final long[] hashes;
  private final int[] counts;

  private LineHashes(long[] hashes, int[] counts) {
    this.hashes = hashes;
    this.counts = counts;
  }

  /** The hashes of a text. */
  static LineHashes of(String text) {
    char[] units = new char[text.length() + 1];
    int[] starts = new int[text.length() + 1];
    int length = 0;
    int lines = 0;
    boolean atStart = true;
    char previous = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : END;
      boolean skipped = c == ' ' || c == '\t' || (c == '\n' && previous == '\r');
      previous = c;
      if (!skipped) {
        if (atStart) {
          starts[lines++] = length;
        }
        units[length] = c == '\r' ? '\n' : c;
        atStart = units[length++] == '\n';
      }
    }
    long[] hashes = new long[lines];
    int[] counts = new int[lines];
    Map<Long, Integer> seen = new HashMap<>();
    for (int line = 0; line < lines; line++) {
      for (int i = starts[line]; i < starts[line] + BLOCK; i++) {
        hashes[line] = hashes[line] * BASE + (i < length ? units[i] : 0);
      }
      counts[line] = seen.merge(hashes[line], 1, Integer::sum);
    }
    return new LineHashes(hashes, counts);
  }

  /** How many lines the text has. */
  int lines() {
    return hashes.length;
  }

  /** The hash of a line, counted from 1. */
  String line(int number) {
    return Long.toHexString(hashes[number - 1]) + ":" + counts[number - 1];
  }
}
