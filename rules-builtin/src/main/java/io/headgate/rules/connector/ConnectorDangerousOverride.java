package io.headgate.rules.connector;

import io.headgate.rules.kafka.Patterns;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connectors that load code into the Connect worker or talk to another cluster by their clients.
 */
public final class ConnectorDangerousOverride implements Checker {

  private static final Setting<List<String>> FORBIDDEN =
      Setting.texts(
          "forbidden",
          List.of(
              "bootstrap.servers",
              "interceptor.classes",
              "metric.reporters",
              "security.providers",
              "ssl.engine.factory.class",
              "sasl.login.class",
              "sasl.login.callback.handler.class",
              "sasl.client.callback.handler.class"),
          "Client settings that a connector must not override; '*' is a wildcard.");

  /** {@code connector-dangerous-override}. */
  public static final Rule RULE =
      Rule.error(
              "connector-dangerous-override",
              "A connector overrides a client setting that only the platform may set.")
          .with(FORBIDDEN)
          .tagged("hardening");

  private static final List<String> OVERRIDES =
      List.of("producer.override.", "consumer.override.", "admin.override.");

  private final Patterns forbidden;

  /** A checker with the policy's settings. */
  public ConnectorDangerousOverride(Settings settings) {
    forbidden = new Patterns(settings.get(FORBIDDEN));
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Connector connector : bundle.all(Connector.class)) {
      for (Property property : connector.config().properties()) {
        String key = property.key().orNull();
        String setting = key == null ? null : overridden(key);
        if (setting != null && key != null) {
          String fault = fault(setting, property.value());
          if (fault != null) {
            findings.add(
                RULE,
                connector,
                property.key(),
                "Connector '"
                    + connector.name()
                    + "' sets "
                    + key
                    + ", "
                    + fault
                    + ". Take it out, or let the platform set it for the workers.");
          }
        }
      }
    }
  }

  private @Nullable String fault(String setting, Located<String> value) {
    if (forbidden.match(setting)) {
      return setting.equals("bootstrap.servers")
          ? "so it uses another cluster than its workers', which nobody here judges"
          : "which loads code into the Connect worker or changes how it logs in";
    }
    String login = setting.equals("sasl.jaas.config") ? value.orElse("") : "";
    String advisory =
        login.contains("JndiLoginModule")
            ? "CVE-2023-25194"
            : login.contains("LdapLoginModule") ? "CVE-2025-27818" : null;
    return advisory == null
        ? null
        : "whose login module runs code from a directory server (" + advisory + ")";
  }

  private static @Nullable String overridden(String key) {
    for (String prefix : OVERRIDES) {
      if (key.startsWith(prefix)) {
        return key.substring(prefix.length());
      }
    }
    return null;
  }
}
