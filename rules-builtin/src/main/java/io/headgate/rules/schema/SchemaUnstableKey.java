package io.headgate.rules.schema;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Schema;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Schemas of keys whose bytes may differ for what people call the same key. */
public final class SchemaUnstableKey implements Checker {

  /** {@code schema-unstable-key}. */
  public static final Rule RULE =
      Rule.warning(
              "schema-unstable-key",
              "The schema of a topic's keys lets equal keys have different bytes.")
          .tagged("schemas");

  private static final Set<String> FRACTIONS = Set.of("float", "double", "number");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Schema schema : bundle.all(Schema.class)) {
      if (schema.side() == Schema.Side.KEY) {
        OncePerType once = new OncePerType();
        for (Field field : schema.fields()) {
          String fault = fault(field);
          if (fault != null && field.name().isKnown() && once.isFirst(field)) {
            findings.add(
                RULE,
                schema,
                field.name(),
                "Field '"
                    + field.path()
                    + "' of key schema '"
                    + schema.subject()
                    + "' is "
                    + fault
                    + ", so keys that mean the same may go to different partitions and are not compacted"
                    + " together. Use a key of texts and whole numbers that are always there.");
          }
        }
      }
    }
  }

  private static @Nullable String fault(Field field) {
    if (FRACTIONS.contains(field.type())) {
      return "a floating-point number";
    }
    if ("map".equals(field.properties().get("collection"))) {
      return "a map, whose entries have no order";
    }
    return field.properties().containsKey("nullable") ? "optional" : null;
  }
}
