package io.headgate.rules.schema;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Schema;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Avro schemas that break their declared compatibility with what they were. */
public final class SchemaBreaking implements Checker {

  /** {@code schema-breaking}. */
  public static final Rule RULE =
      Rule.error(
              "schema-breaking",
              "A schema is not compatible with what it was, as its compatibility level demands.")
          .tagged("change-safety", "schemas");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null) {
      return;
    }
    Map<String, Schema> before = new HashMap<>();
    for (Schema schema : base.all(Schema.class)) {
      if (isReadable(schema)) {
        before.put(schema.subject().get(), schema);
      }
    }
    for (Schema schema : bundle.all(Schema.class)) {
      Schema was = isReadable(schema) ? before.get(schema.subject().get()) : null;
      if (was != null) {
        String level = schema.compatibility().orElse("").strip().toUpperCase(Locale.ROOT);
        boolean full = level.startsWith("FULL");
        if (full || level.startsWith("BACKWARD")) {
          new AvroEvolution(schema, was, true, level).report(findings);
        }
        if (full || level.startsWith("FORWARD")) {
          new AvroEvolution(was, schema, false, level).report(findings);
        }
      }
    }
  }

  private static boolean isReadable(Schema schema) {
    return schema.subject().isKnown()
        && schema.format().is(Schema.Format.AVRO)
        && schema.problems().isEmpty()
        && !schema.fields().isEmpty();
  }
}
