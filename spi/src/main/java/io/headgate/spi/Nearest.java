package io.headgate.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/** Finds what somebody probably meant to write. */
public final class Nearest {

  private static final int LONGEST = 128;

  /** How many names of a sorted set are looked at, so that many typing errors cost little each. */
  private static final int MANY = 2_000;

  /** What differs more is another word, not a slip of the hand. */
  private static final int FEW_CHANGES = 4;

  private Nearest() {}

  /**
   * The name that differs least from the written one (Levenshtein distance, case ignored, and two
   * neighbours that changed places are one change), or null if none is near: more than a third of
   * the written name would have to change, or more than four characters. Of a sorted set of more
   * than two thousand names only those around the written one are looked at: the time does not grow
   * with the set, and a name that differs in its first letters may be missed.
   *
   * @param written what stands there
   * @param names what could stand there; of equally near ones the first in order wins
   */
  public static @Nullable String to(String written, Collection<String> names) {
    if (written.length() > LONGEST) {
      return null;
    }
    int limit = Math.min(FEW_CHANGES, Math.max(1, written.length() / 3));
    int[] row = new int[written.length() + limit + 1];
    String best = null;
    for (String name : around(written, names)) {
      if (Math.abs(name.length() - written.length()) <= limit) {
        int distance = distance(written, name, limit, row);
        if (distance > 1 && isSwapped(written, name)) {
          distance = 1;
        }
        if (distance < limit || (distance == limit && best == null)) {
          best = name;
          limit = distance;
          if (distance == 0) {
            return best;
          }
        }
      }
    }
    return best;
  }

  /** Whether two characters side by side have changed places, and nothing else. */
  private static boolean isSwapped(String a, String b) {
    if (a.length() != b.length()) {
      return false;
    }
    int at = 0;
    while (at < a.length() && same(a.charAt(at), b.charAt(at))) {
      at++;
    }
    return at + 1 < a.length()
        && same(a.charAt(at), b.charAt(at + 1))
        && same(a.charAt(at + 1), b.charAt(at))
        && a.regionMatches(true, at + 2, b, at + 2, a.length() - at - 2);
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }

  private static Collection<String> around(String written, Collection<String> names) {
    if (names.size() <= MANY || !(names instanceof NavigableSet<String> sorted)) {
      return names;
    }
    List<String> around = new ArrayList<>(MANY);
    addSome(sorted.headSet(written, false).descendingSet(), around);
    Collections.reverse(around);
    addSome(sorted.tailSet(written, true), around);
    return around;
  }

  private static void addSome(Iterable<String> names, List<String> some) {
    int left = MANY / 2;
    for (String name : names) {
      if (left-- == 0) {
        return;
      }
      some.add(name);
    }
  }

  /** {@code " Did you mean 'x'?"}, or nothing if no name is near. */
  public static String hint(String written, Collection<String> names) {
    String nearest = to(written, names);
    return nearest == null ? "" : " Did you mean '" + nearest + "'?";
  }

  /**
   * The distance, or something above the limit: what lies further than the limit from the diagonal
   * of the table costs more than the limit, so it is not worked out.
   *
   * @param b differs in length by the limit at most
   * @param row room for a row of the table
   */
  private static int distance(String a, String b, int limit, int[] row) {
    int far = limit + 1;
    for (int j = 0; j <= b.length(); j++) {
      row[j] = Math.min(j, far);
    }
    for (int i = 1; i <= a.length(); i++) {
      char c = Character.toLowerCase(a.charAt(i - 1));
      int first = Math.max(1, i - limit);
      int last = Math.min(b.length(), i + limit);
      int diagonal = row[first - 1];
      row[first - 1] = first == 1 ? Math.min(i, far) : far;
      int smallest = row[first - 1];
      for (int j = first; j <= last; j++) {
        int above = row[j];
        boolean same = c == Character.toLowerCase(b.charAt(j - 1));
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + (same ? 0 : 1));
        diagonal = above;
        smallest = Math.min(smallest, row[j]);
      }
      if (smallest > limit) {
        return far;
      }
    }
    return row[b.length()];
  }
}
