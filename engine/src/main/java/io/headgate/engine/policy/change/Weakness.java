package io.headgate.engine.policy.change;

import io.headgate.spi.model.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something in which a policy is weaker than another one.
 *
 * @param kind what a policy allows it by
 * @param attribute what of the policy is weaker, such as {@code rules.topic-under-replicated}
 * @param place where that is written, or what stands nearest around it
 * @param message what was, what is, and the way out
 */
public record Weakness(Kind kind, String attribute, Place place, String message) {

  /** The same, with its file called otherwise. */
  public Weakness in(String file, String shown) {
    return place.file().equals(file)
        ? new Weakness(
            kind,
            attribute,
            new Place(
                shown, place.startLine(), place.startColumn(), place.endLine(), place.endColumn()),
            message)
        : this;
  }

  /** What a policy may allow a change of its own to do. */
  public enum Kind {
    /** To turn a rule off. */
    RULES,
    /** To make a rule lighter. */
    SEVERITIES,
    /** To give a setting another value. */
    SETTINGS,
    /** To build on a profile in which rules are off or lighter. */
    PROFILES,
    /** To let heavier findings through the gate. */
    THRESHOLD,
    /** To waive more, in more places, or for longer. */
    WAIVERS,
    /** To let a rule be waived that nobody might. */
    UNWAIVABLE,
    /** To take more into the baseline. */
    BASELINE,
    /** To do without a pack, or to take another one. */
    PACKS,
    /** To judge fewer files, or as another environment. */
    BUNDLES,
    /** To say something else of owners, tiers, brokers and what is outside. */
    FACTS,
    /** To take the policy away, or its say about changes of its own: nothing allows that. */
    POLICY;

    /** As a policy writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word that a policy may write; null if it is none. */
    public static @Nullable Kind of(String word) {
      for (Kind kind : values()) {
        if (kind != POLICY && kind.word().equals(word)) {
          return kind;
        }
      }
      return null;
    }
  }
}
