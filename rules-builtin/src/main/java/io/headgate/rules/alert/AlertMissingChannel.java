package io.headgate.rules.alert;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.Bundle;

/** Alerts that are sent to nobody. */
public final class AlertMissingChannel implements Checker {

  /** {@code alert-missing-channel}. */
  public static final Rule RULE =
      Rule.warning("alert-missing-channel", "An alert is sent to no channel.").tagged("alerts");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      if (rule.channels().isEmpty()) {
        findings.add(
            RULE,
            rule,
            rule.topic(),
            "The "
                + rule.subject()
                + " is sent to no channel, so only who looks at the platform at that moment hears"
                + " of it. Name a channel in 'channels'.");
      }
    }
  }
}
