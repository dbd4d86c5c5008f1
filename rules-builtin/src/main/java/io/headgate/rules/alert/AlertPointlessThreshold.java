package io.headgate.rules.alert;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.AlertRule.Watch;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Alerts that always fire or never do. */
public final class AlertPointlessThreshold implements Checker {

  /** {@code alert-pointless-threshold}. */
  public static final Rule RULE =
      Rule.error(
              "alert-pointless-threshold",
              "An alert has a threshold by which it always or never fires.")
          .tagged("alerts");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      Long threshold = rule.threshold().orNull();
      Watch watch = rule.watch().orNull();
      String fault = watch == null || threshold == null ? null : fault(watch, threshold);
      if (fault != null) {
        add(rule, rule.threshold(), "threshold " + threshold + ", so it " + fault, findings);
      }
      String window = rule.window().orElse("");
      if (!window.isEmpty() && isNothing(window)) {
        add(
            rule,
            rule.window(),
            "the window '"
                + window
                + "', in which nothing can happen; give it some minutes, as PT10M",
            findings);
      }
    }
  }

  private static void add(AlertRule rule, Located<?> where, String fault, Findings findings) {
    findings.add(RULE, rule, where, "The " + rule.subject() + " has " + fault + ".");
  }

  private static @Nullable String fault(Watch watch, long threshold) {
    return switch (watch) {
      case LAG ->
          threshold <= 0 ? "fires even when the group has read everything; allow some lag" : null;
      case SILENCE ->
          threshold <= 0 ? "never fires: there is no less than none; use 1 or more" : null;
      case SURGE -> threshold < 0 ? "fires even when nothing is written; use 0 or more" : null;
      default -> null;
    };
  }

  private static boolean isNothing(String window) {
    try {
      Duration duration = Duration.parse(window.strip());
      return duration.isZero() || duration.isNegative();
    } catch (DateTimeParseException e) {
      return false; // what the platform makes of it is not known
    }
  }
}
