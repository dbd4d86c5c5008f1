package io.headgate.rules.connector;

import io.headgate.rules.kafka.Connect;
import io.headgate.rules.kafka.TopicNames;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Located;

/** Dead letter queues that no file declares. */
public final class ConnectorUndeclaredDeadLetters implements Checker {

  /** {@code connector-undeclared-dead-letters}. */
  public static final Rule RULE =
      Rule.warning(
              "connector-undeclared-dead-letters",
              "A connector's dead letter queue is a topic that nobody declares.")
          .tagged("data-loss", "integrity");

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (!bundle.knowsTopics()) {
      return;
    }
    for (Connector connector : bundle.all(Connector.class)) {
      Located<String> queue = connector.config().get(Connect.DEAD_LETTER_QUEUE);
      String name = queue.orElse("").strip();
      if (!name.isEmpty() && !bundle.hasTopic(name) && Connect.isSink(connector)) {
        findings.add(
            RULE,
            connector,
            queue,
            "Connector '"
                + connector.name()
                + "' sends dead letters to topic '"
                + name
                + "', which nobody declares, so it is made with one partition and the brokers'"
                + " retention, or the connector fails."
                + TopicNames.hint(name, bundle.topicNames())
                + " Declare it.");
      }
    }
  }
}
