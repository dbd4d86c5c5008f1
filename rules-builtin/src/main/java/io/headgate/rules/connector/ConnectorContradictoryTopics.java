package io.headgate.rules.connector;

import io.headgate.rules.kafka.Connect;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Located;
import java.util.Set;

/** Sinks that name their topics in a way that Kafka Connect refuses. */
public final class ConnectorContradictoryTopics implements Checker {

  /** {@code connector-contradictory-topics}. */
  public static final Rule RULE =
      Rule.error(
              "connector-contradictory-topics",
              "A sink connector names its topics twice or not at all, or reads its own dead letters.")
          .tagged("config", "broker-truth");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Connector connector : bundle.all(Connector.class)) {
      Located<String> list = connector.config().get("topics");
      Located<String> pattern = connector.config().get("topics.regex");
      if (!Connect.isSink(connector) || list.isUnknown() || pattern.isUnknown()) {
        continue;
      }
      boolean named = !Connect.list(list.orElse("")).isEmpty();
      boolean matched = !pattern.orElse("").isBlank();
      String sink = "Sink connector '" + connector.name() + "' ";
      if (named && matched) {
        findings.add(
            RULE,
            connector,
            pattern,
            sink
                + "has both topics and topics.regex, which Kafka Connect refuses. Keep one of them.");
      } else if (!named && !matched && Connect.isNamedSink(connector)) {
        findings.add(
            RULE,
            connector,
            list,
            sink
                + "has neither topics nor topics.regex, without which Kafka Connect refuses it."
                + " Name its topics.");
      } else {
        checkQueue(connector, bundle, sink, findings);
      }
    }
  }

  private static void checkQueue(
      Connector connector, Bundle bundle, String sink, Findings findings) {
    Located<String> queue = connector.config().get(Connect.DEAD_LETTER_QUEUE);
    Set<String> topics = queue.isKnown() ? Connect.topics(connector, bundle) : null;
    if (topics != null && topics.contains(queue.get().strip())) {
      findings.add(
          RULE,
          connector,
          queue,
          sink
              + "reads '"
              + queue.get().strip()
              + "', its own dead letter queue, which Kafka Connect refuses. Name a queue that "
              + (connector.topics().isEmpty()
                  ? "topics.regex does not match."
                  : "is not in topics."));
    }
  }
}
