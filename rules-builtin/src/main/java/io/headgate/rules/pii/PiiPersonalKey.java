package io.headgate.rules.pii;

import io.headgate.rules.schema.OncePerType;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Schema;

/** Personal data in the keys of records. */
public final class PiiPersonalKey implements Checker {

  /** {@code pii-personal-key}. */
  public static final Rule RULE =
      Rule.warning("pii-personal-key", "The keys of a topic hold personal data.")
          .with(NotPersonal.SETTING)
          .tagged("pii", "gdpr");

  private final NotPersonal notPersonal;

  /** A checker with the policy's settings. */
  public PiiPersonalKey(Settings settings) {
    notPersonal = new NotPersonal(settings);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Schema schema : bundle.all(Schema.class)) {
      if (schema.side() != Schema.Side.KEY) {
        continue;
      }
      OncePerType once = new OncePerType();
      for (FieldFact fact : FieldFact.of(bundle, schema, Marks.USUAL)) {
        boolean personal = fact.claim() != null || (fact.isHigh() && !fact.marked());
        if (personal
            && !fact.denied()
            && !notPersonal.names(bundle, schema, fact.field())
            && once.isFirst(fact.field())) {
          findings.add(
              RULE,
              schema,
              fact.field().name(),
              "Field '"
                  + fact.field().path()
                  + "' of key schema '"
                  + schema.subject()
                  + "' is personal, but keys are logged, shown by every tool, and kept as long as"
                  + " compaction keeps the topic. Use a random id as the key, and put the field into"
                  + " the value.");
        }
      }
    }
  }
}
