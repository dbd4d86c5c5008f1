package io.headgate.rules.pii;

import io.headgate.rules.schema.OncePerType;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Schema;

/** Fields that look personal although nobody says what they are. */
public final class PiiUnclassifiedField implements Checker {

  private static final Setting<String> CONFIDENCE =
      Setting.text(
          "confidence", "high", "How sure the detector must be: 'high', or 'medium' to hear more.");

  /** {@code pii-unclassified-field}. */
  public static final Rule RULE =
      Rule.warning(
              "pii-unclassified-field", "A field looks like personal data and is not classified.")
          .with(CONFIDENCE, NotPersonal.SETTING)
          .tagged("pii");

  private final int least;
  private final NotPersonal notPersonal;

  /** A checker with the policy's settings. */
  public PiiUnclassifiedField(Settings settings) {
    least = settings.get(CONFIDENCE).equalsIgnoreCase("medium") ? Detection.MEDIUM : Detection.HIGH;
    notPersonal = new NotPersonal(settings);
    // Read ahead, while others still read files.
    Vocabulary.get();
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    MaskReach masks = new MaskReach(bundle);
    Bundle base = bundle.base();
    Before before = base == null ? null : new Before(base, Marks.USUAL);
    for (Schema schema : bundle.all(Schema.class)) {
      OncePerType once = new OncePerType();
      for (FieldFact fact : FieldFact.of(bundle, schema, Marks.USUAL)) {
        Detection detection = fact.detection();
        if (detection != null
            && detection.score() >= least
            && !fact.marked()
            && !notPersonal.names(bundle, schema, fact.field())
            && masks.naming(fact.field().path()) == null
            && masks.reaching(schema, fact.field().path()).isEmpty()
            // What a change takes away, rules about changes tell.
            && (before == null || !before.has(schema, fact.field().path()))
            && once.isFirst(fact.field())) {
          findings.add(
              RULE,
              schema,
              fact.field().name(),
              message(schema, detection, bundle.canDeclare(Kind.MASKING_POLICY)));
        }
      }
    }
  }

  private static String message(Schema schema, Detection detection, boolean maskable) {
    return "Field '"
        + detection.field().path()
        + "' of schema '"
        + schema.subject()
        + "' looks like personal data ("
        + detection.summary()
        + "), but nobody says what it is. Tag it, for example with \"confluent:tags\": [\"PII\"],"
        + (maskable ? " name it in a masking policy," : "")
        + " or record \"not_pii\" with the reason.";
  }
}
