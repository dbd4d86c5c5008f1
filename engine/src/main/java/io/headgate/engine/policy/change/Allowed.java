package io.headgate.engine.policy.change;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.change.Weakness.Kind;
import io.headgate.spi.Settings;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** In what the policy of the base lets a change be weaker. */
final class Allowed {

  private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
  private final Set<String> attributes = new HashSet<>();

  /**
   * Reads it.
   *
   * @throws UserError if it allows something that there is not
   */
  Allowed(Side base) {
    String rule = CoreRules.POLICY_WEAKENED.id();
    List<String> words =
        Settings.of(base.policy().rule(CoreRules.POLICY_WEAKENED, "").settings())
            .get(CoreRules.ALLOW);
    for (String word : words) {
      Kind kind = Kind.of(word);
      if (kind != null) {
        kinds.add(kind);
      } else if (word.indexOf('.') > 0) {
        attributes.add(word);
      } else {
        throw new UserError(
            base.place("rules", rule, "settings", CoreRules.ALLOW.name()),
            "There is no '" + word + "' that could be allowed. " + CoreRules.ALLOW.description());
      }
    }
  }

  boolean has(Kind kind) {
    return kinds.contains(kind);
  }

  boolean has(Weakness weakness) {
    return weakness.kind() != Kind.POLICY
        && (kinds.contains(weakness.kind()) || attributes.contains(weakness.attribute()));
  }
}
