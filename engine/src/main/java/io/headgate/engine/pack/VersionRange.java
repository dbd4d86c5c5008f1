package io.headgate.engine.pack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Versions between bounds, such as {@code >=0.1 <1}: comparisons with blanks between them, all of
 * which must hold.
 *
 * @param text as it is written
 */
record VersionRange(String text, List<Bound> bounds) {

  private static final List<String> OPERATORS = List.of(">=", "<=", ">", "<", "=");

  VersionRange {
    bounds = List.copyOf(bounds);
  }

  /** One comparison. */
  record Bound(String operator, Version version) {

    boolean holds(Version other) {
      int order = other.compareTo(version);
      return switch (operator) {
        case ">=" -> order >= 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case "<" -> order < 0;
        default -> order == 0;
      };
    }
  }

  /** A range, or null if the text is none. */
  static @Nullable VersionRange parse(String text) {
    List<Bound> bounds = new ArrayList<>();
    for (String word : text.strip().split("\\s+", -1)) {
      String operator = "";
      for (String candidate : OPERATORS) {
        if (operator.isEmpty() && word.startsWith(candidate)) {
          operator = candidate;
        }
      }
      Version version = Version.shortened(word.substring(operator.length()));
      if (operator.isEmpty() || version == null) {
        return null;
      }
      bounds.add(new Bound(operator, version));
    }
    return new VersionRange(text.strip(), bounds);
  }

  boolean holds(Version version) {
    return bounds.stream().allMatch(bound -> bound.holds(version));
  }
}
