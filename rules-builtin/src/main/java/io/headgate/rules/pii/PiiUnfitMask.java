package io.headgate.rules.pii;

import io.headgate.rules.pii.MaskReach.Hit;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.MaskingPolicy;
import io.headgate.spi.model.Schema;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Masking policies whose redaction is for values of another type. */
public final class PiiUnfitMask implements Checker {

  /** {@code pii-unfit-mask}. */
  public static final Rule RULE =
      Rule.warning(
              "pii-unfit-mask",
              "A masking policy has a redaction that is for values of another type.")
          .tagged("pii");

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (!anyLimited(bundle)) {
      return;
    }
    MaskReach masks = new MaskReach(bundle);
    Set<MaskingPolicy> said = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Schema schema : bundle.all(Schema.class)) {
      for (Field field : schema.fields()) {
        String type = field.name().isKnown() ? type(Shape.of(field)) : null;
        if (type == null) {
          continue;
        }
        for (Hit hit : masks.reaching(schema, field.path())) {
          MaskingPolicy policy = hit.policy();
          String wanted = wanted(policy.redaction().orElse(""));
          if (hit.entry().isKnown() && wanted != null && !wanted.equals(type) && said.add(policy)) {
            findings.add(
                RULE,
                policy,
                policy.redaction(),
                "Masking policy '"
                    + policy.name()
                    + "' has redaction '"
                    + policy.redaction()
                    + "', which is for "
                    + wanted
                    + ", but it reaches field '"
                    + field.path()
                    + "' of schema '"
                    + schema.subject()
                    + "', which holds "
                    + type
                    + ". Use 'All', or a redaction for "
                    + type
                    + ".",
                new Related(field.name().place(), "The field is declared here."));
          }
        }
      }
    }
  }

  private static boolean anyLimited(Bundle bundle) {
    for (MaskingPolicy policy : bundle.all(MaskingPolicy.class)) {
      if (wanted(policy.redaction().orElse("")) != null) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String type(Shape shape) {
    return switch (shape) {
      case TEXT -> "texts";
      case INTEGER, REAL -> "numbers";
      default -> null;
    };
  }

  private static @Nullable String wanted(String redaction) {
    String word = redaction.toLowerCase(Locale.ROOT);
    if (word.startsWith("number-to-")) {
      return "numbers";
    }
    boolean text =
        word.startsWith("first-")
            || word.startsWith("last-")
            || word.equals("email")
            || word.equals("initials");
    return text ? "texts" : null;
  }
}
