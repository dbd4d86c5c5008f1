package io.headgate.rules.drift;

import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Live;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares subjects: what their schemas mean, and the compatibility that holds. */
final class SchemaDrift {

  private SchemaDrift() {}

  /** The subjects whose names are known. */
  static Map<String, Schema> subjects(Bundle bundle) {
    Map<String, Schema> subjects = new LinkedHashMap<>();
    for (Schema schema : bundle.all(Schema.class)) {
      if (schema.subject().isKnown()) {
        subjects.putIfAbsent(schema.subject().get(), schema);
      }
    }
    return subjects;
  }

  /** Whether a template gives the name of one of them. */
  static boolean areKnown(Bundle bundle) {
    for (Schema schema : bundle.all(Schema.class)) {
      if (!schema.subject().isKnown()) {
        return false;
      }
    }
    return true;
  }

  static void compare(Rule rule, Schema schema, Schema runs, Live live, Findings findings) {
    String subject = schema.subject().get();
    if (live.otherSchemas().contains(subject)) {
      findings.add(
          rule,
          schema,
          schema.subject(),
          "Subject '"
              + subject
              + "' has another schema in the registry than is declared. Register the declared one,"
              + " or declare the one that is there.");
    }
    Located<String> declared = schema.compatibility();
    String now =
        runs.compatibility().isAbsent() ? live.compatibility() : runs.compatibility().orNull();
    if (declared.isKnown() && now != null && !declared.get().equalsIgnoreCase(now)) {
      findings.add(
          rule,
          schema,
          declared,
          "Subject '"
              + subject
              + "' is declared with compatibility "
              + declared
              + " and has "
              + now
              + (runs.compatibility().isAbsent() ? ", which is the registry's own" : "")
              + ". Apply the landscape, or declare what is there.");
    }
  }
}
