package io.headgate.engine.drl;

import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The global {@code settings}: what the policy says about a rule. An author writes the name of the
 * setting alone; the compiler puts the rule's id ahead of it, because what Drools evaluates is
 * shared between rules that ask the same.
 */
public final class RuleSettings {

  private final Map<String, Map<String, Object>> values = new HashMap<>();

  RuleSettings(List<Rule> rules, Settings settings) {
    for (Rule rule : rules) {
      Settings own = settings.of(rule.id());
      Map<String, Object> byName = new HashMap<>();
      for (Setting<?> setting : rule.settings()) {
        byName.put(setting.name(), own.get(setting));
      }
      values.put(rule.id(), byName);
    }
  }

  /** A whole number. */
  public long integer(String rule, String name) {
    return (Long) value(rule, name);
  }

  /** Yes or no. */
  public boolean bool(String rule, String name) {
    return (Boolean) value(rule, name);
  }

  /** A word or a sentence. */
  public String text(String rule, String name) {
    return (String) value(rule, name);
  }

  /** Words. */
  @SuppressWarnings("unchecked") // what the policy reader made for a setting of this type
  public List<String> texts(String rule, String name) {
    return (List<String>) value(rule, name);
  }

  /** Whether a name is known and the pattern of the setting matches the whole of it. */
  public boolean matches(String rule, String name, @Nullable String text) {
    return text != null && ((Pattern) value(rule, name)).matcher(text).matches();
  }

  private Object value(String rule, String name) {
    Object value = values.getOrDefault(rule, Map.of()).get(name);
    if (value == null) {
      throw new IllegalStateException("There is no such setting.");
    }
    return value;
  }
}
