package io.headgate.engine.init;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How topics are called.
 *
 * @param pattern a regular expression for a whole name
 * @param words the same in words
 * @param matching how many names match
 * @param all how many names there are
 * @param others the names that do not match
 */
record NameGuess(String pattern, String words, int matching, int all, List<String> others) {

  private static final int FEWEST_NAMES = 5;
  private static final int FEWEST_IN_HUNDRED = 90;

  /** A way to call topics, and its words. */
  private record Way(String pattern, String words) {}

  /** The narrow ones first: of those that hold the first one is taken. */
  private static final List<Way> WAYS =
      List.of(
          new Way(
              "[a-z0-9-]+(\\.[a-z0-9-]+)+\\.v[0-9]+",
              "lower-case words with dots and a version, such as orders.placed.v1"),
          new Way(
              "[a-z0-9]+(-[a-z0-9]+)*-v[0-9]+",
              "lower-case words with hyphens and a version, such as orders-placed-v1"),
          new Way(
              "[a-z0-9]+(_[a-z0-9]+)*_v[0-9]+",
              "lower-case words with underscores and a version, such as orders_placed_v1"),
          new Way(
              "[a-z0-9-]+(\\.[a-z0-9-]+)+", "lower-case words with dots, such as orders.placed"),
          new Way("[a-z0-9]+(-[a-z0-9]+)*", "lower-case words with hyphens, such as orders-placed"),
          new Way(
              "[a-z0-9]+(_[a-z0-9]+)*", "lower-case words with underscores, such as orders_placed"),
          new Way(
              "[A-Z0-9]+(_[A-Z0-9]+)*", "upper-case words with underscores, such as ORDERS_PLACED"),
          new Way(
              "[a-z][a-zA-Z0-9]*(\\.[a-z][a-zA-Z0-9]*)*",
              "words in camel case with dots, such as orders.orderPlaced"),
          new Way(
              "[A-Z][a-zA-Z0-9]*(\\.[A-Z][a-zA-Z0-9]*)*",
              "words with capitals and dots, such as Orders.OrderPlaced"));

  /** The narrowest way that nearly all names follow; null if there is none, or few names. */
  static @Nullable NameGuess of(Collection<String> names) {
    if (names.size() < FEWEST_NAMES) {
      return null;
    }
    for (Way way : WAYS) {
      Pattern pattern = Pattern.compile(way.pattern());
      List<String> others = new ArrayList<>();
      for (String name : names) {
        if (!pattern.matcher(name).matches()) {
          others.add(name);
        }
      }
      int matching = names.size() - others.size();
      if (matching * 100 >= names.size() * FEWEST_IN_HUNDRED) {
        return new NameGuess(way.pattern(), way.words(), matching, names.size(), others);
      }
    }
    return null;
  }
}
