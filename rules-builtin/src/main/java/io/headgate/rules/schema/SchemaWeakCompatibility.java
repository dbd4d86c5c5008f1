package io.headgate.rules.schema;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Schema;
import java.util.List;
import java.util.Locale;

/** Subjects that let any schema follow any other. */
public final class SchemaWeakCompatibility implements Checker {

  private static final Setting<List<String>> ALLOWED =
      Setting.texts(
          "allowed",
          List.of(
              "BACKWARD",
              "BACKWARD_TRANSITIVE",
              "BACKWARD_ALL",
              "FORWARD",
              "FORWARD_TRANSITIVE",
              "FORWARD_ALL",
              "FULL",
              "FULL_TRANSITIVE",
              "FULL_ALL"),
          "The compatibility levels a subject may have.");

  /** {@code schema-weak-compatibility}. */
  public static final Rule RULE =
      Rule.error(
              "schema-weak-compatibility",
              "A subject's compatibility level is one that the policy does not allow.")
          .with(ALLOWED)
          .tagged("schemas");

  private final List<String> allowed;

  /** A checker with the policy's settings. */
  public SchemaWeakCompatibility(Settings settings) {
    allowed = settings.get(ALLOWED);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Schema schema : bundle.all(Schema.class)) {
      String level = schema.compatibility().orElse("").strip().toUpperCase(Locale.ROOT);
      if (!level.isEmpty() && !allowed.contains(level)) {
        findings.add(
            RULE,
            schema,
            schema.compatibility(),
            "Schema '"
                + schema.subject()
                + "' has compatibility "
                + level
                + (level.equals("NONE") || level.equals("DISABLED")
                    ? ", so a new version may break every reader and writer"
                    : ", which the policy does not allow")
                + ". Choose one of "
                + String.join(", ", allowed)
                + ".");
      }
    }
  }
}
