package io.headgate.engine.policy;

import io.headgate.spi.Rule;
import io.headgate.spi.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ready policy, chosen by its name. What it says about a rule follows from the rule's tags and
 * severity alone, so it holds for the rules of every pack; what a policy says of a rule by its id
 * comes first.
 */
public enum Profile {

  /** Only what Kafka itself rejects or silently ignores: no opinion, and hardly a false alarm. */
  BROKER_TRUTH("Only what Kafka itself rejects or silently ignores.") {
    @Override
    RuleConfig of(Rule rule) {
      return isTagged(rule, "broker-truth") ? RuleConfig.NOTHING : OFF;
    }
  },

  /** Every rule as its author made it. */
  RECOMMENDED("Every rule as its author made it; the default.") {
    @Override
    RuleConfig of(Rule rule) {
      return RuleConfig.NOTHING;
    }
  },

  /** A warning weighs as an error. */
  STRICT("A warning weighs as an error.") {
    @Override
    RuleConfig of(Rule rule) {
      return rule.severity() == Severity.WARNING ? ERROR : RuleConfig.NOTHING;
    }
  },

  /** Personal data, secrets, audit, ownership and least privilege are no matter of taste. */
  REGULATED("Personal data, secrets, audit, ownership and least privilege weigh as errors.") {
    @Override
    RuleConfig of(Rule rule) {
      return rule.severity() == Severity.WARNING
              && isTagged(
                  rule, "pii", "gdpr", "secrets", "audit", "ownership", "least-privilege", "tls")
          ? ERROR
          : RuleConfig.NOTHING;
    }
  },

  /** Nothing is lost there that matters, and nobody is woken. */
  DEV("Durability, availability, alerts and limits are notes.") {
    @Override
    RuleConfig of(Rule rule) {
      return isTagged(rule, "durability", "availability", "alerts", "limits")
          ? NOTE
          : RuleConfig.NOTHING;
    }
  };

  private static final RuleConfig OFF = new RuleConfig(true, null, Map.of());
  private static final RuleConfig ERROR = new RuleConfig(null, Severity.ERROR, Map.of());
  private static final RuleConfig NOTE = new RuleConfig(null, Severity.NOTE, Map.of());

  private final String summary;

  Profile(String summary) {
    this.summary = summary;
  }

  /** What it says about a rule. */
  abstract RuleConfig of(Rule rule);

  /** Its name in a policy, such as {@code broker-truth}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is for, in a sentence. */
  public String summary() {
    return summary;
  }

  /** The profile of a name, or null. */
  static @Nullable Profile of(String word) {
    for (Profile profile : values()) {
      if (profile.word().equals(word)) {
        return profile;
      }
    }
    return null;
  }

  /** The names of all, for messages. */
  static String words() {
    List<String> words = Arrays.stream(values()).map(Profile::word).toList();
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static boolean isTagged(Rule rule, String... tags) {
    for (String tag : tags) {
      if (rule.tags().contains(tag)) {
        return true;
      }
    }
    return false;
  }
}
