package io.headgate.engine.policy.change;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.policy.Policy.EnvironmentSpec;
import io.headgate.engine.policy.Profile;
import io.headgate.engine.policy.RuleConfig;
import io.headgate.engine.policy.change.Weakness.Kind;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares what holds of each rule in each environment, whatever says so. */
final class RuleComparison {

  private final Side base;
  private final Side head;
  private final Weaknesses found;
  private final Map<String, List<String>> byProfile = new TreeMap<>();

  RuleComparison(Side base, Side head, Weaknesses found) {
    this.base = base;
    this.head = head;
    this.found = found;
  }

  void compare() {
    Set<String> environments = new TreeSet<>(base.policy().environments().keySet());
    environments.addAll(head.policy().environments().keySet());
    environments.add("");
    for (String environment : environments) {
      for (Rule rule : base.catalog().rules()) {
        // What is gone with its pack is the pack's weakness.
        if (head.catalog().rule(rule.id()) != null) {
          compare(rule, environment);
        }
      }
      profile(environment);
    }
  }

  private void compare(Rule rule, String environment) {
    RuleConfig then = base.policy().rule(rule, environment);
    RuleConfig now = head.policy().rule(rule, environment);
    if (Boolean.TRUE.equals(then.off())) {
      return;
    }
    Severity was = Objects.requireNonNullElse(then.severity(), rule.severity());
    Severity is = Objects.requireNonNullElse(now.severity(), rule.severity());
    if (Boolean.TRUE.equals(now.off())) {
      lighter(rule, environment, Kind.RULES, " is turned off" + in(environment), word(was));
      return;
    }
    if (!is.atLeast(was)) {
      lighter(rule, environment, Kind.SEVERITIES, " is " + word(is) + in(environment), word(was));
    }
    for (Setting<?> setting : rule.settings()) {
      setting(rule, setting, environment, then, now);
    }
  }

  private void lighter(Rule rule, String environment, Kind kind, String is, String was) {
    String id = rule.id();
    boolean here = saysLevel(base.said(id, environment)) || saysLevel(head.said(id, environment));
    if (!here && !saysLevel(base.said(id)) && !saysLevel(head.said(id))) {
      byProfile.computeIfAbsent(environment, key -> new ArrayList<>()).add(id);
      return;
    }
    found.add(
        kind(rule, kind),
        (here ? "environments." + environment + "." : "") + "rules." + id,
        here
            ? head.place("environments", environment, "rules", id, "severity")
            : head.place("rules", id, "severity"),
        "The rule '"
            + id
            + "'"
            + is
            + ", but "
            + was
            + " in the base. Take that back, or change it"
            + " where the policy's owners decide.");
  }

  private void profile(String environment) {
    List<String> ids = byProfile.get(environment);
    if (ids == null) {
      return;
    }
    boolean here = profile(base, environment) != null || profile(head, environment) != null;
    Profile was = Objects.requireNonNullElse(profile(base, environment), base.policy().profile());
    Profile is = Objects.requireNonNullElse(profile(head, environment), head.policy().profile());
    found.add(
        ids.contains(CoreRules.POLICY_WEAKENED.id()) ? Kind.POLICY : Kind.PROFILES,
        here ? "environments." + environment + ".profile" : "profile",
        here ? head.place("environments", environment, "profile") : head.place("profile"),
        "The profile is '"
            + is.word()
            + "'"
            + in(environment)
            + ", but '"
            + was.word()
            + "' in the base, so "
            + (ids.size() == 1 ? "a rule is" : ids.size() + " rules are")
            + " off or lighter: "
            + Weaknesses.some(ids)
            + ". Keep '"
            + was.word()
            + "', or give them their severity under 'rules'.");
  }

  private static @Nullable Profile profile(Side side, String environment) {
    EnvironmentSpec spec = side.policy().environments().get(environment);
    return spec == null ? null : spec.profile();
  }

  private void setting(
      Rule rule, Setting<?> setting, String environment, RuleConfig then, RuleConfig now) {
    Object was = then.settings().getOrDefault(setting, setting.fallback());
    Object is = now.settings().getOrDefault(setting, setting.fallback());
    if (text(was).equals(text(is)) || isStricter(rule, was, is)) {
      return;
    }
    String id = rule.id();
    String name = setting.name();
    boolean here =
        sets(base.said(id, environment), setting) || sets(head.said(id, environment), setting);
    found.add(
        kind(rule, Kind.SETTINGS),
        (here ? "environments." + environment + "." : "") + "rules." + id + ".settings." + name,
        here
            ? head.place("environments", environment, "rules", id, "settings", name)
            : head.place("rules", id, "settings", name),
        "The setting '"
            + name
            + "' of the rule '"
            + id
            + "' is "
            + Weaknesses.quoted(text(is))
            + in(environment)
            + ", but "
            + Weaknesses.quoted(text(was))
            + " in the base"
            + (rule.equals(CoreRules.POLICY_WEAKENED)
                ? ", so the next change might do more. "
                : ", and headgate cannot tell which of the two is stricter. ")
            + "Take that back, or change it where the policy's owners decide.");
  }

  /** Of its own settings headgate knows: to allow less is stricter. */
  private static boolean isStricter(Rule rule, Object was, Object is) {
    return rule.equals(CoreRules.POLICY_WEAKENED)
        && was instanceof List<?> then
        && is instanceof List<?> now
        && then.containsAll(now);
  }

  private static Kind kind(Rule rule, Kind kind) {
    return rule.equals(CoreRules.POLICY_WEAKENED) ? Kind.POLICY : kind;
  }

  private static boolean saysLevel(RuleConfig config) {
    return config.off() != null || config.severity() != null;
  }

  private static boolean sets(RuleConfig config, Setting<?> setting) {
    return config.settings().containsKey(setting);
  }

  private static String in(String environment) {
    return environment.isEmpty() ? "" : " in the environment '" + environment + "'";
  }

  private static String word(Severity severity) {
    return (severity == Severity.ERROR ? "an " : "a ") + severity.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Object value) {
    if (value instanceof Pattern pattern) {
      return pattern.pattern();
    }
    if (value instanceof List<?> list) {
      List<String> words = new ArrayList<>();
      list.forEach(word -> words.add(String.valueOf(word)));
      return String.join(", ", words);
    }
    return String.valueOf(value);
  }
}
