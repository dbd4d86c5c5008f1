package io.headgate.rules.connector;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Located;

/** Connectors with more tasks than the policy allows. */
public final class ConnectorTooManyTasks implements Checker {

  private static final Setting<Long> MAX =
      Setting.integer("max", 16, "The greatest number of tasks a connector may have.");

  /** {@code connector-too-many-tasks}. */
  public static final Rule RULE =
      Rule.warning(
              "connector-too-many-tasks",
              "A connector may start more tasks than the policy allows.")
          .with(MAX)
          .tagged("limits");

  private final long max;

  /** A checker with the policy's settings. */
  public ConnectorTooManyTasks(Settings settings) {
    max = settings.get(MAX);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Connector connector : bundle.all(Connector.class)) {
      Located<Long> tasks = connector.config().number("tasks.max");
      Located<String> enforced = connector.config().get("tasks.max.enforce");
      if (tasks.isKnown() && tasks.get() > max) {
        findings.add(
            RULE,
            connector,
            tasks,
            "Connector '"
                + connector.name()
                + "' has tasks.max "
                + tasks
                + ", more than "
                + max
                + ". Lower it: all connectors share the memory of the Connect workers.");
      }
      if (enforced.orElse("").strip().equalsIgnoreCase("false")) {
        findings.add(
            RULE,
            connector,
            enforced,
            "Connector '"
                + connector.name()
                + "' has tasks.max.enforce false, so it may start any number of tasks. Take it out.");
      }
    }
  }
}
