package io.headgate.engine.document;

/**
 * Where each character of a decoded text is written, collected in order. What is added must be what
 * the text says; otherwise the walk through the file went astray.
 */
final class Ranges {

  private final String text;
  private final int[] starts;
  private final int[] ends;
  private int count;

  Ranges(String text) {
    this.text = text;
    this.starts = new int[text.length()];
    this.ends = new int[text.length()];
  }

  /** Adds the next character; false if the text has another one there, or none. */
  boolean add(char c, int start, int end) {
    if (count == text.length() || text.charAt(count) != c) {
      return false;
    }
    starts[count] = start;
    ends[count] = end;
    count++;
    return true;
  }

  /** Whether every character has its range. */
  boolean complete() {
    return count == text.length();
  }

  /** Whether nothing but line breaks is to come. */
  boolean onlyBreaksLeft() {
    for (int i = count; i < text.length(); i++) {
      if (text.charAt(i) != '\n') {
        return false;
      }
    }
    return true;
  }

  boolean isEmpty() {
    return starts.length == 0;
  }

  /** Where a range of characters begins; an empty one begins where its character would. */
  int start(int from) {
    return from < starts.length ? starts[from] : ends[starts.length - 1];
  }

  /** Where a range of characters ends. */
  int end(int from, int to) {
    return to > from ? ends[Math.min(to, ends.length) - 1] : start(from);
  }
}
