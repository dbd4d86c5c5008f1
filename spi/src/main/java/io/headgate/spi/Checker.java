package io.headgate.spi;

import io.headgate.spi.model.Bundle;

/**
 * Code that looks for breaches of one or more rules. Stateless: all fields final, so that one
 * instance serves any number of bundles at once.
 */
@FunctionalInterface
public interface Checker {

  /**
   * Looks at the bundle and says what it finds. It reports nothing about values that are unknown
   * ({@link io.headgate.spi.model.Located#isUnknown()}).
   *
   * @param bundle everything declared for one environment
   * @param findings where to say it; only the rules that the checker was declared with
   * @throws RuntimeException if the checker is broken: the run then fails, it never looks clean
   */
  void check(Bundle bundle, Findings findings);
}
