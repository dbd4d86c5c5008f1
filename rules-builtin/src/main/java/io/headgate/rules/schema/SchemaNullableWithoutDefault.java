package io.headgate.rules.schema;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Avro fields that may be null and cannot be left out. */
public final class SchemaNullableWithoutDefault implements Checker {

  /** {@code schema-nullable-without-default}. */
  public static final Rule RULE =
      Rule.note(
              "schema-nullable-without-default",
              "A field of an Avro schema may be null but has no default of null.")
          .tagged("schemas", "evolution");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Schema schema : bundle.all(Schema.class)) {
      OncePerType once = new OncePerType();
      for (Field field : schema.fields()) {
        String fault = fault(field.properties());
        if (fault != null && field.name().isKnown() && once.isFirst(field)) {
          findings.add(
              RULE,
              schema,
              field.name(),
              "Field '"
                  + field.path()
                  + "' of schema '"
                  + schema.subject()
                  + "' may be null "
                  + fault);
        }
      }
    }
  }

  private static @Nullable String fault(Map<String, String> properties) {
    String nullable = properties.get("nullable");
    String value = properties.get("default");
    if (nullable == null) {
      return null;
    }
    if (value == null) {
      return "but has no default, so records without it cannot be read. Put \"null\""
          + " first in its type and write \"default\": null.";
    }
    return nullable.equals("later") && value.equals("null")
        ? "and has the default null, but \"null\" is not the first of its types, which libraries"
            + " before Avro 1.12 refuse. Put it first."
        : null;
  }
}
