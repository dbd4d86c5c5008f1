package io.headgate.rules.connector;

import io.headgate.rules.kafka.Connect;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Fix;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.KafkaVersion;
import io.headgate.spi.model.Property;
import java.util.Map;

/** Options of transforms that Kafka 4 no longer knows and therefore ignores. */
public final class ConnectorRemovedOption implements Checker {

  /** {@code connector-removed-option}. */
  public static final Rule RULE =
      Rule.error(
              "connector-removed-option",
              "A connector uses an option that Kafka 4 has removed and silently ignores.")
          .tagged("upgrade", "broker-truth", Rule.FIXABLE);

  private static final String REPLACE_FIELD = "org.apache.kafka.connect.transforms.ReplaceField$";

  private static final Map<String, String> REMOVED =
      Map.of("blacklist", "exclude", "whitelist", "include");

  @Override
  public void check(Bundle bundle, Findings findings) {
    KafkaVersion version = bundle.environment().kafkaVersion();
    if (version != null && !version.atLeast(4, 0)) {
      return;
    }
    for (Connector connector : bundle.all(Connector.class)) {
      for (String alias : Connect.list(connector.config().get("transforms").orElse(""))) {
        String prefix = "transforms." + alias + ".";
        if (connector.config().get(prefix + "type").orElse("").startsWith(REPLACE_FIELD)) {
          for (Property property : connector.config().properties()) {
            String key = property.key().orElse("");
            String renamed =
                key.startsWith(prefix) ? REMOVED.get(key.substring(prefix.length())) : null;
            if (renamed != null) {
              findings.add(
                  RULE,
                  connector,
                  property.key(),
                  "Connector '"
                      + connector.name()
                      + "' sets "
                      + key
                      + ", which Kafka 4.0 has removed and ignores, so all fields pass. Write "
                      + prefix
                      + renamed
                      + ".",
                  Fix.replace(property.key(), prefix + renamed));
            }
          }
        }
      }
    }
  }
}
