package io.headgate.rules.schema;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;

/** Schemas that the registry refuses. */
public final class SchemaInvalid implements Checker {

  /** {@code schema-invalid}. */
  public static final Rule RULE =
      Rule.error("schema-invalid", "A schema does not follow the rules of its language.")
          .tagged("schemas");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Schema schema : bundle.all(Schema.class)) {
      for (Located<String> problem : schema.problems()) {
        findings.add(
            RULE, schema, problem, "Schema '" + schema.subject() + "' is invalid: " + problem);
      }
    }
  }
}
