package io.headgate.engine.lineage.flow;

import org.jspecify.annotations.Nullable;

/** Dotted paths; the empty path is the whole. */
public final class Paths {

  private Paths() {}

  /** One path below the other. */
  public static String join(String path, String below) {
    return path.isEmpty() ? below : below.isEmpty() ? path : path + "." + below;
  }

  /** What is left of a path below another: empty if they are equal, null if it is not below. */
  public static @Nullable String rest(String above, String path) {
    int length = above.length();
    if (length == 0) {
      return path;
    }
    if (!path.startsWith(above)) {
      return null;
    }
    return path.length() == length
        ? ""
        : path.charAt(length) == '.' ? path.substring(length + 1) : null;
  }

  /** The first name of a path. */
  public static String first(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
