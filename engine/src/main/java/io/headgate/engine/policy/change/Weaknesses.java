package io.headgate.engine.policy.change;

import io.headgate.engine.policy.change.Weakness.Kind;
import io.headgate.spi.model.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects weaknesses: of those with one attribute the first. */
final class Weaknesses {

  private static final int LONGEST = 80;
  private static final int FEW = 3;

  private final Map<String, Weakness> found = new LinkedHashMap<>();

  void add(Kind kind, String attribute, Place place, String message) {
    found.putIfAbsent(attribute, new Weakness(kind, attribute, place, message));
  }

  List<Weakness> all() {
    return List.copyOf(found.values());
  }

  /** A value in a message. */
  static String quoted(String value) {
    String line = value.replaceAll("\\s+", " ");
    return "'"
        + (line.codePointCount(0, line.length()) <= LONGEST
            ? line
            : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "...")
        + "'";
  }

  /** Some names in a message: the first few, and how many more. */
  static String some(List<String> names) {
    StringBuilder out = new StringBuilder();
    int shown = names.size() <= FEW + 1 ? names.size() : FEW;
    for (int i = 0; i < shown; i++) {
      out.append(i == 0 ? "" : i == names.size() - 1 ? " and " : ", ").append(quoted(names.get(i)));
    }
    return shown == names.size()
        ? out.toString()
        : out + " and " + (names.size() - shown) + " more";
  }
}
