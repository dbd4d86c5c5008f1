package io.headgate.engine.policy.change;

import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.Policy.EnvironmentSpec;
import io.headgate.engine.policy.RuleConfig;
import io.headgate.engine.policy.change.Weakness.Kind;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts the settings into the base's policy that it lets a change say. */
final class AllowedSettings {

  private final Side base;
  private final Side head;
  private final Map<String, Weakness> allowed = new HashMap<>();

  AllowedSettings(Side base, Side head, List<Weakness> weaknesses) {
    this.base = base;
    this.head = head;
    for (Weakness weakness : weaknesses) {
      if (weakness.kind() == Kind.SETTINGS) {
        allowed.put(weakness.attribute(), weakness);
      }
    }
  }

  /** The base's policy with them. */
  Policy in(Policy policy) {
    if (allowed.isEmpty()) {
      return policy;
    }
    Map<String, EnvironmentSpec> environments = new HashMap<>(policy.environments());
    for (String name : policy.environments().keySet()) {
      EnvironmentSpec spec = Objects.requireNonNull(environments.get(name));
      environments.put(
          name,
          new EnvironmentSpec(
              spec.facts(),
              spec.profile(),
              rules(spec.rules(), "environments." + name + ".", name)));
    }
    return policy.withRules(rules(policy.rules(), "", ""), environments);
  }

  private Map<String, RuleConfig> rules(
      Map<String, RuleConfig> then, String start, String environment) {
    Map<String, RuleConfig> rules = new HashMap<>(then);
    for (Rule rule : base.catalog().rules()) {
      for (Setting<?> setting : rule.settings()) {
        if (allowed.containsKey(start + "rules." + rule.id() + ".settings." + setting.name())) {
          RuleConfig was = rules.getOrDefault(rule.id(), RuleConfig.NOTHING);
          RuleConfig is =
              environment.isEmpty() ? head.said(rule.id()) : head.said(rule.id(), environment);
          Map<Setting<?>, Object> settings = new HashMap<>(was.settings());
          Object value = is.settings().get(setting);
          if (value == null) {
            settings.remove(setting);
          } else {
            settings.put(setting, value);
          }
          rules.put(rule.id(), new RuleConfig(was.off(), was.severity(), settings));
        }
      }
    }
    return rules;
  }
}
