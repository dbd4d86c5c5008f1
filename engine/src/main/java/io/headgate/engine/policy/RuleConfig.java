package io.headgate.engine.policy;

import io.headgate.spi.Setting;
import io.headgate.spi.Severity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says about one rule.
 *
 * @param off whether it is turned off; null when the policy does not say
 * @param severity what it weighs; null when the policy does not say
 * @param settings the settings that are given
 */
public record RuleConfig(
    @Nullable Boolean off, @Nullable Severity severity, Map<Setting<?>, Object> settings) {

  /** Nothing said. */
  public static final RuleConfig NOTHING = new RuleConfig(null, null, Map.of());

  /** Copies the map. */
  public RuleConfig {
    settings = Map.copyOf(settings);
  }

  /** This one where the other says nothing. */
  RuleConfig over(RuleConfig weaker) {
    Map<Setting<?>, Object> merged = new java.util.HashMap<>(weaker.settings);
    merged.putAll(settings);
    // A severity turns a rule on that a weaker one turned off.
    Boolean mergedOff = off != null ? off : severity != null ? Boolean.FALSE : weaker.off;
    return new RuleConfig(mergedOff, severity != null ? severity : weaker.severity, merged);
  }
}
