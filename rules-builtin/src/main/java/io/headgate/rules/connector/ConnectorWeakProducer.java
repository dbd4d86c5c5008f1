package io.headgate.rules.connector;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Located;

/** Source connectors that give up what makes a write safe. */
public final class ConnectorWeakProducer implements Checker {

  /** {@code connector-weak-producer}. */
  public static final Rule RULE =
      Rule.warning(
              "connector-weak-producer",
              "A connector's producer does not wait until its records are safe.")
          .tagged("durability");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Connector connector : bundle.all(Connector.class)) {
      Located<String> acks = connector.config().get("producer.override.acks");
      String word = acks.orElse("").strip();
      if (word.equals("0") || word.equals("1")) {
        findings.add(
            RULE,
            connector,
            acks,
            "Connector '"
                + connector.name()
                + "' has producer.override.acks "
                + word
                + ", so a record counts as written before its replicas have it and is lost with its"
                + " leader. Take it out: Kafka Connect uses all.");
      }
    }
  }
}
