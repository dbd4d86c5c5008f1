package io.headgate.rules.connector;

import io.headgate.rules.kafka.Connect;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Located;

/** Sinks that skip every record they cannot handle and keep none of them. */
public final class ConnectorSilentDrop implements Checker {

  /** {@code connector-silent-drop}. */
  public static final Rule RULE =
      Rule.error("connector-silent-drop", "A sink connector drops records that it cannot handle.")
          .tagged("data-loss");

  private static final String TOLERANCE = "errors.tolerance";
  private static final String DEAD_LETTER_QUEUE = Connect.DEAD_LETTER_QUEUE;

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Connector connector : bundle.all(Connector.class)) {
      Located<String> tolerance = connector.config().get(TOLERANCE);
      Located<String> queue = connector.config().get(DEAD_LETTER_QUEUE);
      if (tolerance.orElse("").strip().equalsIgnoreCase("all")
          && !queue.isUnknown()
          && queue.orElse("").isBlank()
          && Connect.isSink(connector)) {
        findings.add(
            RULE,
            connector,
            tolerance,
            "Connector '"
                + connector.name()
                + "' has "
                + TOLERANCE
                + " '"
                + tolerance
                + "' without a dead letter queue, so records that it cannot handle are lost. Set "
                + DEAD_LETTER_QUEUE
                + " to a topic, or let the task fail with "
                + TOLERANCE
                + " 'none'.");
      }
    }
  }
}
