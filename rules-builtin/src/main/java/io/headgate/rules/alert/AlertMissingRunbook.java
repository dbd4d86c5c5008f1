package io.headgate.rules.alert;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Alerts that call somebody who is not told what to do. */
public final class AlertMissingRunbook implements Checker {

  private static final Setting<List<String>> ANNOTATIONS =
      Setting.texts(
          "annotations",
          List.of("runbook_url", "runbook"),
          "The annotations of which one says what to do.");

  private static final Setting<List<String>> SEVERITIES =
      Setting.texts(
          "severities",
          List.of("critical", "page"),
          "The severities of alerts that call somebody.");

  /** {@code alert-missing-runbook}. */
  public static final Rule RULE =
      Rule.warning("alert-missing-runbook", "An alert calls somebody without saying what to do.")
          .with(ANNOTATIONS, SEVERITIES)
          .tagged("alerts");

  private final List<String> annotations;
  private final List<String> severities;

  /** A checker with the policy's settings. */
  public AlertMissingRunbook(Settings settings) {
    annotations = settings.get(ANNOTATIONS);
    severities = settings.get(SEVERITIES);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Set<Place> said = new HashSet<>();
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      String severity = rule.labels().get("severity").orElse("");
      if (severities.contains(severity) && !hasRunbook(rule) && said.add(rule.place())) {
        findings.add(
            RULE,
            rule,
            rule.annotations().get(annotations.get(0)),
            "The "
                + rule.subject()
                + " is of severity '"
                + severity
                + "', but does not say what to do when it fires. Add the address of a runbook as"
                + " annotation '"
                + annotations.get(0)
                + "'.");
      }
    }
  }

  private boolean hasRunbook(AlertRule rule) {
    for (String annotation : annotations) {
      if (rule.annotations().has(annotation)) {
        return true;
      }
    }
    return annotations.isEmpty();
  }
}
