package io.headgate.engine.report.markdown;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers items as long as there is room, and counts the others. */
final class Room {

  private final StringBuilder text = new StringBuilder();
  private final Map<String, Integer> leftOut = new LinkedHashMap<>();
  private String section = "";
  private int left;

  /**
   * Room for some text.
   *
   * @param size in bytes of UTF-8
   */
  Room(int size) {
    this.left = size;
  }

  /**
   * Adds an item, unless it or one before it had no room.
   *
   * @param noun what the item is, to count it by if there is no room
   * @param heading what stands ahead of the first item of its kind
   */
  void add(String noun, String heading, String item) {
    String both = section.equals(heading) ? item : heading + item;
    int bytes = both.getBytes(StandardCharsets.UTF_8).length;
    if (isFull() || bytes > left) {
      leaveOut(noun);
      return;
    }
    section = heading;
    left -= bytes;
    text.append(both);
  }

  /** Whether something was left out, so that nothing that follows is taken. */
  boolean isFull() {
    return !leftOut.isEmpty();
  }

  void leaveOut(String noun) {
    leftOut.merge(noun, 1, Integer::sum);
  }

  String text() {
    return text.toString();
  }

  int leftOutCount() {
    return leftOut.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Such as {@code 3 warnings, 1 note}; empty if all had room. */
  String leftOut() {
    List<String> counts = new ArrayList<>();
    leftOut.forEach((noun, count) -> counts.add(Counts.plural(count, noun)));
    return String.join(", ", counts);
  }
}
