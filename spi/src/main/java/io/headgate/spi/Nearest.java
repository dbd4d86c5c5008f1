package io.headgate.spi;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds what somebody probably meant to write. */
public final class Nearest {

  private static final int LONGEST = 128;

  private Nearest() {}

  /**
   * The name that differs least from the written one (Levenshtein distance, case ignored), or null
   * if none is near: more than a third of the written name would have to change.
   *
   * @param written what stands there
   * @param names what could stand there; of equally near ones the first in order wins
   */
  public static @Nullable String to(String written, Collection<String> names) {
    if (written.length() > LONGEST) {
      return null;
    }
    int limit = Math.max(1, written.length() / 3);
    String best = null;
    for (String name : names) {
      if (Math.abs(name.length() - written.length()) <= limit) {
        int distance = distance(written, name, limit);
        if (distance < limit || (distance == limit && best == null)) {
          if (best == null || distance < limit) {
            best = name;
            limit = distance;
          }
          if (distance == 0) {
            return best;
          }
        }
      }
    }
    return best;
  }

  /** {@code " Did you mean 'x'?"}, or nothing if no name is near. */
  public static String hint(String written, Collection<String> names) {
    String nearest = to(written, names);
    return nearest == null ? "" : " Did you mean '" + nearest + "'?";
  }

  /** The distance, or something above the limit. */
  private static int distance(String a, String b, int limit) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      int smallest = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        boolean same =
            Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + (same ? 0 : 1));
        diagonal = above;
        smallest = Math.min(smallest, row[j]);
      }
      if (smallest > limit) {
        return smallest;
      }
    }
    return row[b.length()];
  }
}
