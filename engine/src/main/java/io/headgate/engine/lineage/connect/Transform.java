package io.headgate.engine.lineage.connect;

import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Schema.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * One transform of a connector.
 *
 * @param alias what the connector calls it
 * @param type its class
 * @param name the class without package and side, such as {@code MaskField}
 * @param side the part of the record that it changes
 * @param apache whether it is one of Apache Kafka's
 * @param config the connector's properties
 */
record Transform(
    String alias, Located<String> type, String name, Side side, boolean apache, Config config) {

  private static final String APACHE = "org.apache.kafka.connect.transforms.";

  static Transform of(String alias, Config config) {
    Located<String> type = config.get("transforms." + alias + ".type");
    String full = type.orElse("").strip();
    int dollar = full.indexOf('$');
    String plain = dollar < 0 ? full : full.substring(0, dollar);
    return new Transform(
        alias,
        type,
        plain.substring(plain.lastIndexOf('.') + 1),
        full.endsWith("$Key") ? Side.KEY : Side.VALUE,
        plain.startsWith(APACHE),
        config);
  }

  /** The transforms that a connector applies, in its order. */
  static List<Transform> of(Config config) {
    List<Transform> all = new ArrayList<>();
    for (String alias : listed(config.get("transforms").orElse(""))) {
      all.add(of(alias, config));
    }
    return all;
  }

  /** The transforms that have a type and are not applied. */
  static List<Transform> idle(Config config) {
    List<Transform> idle = new ArrayList<>();
    Located<String> applied = config.get("transforms");
    if (applied.isUnknown()) {
      return idle;
    }
    List<String> names = listed(applied.orElse(""));
    for (Property property : config.properties()) {
      String key = property.key().orElse("");
      if (key.startsWith("transforms.") && key.endsWith(".type")) {
        int end = key.length() - ".type".length();
        String alias =
            end > "transforms.".length() ? key.substring("transforms.".length(), end) : "";
        if (!alias.isEmpty() && alias.indexOf('.') < 0 && !names.contains(alias)) {
          idle.add(of(alias, config));
        }
      }
    }
    return idle;
  }

  /** Whether it is there to hide or drop fields. */
  boolean isProtection() {
    return apache && (name.equals("MaskField") || (name.equals("ReplaceField") && hasExclusion()));
  }

  private boolean hasExclusion() {
    return option("exclude").isKnown() || option("blacklist").isKnown();
  }

  Located<String> option(String key) {
    return config.get("transforms." + alias + "." + key);
  }

  List<String> list(String key) {
    return listed(option(key).orElse(""));
  }

  static List<String> listed(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }
}
