package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.ConnectorReader;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import org.jspecify.annotations.Nullable;

/** {@code apps/connectors/}; exported as JSON the keys begin with a capital. */
final class Connectors {

  private Connectors() {}

  static void read(Mapping mapping, Reading reading) {
    MappingReader connector = MappingReader.of(mapping, "a connector", reading);
    String nameKey = connector.nameKey("name", "Name");
    if (mapping.entry("connector.class") != null) {
      reading.unreadable(
          connector.keyPlace("connector.class"),
          "config",
          "The properties of a connector must stand under 'config', beside 'clusterName' and"
              + " 'name'.");
      return;
    }
    String configKey = connector.key("config", "Config");
    if (connector.node(configKey) == null) {
      reading.unreadable(
          connector.keyPlace(configKey), "config", "A connector needs a mapping 'config'.");
    }
    Located<String> name = name(connector, nameKey, mapping.get(configKey), reading);
    Config config =
        connector.config(configKey, "config", new ResourceRef(Kind.CONNECTOR, name.toString()));
    ConnectorReader.add(
        name,
        connector.text(connector.key("clusterName", "ClusterName"), "cluster"),
        config.get("connector.class"),
        config,
        mapping.get(configKey),
        reading);
    connector.finish();
  }

  /** The name, which may stand in the properties; where it stands twice, it must be the same. */
  private static Located<String> name(
      MappingReader connector, String nameKey, @Nullable Node properties, Reading reading) {
    Located<String> own = connector.text(nameKey, "name");
    Located<String> inner =
        properties instanceof Mapping config
            ? MappingReader.of(config, "name", "a connector", reading).text("name", "name")
            : Located.absent("name", own.place());
    if (own.isAbsent() || own.is("")) {
      return connector.required(nameKey, inner);
    }
    if (own.isKnown() && inner.isKnown() && !inner.is(own.get())) {
      reading.unreadable(
          inner.place(),
          "config.name",
          "The connector is called '"
              + own.get()
              + "' here and '"
              + inner.get()
              + "' in its properties; import refuses that. Keep one name.");
    }
    return own;
  }
}
