package io.headgate.rules.pii;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decisions about personal data that nothing needs any more, or that are over. */
public final class PiiIdleClassification implements Checker {

  /** {@code pii-idle-classification}. */
  public static final Rule RULE =
      Rule.note(
              "pii-idle-classification",
              "What the policy says about the classification of fields has no effect.")
          .tagged("pii");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Environment.Classification said = bundle.environment().classification();
    List<Schema> schemas = bundle.all(Schema.class);
    if (schemas.isEmpty()) {
      return;
    }
    for (Located<String> language : said.languages()) {
      if (!Vocabulary.LANGUAGES.contains(language.toString().toLowerCase(Locale.ROOT))) {
        findings.add(
            RULE,
            schemas.get(0),
            language,
            "There is no vocabulary for the language '"
                + language
                + "'. Name some of "
                + String.join(", ", Vocabulary.LANGUAGES)
                + ".");
      }
    }
    for (Environment.NotPersonal entry : said.notPersonal()) {
      Schema needing = needing(bundle, entry);
      if (needing == null || entry.expired()) {
        findings.add(
            RULE,
            needing == null ? schemas.get(0) : needing,
            entry.field(),
            message(entry, needing));
      }
    }
  }

  private static String message(Environment.NotPersonal entry, @Nullable Schema needing) {
    String what =
        "The decision of "
            + entry.owner()
            + ", dated "
            + entry.date()
            + ", that '"
            + entry.field()
            + "' is not personal ";
    return needing == null
        ? what + "names no field of the bundle that looks or is called personal. Remove it."
        : what
            + "has expired, and schema '"
            + needing.subject()
            + "' has such a field. Decide again, or classify the field.";
  }

  /** The first schema with a field that would count as personal without the entry. */
  private static @Nullable Schema needing(Bundle bundle, Environment.NotPersonal entry) {
    for (Schema schema : bundle.all(Schema.class)) {
      if (!entry.subject().matches(schema.subject().toString())) {
        continue;
      }
      for (FieldFact fact : FieldFact.of(bundle, schema, Marks.USUAL)) {
        if ((fact.claim() != null || fact.detection() != null)
            && entry.names(schema, fact.field())) {
          return schema;
        }
      }
    }
    return null;
  }
}
