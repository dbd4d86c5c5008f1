package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.ConnectorReader;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;

/** {@code apps/connectors/}; exported as JSON the keys begin with a capital. */
final class Connectors {

  private Connectors() {}

  static void read(Mapping mapping, Reading reading) {
    String nameKey = mapping.entry("Name") != null ? "Name" : "name";
    MappingReader connector = MappingReader.of(mapping, nameKey, "a connector", reading);
    String configKey = connector.oneOf("config", "Config");
    Located<String> name = connector.text(nameKey, "name");
    if (!name.isKnown() && mapping.get(configKey) instanceof Mapping config) {
      name = MappingReader.of(config, "name", "a connector", reading).text("name", "name");
    }
    if (name.isAbsent()) {
      name = connector.name(nameKey);
    }
    Config config =
        connector.config(configKey, "config", new ResourceRef(Kind.CONNECTOR, name.toString()));
    ConnectorReader.add(
        name,
        connector.text(connector.oneOf("clusterName", "ClusterName"), "cluster"),
        config.get("connector.class"),
        config,
        mapping.get(configKey),
        reading);
    connector.finish();
  }
}
