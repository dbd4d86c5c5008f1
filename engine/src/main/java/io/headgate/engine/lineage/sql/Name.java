package io.headgate.engine.lineage.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A name in a statement. The parser only sees its number, and nothing of the statement's own words.
 *
 * @param segments its parts; {@code a.b} and {@code a->b} have two
 * @param star whether it stands for all that is below
 * @param known false where a template decides it
 * @param from offset of its first character
 * @param to offset behind its last character
 * @param keys the names of the fields that a call gives to its arguments, {@code STRUCT(a := b)}
 */
record Name(
    List<String> segments, boolean star, boolean known, int from, int to, List<String> keys) {

  Name(List<String> segments, boolean star, boolean known, int from, int to) {
    this(segments, star, known, from, to, new ArrayList<>());
  }

  String first() {
    return segments.isEmpty() ? "" : segments.get(0);
  }

  String last() {
    return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
  }

  /** All of it, dotted. */
  String text() {
    return String.join(".", segments);
  }
}
