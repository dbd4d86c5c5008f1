package io.headgate.rules.change;

import io.headgate.rules.pii.Declassified;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import java.util.List;

/** Fields that are no longer called personal. */
public final class ChangeClassificationLowered implements Checker {

  /** {@code change-classification-lowered}. */
  public static final Rule RULE =
      Rule.error(
              "change-classification-lowered",
              "A change takes from a field the word that it is personal, and the field stays.")
          .with(Declassified.TAGS)
          .tagged("change-safety", "pii");

  private final List<String> tags;

  /** A checker with the policy's settings. */
  public ChangeClassificationLowered(Settings settings) {
    tags = settings.get(Declassified.TAGS);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null) {
      return;
    }
    for (Declassified.Loss loss : Declassified.between(base, bundle, tags)) {
      findings.add(
          RULE,
          loss.schema(),
          loss.field().name(),
          "Field '"
              + loss.field().path()
              + "' of schema '"
              + loss.schema().subject()
              + "' is no longer marked '"
              + loss.mark()
              + "', but it stays, and with the mark goes every rule that protects it. Put the mark"
              + " back, or waive the finding with the reason why the data is no longer personal.",
          new Related(loss.was().name().place(), "It was marked '" + loss.mark() + "' here."));
    }
  }
}
