package io.headgate.spi;

import java.util.List;
import java.util.function.Function;

/**
 * A checker before its settings are known.
 *
 * @param rules the rules it may report; never empty
 * @param factory makes the checker from the settings of these rules
 * @param alone whether it judges each resource by that resource alone, with what it was before and
 *     the environment: in a bundle that has nothing else it says the same of it. Who sees one
 *     object at a time can then ask it
 */
public record CheckerSpec(List<Rule> rules, Function<Settings, Checker> factory, boolean alone) {

  /** A checker that needs the whole bundle. */
  public CheckerSpec(List<Rule> rules, Function<Settings, Checker> factory) {
    this(rules, factory, false);
  }

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

  /** A checker of one rule that judges each resource alone, made from its settings. */
  public static CheckerSpec alone(Rule rule, Function<Settings, Checker> factory) {
    return new CheckerSpec(List.of(rule), factory, true);
  }

  /** A checker of one rule that judges each resource alone and has no settings. */
  public static CheckerSpec alone(Rule rule, Checker checker) {
    return alone(rule, settings -> checker);
  }
}
