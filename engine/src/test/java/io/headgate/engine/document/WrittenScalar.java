package io.headgate.engine.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A scalar in the making: what is written and what it means, side by side, so that the range of
 * each character is known from the writing and not from any reading.
 */
final class WrittenScalar {

  private final StringBuilder file;
  private final StringBuilder text = new StringBuilder();
  private final List<Integer> starts = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();

  /**
   * @param prefix what stands ahead of the scalar in its file
   */
  WrittenScalar(String prefix) {
    file = new StringBuilder(prefix);
  }

  /** Writes what means nothing: quotes, indentation, indicators. */
  WrittenScalar silent(String raw) {
    file.append(raw);
    return this;
  }

  /** Writes {@code raw}, which as a whole means {@code meaning}. */
  WrittenScalar says(String raw, String meaning) {
    int start = file.length();
    file.append(raw);
    for (int i = 0; i < meaning.length(); i++) {
      text.append(meaning.charAt(i));
      starts.add(start);
      ends.add(file.length());
    }
    return this;
  }

  String file() {
    return file.toString();
  }

  String text() {
    return text.toString();
  }

  int start(int character) {
    return starts.get(character);
  }

  int end(int character) {
    return ends.get(character);
  }
}
