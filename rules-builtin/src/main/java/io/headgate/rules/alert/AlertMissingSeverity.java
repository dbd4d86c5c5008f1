package io.headgate.rules.alert;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Nearest;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Alerts that do not say how urgent they are. */
public final class AlertMissingSeverity implements Checker {

  private static final String LABEL = "severity";

  private static final Setting<List<String>> ALLOWED =
      Setting.texts("allowed", List.of(), "The severities there are; any when there are none.");

  /** {@code alert-missing-severity}. */
  public static final Rule RULE =
      Rule.warning("alert-missing-severity", "An alert does not say how urgent it is.")
          .with(ALLOWED)
          .tagged("alerts");

  private final List<String> allowed;

  /** A checker with the policy's settings. */
  public AlertMissingSeverity(Settings settings) {
    allowed = settings.get(ALLOWED);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Set<Place> said = new HashSet<>();
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      Located<String> severity = rule.labels().get(LABEL);
      String fault = fault(severity);
      if (!fault.isEmpty() && said.add(rule.place())) {
        findings.add(RULE, rule, severity, "The " + rule.subject() + fault);
      }
    }
  }

  private String fault(Located<String> severity) {
    String value = severity.orElse("").strip();
    if (severity.isAbsent() || (severity.isKnown() && value.isEmpty())) {
      return " has no label 'severity', so nobody can be called, or left to sleep, by it. Add one"
          + (allowed.isEmpty() ? ", such as 'warning'." : ": " + list() + ".");
    }
    if (severity.isUnknown() || allowed.isEmpty() || allowed.contains(value)) {
      return "";
    }
    return " has severity '"
        + value
        + "', by which nothing is routed."
        + Nearest.hint(value, allowed)
        + " The severities are "
        + list()
        + ".";
  }

  private String list() {
    return "'" + String.join("', '", allowed) + "'";
  }
}
