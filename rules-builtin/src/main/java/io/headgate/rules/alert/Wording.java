package io.headgate.rules.alert;

import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.Bundle;

/** The way out in the words of where the alerts of a bundle are kept. */
final class Wording {

  private Wording() {}

  /**
   * One of two wordings.
   *
   * @param settings for a platform whose alerts are conditions in its settings
   * @param rules for alerts that are rules with names, as those of Prometheus
   */
  static String of(Bundle bundle, String settings, String rules) {
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      if (!rule.name().isAbsent()) {
        return rules;
      }
    }
    return settings;
  }
}
