package io.headgate.rules.connection;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Connection;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Deployment;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of clients wherever they stand: in connections of the platform, in connectors and in
 * the environment of deployments. Keys are brought to Kafka's spelling.
 */
final class ClientSettings {

  /**
   * One setting.
   *
   * @param holder what has it
   * @param key in lower case with dots, such as {@code security.protocol}, with whatever stands
   *     ahead of it
   * @param value as written
   */
  record Entry(Resource holder, String key, Located<String> value) {

    /** Whether the key is this one, be it behind a prefix such as {@code producer.override}. */
    boolean is(String name) {
      return key.endsWith(name)
          && (key.length() == name.length() || key.charAt(key.length() - name.length() - 1) == '.');
    }

    /** The start of a sentence that names the holder and the key. */
    String subject() {
      String kind = holder.ref().kind().word();
      return Character.toUpperCase(kind.charAt(0))
          + kind.substring(1)
          + " '"
          + holder.ref().name()
          + "' sets "
          + value.attribute().substring(value.attribute().indexOf('.') + 1);
    }
  }

  private ClientSettings() {}

  /** All settings of which the value is known. */
  static List<Entry> of(Bundle bundle) {
    List<Entry> entries = new ArrayList<>();
    for (Connection connection : bundle.all(Connection.class)) {
      add(connection, connection.configuration(), entries);
    }
    for (Connector connector : bundle.all(Connector.class)) {
      add(connector, connector.config(), entries);
    }
    for (Deployment deployment : bundle.all(Deployment.class)) {
      add(deployment, deployment.environment(), entries);
    }
    return entries;
  }

  private static void add(Resource holder, Config config, List<Entry> entries) {
    for (Property property : config.properties()) {
      if (property.key().isKnown() && property.value().isKnown()) {
        entries.add(new Entry(holder, normal(property.key().get()), property.value()));
      }
    }
  }

  /** {@code saslMechanism} and {@code SASL_MECHANISM} as {@code sasl.mechanism}. */
  private static String normal(String key) {
    StringBuilder name = new StringBuilder(key.length() + 4);
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(key.charAt(i - 1))) {
        name.append('.');
      }
      name.append(c == '_' ? '.' : Character.toLowerCase(c));
    }
    return name.toString();
  }
}
