package io.headgate.delivery.admission;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.policy.Policy;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Rule;
import io.headgate.spi.Severity;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What objects are judged by.
 *
 * @param catalog the rules
 * @param policy the policy, with its baseline and waivers read
 * @param environment the environment of the cluster; empty for what the policy says of everywhere
 * @param failOn the lightest severity that denies; null to leave it to the policy
 * @param newOnly whether what was there before an update only warns
 */
public record Judging(
    Catalog catalog,
    Policy policy,
    String environment,
    @Nullable Severity failOn,
    boolean newOnly) {

  /** Whether a rule needs the rest of the landscape. */
  public boolean needsLandscape(Rule rule) {
    return !alone().contains(rule);
  }

  /** The rules of packs that need no other object. */
  Set<Rule> alone() {
    Set<Rule> alone = new HashSet<>();
    for (CheckerSpec spec : catalog.checkers()) {
      if (spec.alone()) {
        alone.addAll(spec.rules());
      }
    }
    return alone;
  }
}
