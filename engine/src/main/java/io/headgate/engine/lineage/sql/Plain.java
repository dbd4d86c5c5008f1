package io.headgate.engine.lineage.sql;

import java.util.List;
import java.util.Set;

/**
 * A query in plain words.
 *
 * @param sql what the parser reads
 * @param names the names by their numbers
 * @param conditions behind which names, by their numbers, a condition of a join follows that is not
 *     about whole keys alone
 * @param places pairs of an offset in {@code sql} and one in the statement, in order
 */
record Plain(String sql, List<Name> names, Set<Integer> conditions, List<int[]> places) {

  /** The offset in the statement of an offset in the plain words. */
  int source(int offset) {
    int source = places.isEmpty() ? 0 : places.get(0)[1];
    for (int[] place : places) {
      if (place[0] > offset) {
        break;
      }
      source = place[1];
    }
    return source;
  }
}
