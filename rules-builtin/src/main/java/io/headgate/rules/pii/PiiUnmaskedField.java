package io.headgate.rules.pii;

import io.headgate.rules.pii.MaskReach.Hit;
import io.headgate.rules.schema.OncePerType;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Personal fields that people can read in the clear through the platform. */
public final class PiiUnmaskedField implements Checker {

  private static final Setting<List<String>> TAGS =
      Setting.texts("tags", Marks.TAGS, "The tags that mean personal or sensitive data.");

  /** {@code pii-unmasked-field}. */
  public static final Rule RULE =
      Rule.error("pii-unmasked-field", "No masking policy hides a personal field.")
          .with(TAGS, NotPersonal.SETTING)
          .tagged("pii");

  private final Marks marks;
  private final NotPersonal notPersonal;

  /** A checker with the policy's settings. */
  public PiiUnmaskedField(Settings settings) {
    marks = new Marks(settings.get(TAGS));
    notPersonal = new NotPersonal(settings);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (!bundle.canDeclare(Kind.MASKING_POLICY)) {
      return;
    }
    MaskReach masks = new MaskReach(bundle);
    for (Schema schema : bundle.all(Schema.class)) {
      OncePerType once = new OncePerType();
      List<FieldFact> facts = FieldFact.of(bundle, schema, marks);
      for (FieldFact fact : facts) {
        Hit named = masks.naming(fact.field().path());
        if (isPersonal(fact, masks)
            && !fact.denied()
            && !notPersonal.names(bundle, schema, fact.field())
            && !isHidden(schema, fact, facts, masks)
            && !PiiMaskNone.speaksFor(schema, fact, masks)
            && once.isFirst(fact.field())) {
          findings.add(
              RULE, schema, fact.field().name(), message(schema, fact, named), related(named));
        }
      }
    }
  }

  /** Whether somebody says that a field is personal: by a mark, or by hiding one of its name. */
  static boolean isPersonal(FieldFact fact, MaskReach masks) {
    return fact.claim() != null
        || (fact.isHigh() && !fact.marked() && masks.naming(fact.field().path()) != null);
  }

  /** A record is hidden too when each of its leaves is. */
  private static boolean isHidden(
      Schema schema, FieldFact fact, List<FieldFact> facts, MaskReach masks) {
    return masks.isHidden(schema, fact.field().path())
        || (!fact.leaf()
            && facts.stream()
                .filter(other -> other.leaf() && other.isBelow(fact))
                .allMatch(leaf -> masks.isHidden(schema, leaf.field().path())));
  }

  private static String message(Schema schema, FieldFact fact, @Nullable Hit named) {
    Detection detection = fact.detection();
    String what =
        fact.claim() != null
            ? "is marked '" + fact.claim() + "'"
            : "looks like personal data (" + (detection == null ? "" : detection.summary()) + ")";
    return "Field '"
        + fact.field().path()
        + "' of schema '"
        + schema.subject()
        + "' "
        + what
        + ", but no masking policy hides it. "
        + (named == null
            ? "Name it in the fields of a masking policy."
            : "Policy '"
                + named.policy().name()
                + (named.hides()
                    ? "' names it, but not for topic '"
                        + schema.topic()
                        + "': add the topic to its datasets."
                    : "' names it, but its redaction hides nothing: choose one that does."));
  }

  private static Related[] related(@Nullable Hit named) {
    return named == null
        ? new Related[0]
        : new Related[] {
          new Related(
              named.entry().place(), "Policy '" + named.policy().name() + "' names it here.")
        };
  }
}
