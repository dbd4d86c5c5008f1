package io.headgate.rules.pii;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Remark;

/** Transforms that are to mask or drop a field and leave it as it is. */
public final class PiiMaskMissesField implements Checker {

  /** {@code pii-mask-misses-field}. */
  public static final Rule RULE =
      Rule.error(
              "pii-mask-misses-field",
              "A transform is to mask or drop a field that it does not reach.")
          .tagged("pii", "lineage");

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (!hasTransforms(bundle)) {
      return;
    }
    for (Remark remark : bundle.lineage().remarks(Remark.About.MISSED_FIELD)) {
      if (remark.through() instanceof Connector connector) {
        findings.add(
            RULE,
            connector,
            remark.text(),
            "In connector '"
                + connector.name()
                + "' "
                + remark.text().get()
                + ", so "
                + wayOut(remark.text().attribute()));
      }
    }
  }

  private static String wayOut(String attribute) {
    if (attribute.endsWith(".type")) {
      return "it is never applied and the fields leave as they are. List it, or take it out.";
    }
    return attribute.endsWith(".predicate")
        ? "the fields leave as they are. Mend the predicate, or take it out."
        : "the field leaves as it is. Name a field that is there, flatten the record first, or use"
            + " the transform for the other part of the record.";
  }

  private static boolean hasTransforms(Bundle bundle) {
    for (Connector connector : bundle.all(Connector.class)) {
      for (Property property : connector.config().properties()) {
        if (property.key().orElse("").startsWith("transforms")) {
          return true;
        }
      }
    }
    return false;
  }
}
