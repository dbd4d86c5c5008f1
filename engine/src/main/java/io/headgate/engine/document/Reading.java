package io.headgate.engine.document;

import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;

/** What the reading of one file has found wrong, and what it has used up. */
final class Reading {

  private static final int LONGEST_NAME = 60;

  private final List<Problem> problems = new ArrayList<>();
  private int nodes;

  /** Notes a problem behind which reading can go on. */
  void problem(Place place, String message) throws Unreadable {
    if (problems.size() == Limits.PROBLEMS) {
      throw new Unreadable(
          place,
          "The file has more than " + Limits.PROBLEMS + " problems; headgate reads no further.");
    }
    problems.add(new Problem(place, message));
  }

  /** Notes the problem that ends the reading. */
  void end(Problem last) {
    problems.add(last);
  }

  /** Counts a node. */
  void node(Place place) throws Unreadable {
    if (++nodes > Limits.NODES) {
      throw new Unreadable(
          place, "The file has more than " + Limits.NODES + " nodes; headgate reads no further.");
    }
  }

  /** Refuses a depth beyond the limit, which also keeps recursion off the end of the stack. */
  static void depth(int depth, Place place) throws Unreadable {
    if (depth > Limits.DEPTH) {
      throw new Unreadable(
          place,
          "The file nests deeper than " + Limits.DEPTH + " levels; headgate reads no further.");
    }
  }

  List<Problem> problems() {
    return problems;
  }

  /** A name from the file, fit for a message of one line. */
  static String quoted(String name) {
    StringBuilder out = new StringBuilder("'");
    int length = 0;
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      if (length++ == LONGEST_NAME) {
        out.append('…');
        break;
      }
      int c = name.codePointAt(i);
      out.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
    }
    return out.append('\'').toString();
  }
}
