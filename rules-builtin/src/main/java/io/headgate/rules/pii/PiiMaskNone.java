package io.headgate.rules.pii;

import io.headgate.rules.pii.MaskReach.Hit;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.MaskingPolicy;
import io.headgate.spi.model.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Masking policies for personal data that only count it. */
public final class PiiMaskNone implements Checker {

  /** {@code pii-mask-none}. */
  public static final Rule RULE =
      Rule.error("pii-mask-none", "A masking policy for personal data hides nothing.")
          .tagged("pii");

  @Override
  public void check(Bundle bundle, Findings findings) {
    List<MaskingPolicy> idle =
        bundle.all(MaskingPolicy.class).stream().filter(MaskReach::hidesNothing).toList();
    if (idle.isEmpty()) {
      return;
    }
    Map<Located<String>, String> reasons = reached(bundle);
    for (MaskingPolicy policy : idle) {
      String reason = MaskPurpose.personal(policy);
      if (reason == null) {
        reason = reasons.get(policy.redaction());
      }
      if (reason != null) {
        findings.add(
            RULE,
            policy,
            policy.redaction(),
            "Masking policy '"
                + policy.name()
                + "' has redaction '"
                + policy.redaction()
                + "', which hides nothing, but "
                + reason
                + ". Use a redaction that hides values, such as 'All' or 'Last-4'.");
      }
    }
  }

  /** What the policies with redaction {@code None} reach, by their redactions. */
  private static Map<Located<String>, String> reached(Bundle bundle) {
    Map<Located<String>, String> reasons = new HashMap<>();
    MaskReach masks = new MaskReach(bundle);
    for (Schema schema : bundle.all(Schema.class)) {
      for (FieldFact fact : FieldFact.of(bundle, schema, Marks.USUAL)) {
        if (isPersonal(fact)) {
          for (Hit hit : masks.reaching(schema, fact.field().path())) {
            reasons.putIfAbsent(
                hit.policy().redaction(),
                "it reaches the personal field '"
                    + fact.field().path()
                    + "' of schema '"
                    + schema.subject()
                    + "'");
          }
        }
      }
    }
    return reasons;
  }

  /** Whether this rule already says that the field is not hidden. */
  static boolean speaksFor(Schema schema, FieldFact fact, MaskReach masks) {
    return masks.reaching(schema, fact.field().path()).stream()
        .anyMatch(
            hit ->
                !hit.hides() && (isPersonal(fact) || MaskPurpose.personal(hit.policy()) != null));
  }

  private static boolean isPersonal(FieldFact fact) {
    return !fact.denied()
        && (Marks.USUAL.claim(fact.field()) != null || (fact.isHigh() && !fact.marked()));
  }
}
