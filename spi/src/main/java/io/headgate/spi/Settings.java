package io.headgate.spi;

import java.util.Map;

/** The settings of one rule's checker as the policy has them for one environment. */
public final class Settings {

  /** What a rule has when the policy is silent. */
  public static final Settings DEFAULTS = new Settings(Map.of());

  private final Map<Setting<?>, Object> values;

  private Settings(Map<Setting<?>, Object> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Settings with the given values.
   *
   * @param values by setting; each value of the setting's own type
   */
  public static Settings of(Map<Setting<?>, Object> values) {
    return new Settings(values);
  }

  /** The value the policy gives, or the setting's fallback. */
  @SuppressWarnings("unchecked") // the policy reader made the value from the setting's own type
  public <T> T get(Setting<T> setting) {
    Object value = values.get(setting);
    return value == null ? setting.fallback() : (T) value;
  }
}
