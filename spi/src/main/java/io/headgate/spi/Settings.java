package io.headgate.spi;

import java.util.HashMap;
import java.util.Map;

/** The settings of one rule's checker as the policy has them for one environment. */
public final class Settings {

  /** What a rule has when the policy is silent. */
  public static final Settings DEFAULTS = new Settings(Map.of(), Map.of());

  private final Map<Setting<?>, Object> values;
  private final Map<String, Settings> byRule;

  private Settings(Map<Setting<?>, Object> values, Map<String, Settings> byRule) {
    this.values = Map.copyOf(values);
    this.byRule = Map.copyOf(byRule);
  }

  /**
   * Settings with the given values.
   *
   * @param values by setting; each value of the setting's own type
   */
  public static Settings of(Map<Setting<?>, Object> values) {
    return new Settings(values, Map.of());
  }

  /**
   * The settings of a checker of several rules.
   *
   * @param byRule the settings of each rule by its id; what the policy gives to several rules under
   *     one and the same setting counts for all of them
   */
  public static Settings merged(Map<String, Settings> byRule) {
    Map<Setting<?>, Object> all = new HashMap<>();
    for (Settings settings : byRule.values()) {
      all.putAll(settings.values);
    }
    return new Settings(all, byRule);
  }

  /**
   * What the policy gives to one rule alone: for a checker whose rules have settings of the same
   * name.
   *
   * @param ruleId the id of one of the checker's rules
   */
  public Settings of(String ruleId) {
    return byRule.getOrDefault(ruleId, this);
  }

  /** The value the policy gives, or the setting's fallback. */
  @SuppressWarnings("unchecked") // the policy reader made the value from the setting's own type
  public <T> T get(Setting<T> setting) {
    Object value = values.get(setting);
    return value == null ? setting.fallback() : (T) value;
  }
}
