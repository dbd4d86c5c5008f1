package io.headgate.rules.schema;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Schema;

/** Avro enums that cannot get another symbol without breaking readers. */
public final class SchemaClosedEnum implements Checker {

  /** {@code schema-closed-enum}. */
  public static final Rule RULE =
      Rule.note(
              "schema-closed-enum", "An enum of an Avro schema has no default for unknown symbols.")
          .tagged("schemas", "evolution");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Schema schema : bundle.all(Schema.class)) {
      OncePerType once = new OncePerType();
      for (Field field : schema.fields()) {
        if ("closed".equals(field.properties().get("symbols"))
            && field.name().isKnown()
            && once.isFirst(field)) {
          findings.add(
              RULE,
              schema,
              field.name(),
              "The enum of field '"
                  + field.path()
                  + "' of schema '"
                  + schema.subject()
                  + "' has no default, so a reader fails on a symbol that is added later. Add a symbol"
                  + " such as UNKNOWN and name it as the enum's \"default\".");
        }
      }
    }
  }
}
