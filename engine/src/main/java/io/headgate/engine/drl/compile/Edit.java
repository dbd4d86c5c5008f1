package io.headgate.engine.drl.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A change of a text that keeps its lines.
 *
 * @param offset where
 * @param length how many characters to take away
 * @param text what to put there
 */
record Edit(int offset, int length, String text) {

  /** The text with all changes; they must not overlap. */
  static String apply(String text, List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(Edit::offset));
    StringBuilder changed = new StringBuilder();
    int at = 0;
    for (Edit edit : sorted) {
      changed.append(text, at, edit.offset).append(edit.text);
      at = edit.offset + edit.length;
    }
    return changed.append(text.substring(at)).toString();
  }
}
