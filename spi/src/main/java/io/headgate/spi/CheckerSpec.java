package io.headgate.spi;

import java.util.List;
import java.util.function.Function;

/**
 * A checker before its settings are known.
 *
 * @param rules the rules it may report; never empty
 * @param factory makes the checker from the settings of these rules
 */
public record CheckerSpec(List<Rule> rules, Function<Settings, Checker> factory) {

  /**
   * @throws IllegalArgumentException if there is no rule
   */
  public CheckerSpec {
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("A checker needs a rule.");
    }
    rules = List.copyOf(rules);
  }

  /** A checker of one rule, made from its settings. */
  public static CheckerSpec of(Rule rule, Function<Settings, Checker> factory) {
    return new CheckerSpec(List.of(rule), factory);
  }

  /** A checker of one rule that has no settings. */
  public static CheckerSpec of(Rule rule, Checker checker) {
    return of(rule, settings -> checker);
  }
}
