package io.headgate.rules.connector;

import io.headgate.rules.kafka.ConfigValue;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Property;
import java.util.List;
import java.util.Map;

/** Properties that Kafka Connect itself refuses, whatever the connector. */
public final class ConnectorInvalidConfig implements Checker {

  /** {@code connector-invalid-config}. */
  public static final Rule RULE =
      Rule.error("connector-invalid-config", "A connector sets a value that Kafka Connect refuses.")
          .tagged("config", "broker-truth");

  private static final int SHOWN = 60;

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Connector connector : bundle.all(Connector.class)) {
      if (connector.connectorClass().isAbsent() || connector.connectorClass().is("")) {
        findings.add(
            RULE,
            connector,
            connector.connectorClass(),
            "Connector '"
                + connector.name()
                + "' has no connector.class, without which Kafka Connect refuses it. Name its class.");
      }
      for (Property property : connector.config().properties()) {
        String value = property.value().orNull();
        ConfigValue wanted =
            property.key().isKnown() ? Table.VALUES.get(property.key().get()) : null;
        if (value != null && wanted != null && !wanted.accepts(value)) {
          findings.add(
              RULE,
              connector,
              property.value(),
              "Connector '"
                  + connector.name()
                  + "' sets "
                  + property.key()
                  + " to '"
                  + (value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value)
                  + "', which Kafka Connect refuses. Write "
                  + wanted.wanted()
                  + ".");
        }
      }
    }
  }

  /** Apart, so that a landscape without connectors does not make it. */
  private static final class Table {

    private static final ConfigValue FLAG = new ConfigValue.Flag();
    private static final ConfigValue LONG =
        new ConfigValue.WholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);

    private static final Map<String, ConfigValue> VALUES =
        Map.ofEntries(
            Map.entry("tasks.max", new ConfigValue.WholeNumber(1, Integer.MAX_VALUE)),
            Map.entry("tasks.max.enforce", FLAG),
            Map.entry("config.action.reload", new ConfigValue.Word(List.of("none", "restart"))),
            Map.entry("errors.tolerance", new ConfigValue.Word(List.of("none", "all"))),
            Map.entry("errors.retry.timeout", LONG),
            Map.entry("errors.retry.delay.max.ms", LONG),
            Map.entry("errors.log.enable", FLAG),
            Map.entry("errors.log.include.messages", FLAG),
            Map.entry("errors.deadletterqueue.context.headers.enable", FLAG),
            Map.entry(
                "errors.deadletterqueue.topic.replication.factor",
                new ConfigValue.WholeNumber(Short.MIN_VALUE, Short.MAX_VALUE)));
  }
}
