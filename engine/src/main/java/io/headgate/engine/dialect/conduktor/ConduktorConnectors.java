package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.ConnectorReader;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;

/** {@code Connector}. */
final class ConduktorConnectors {

  private ConduktorConnectors() {}

  static void read(ConduktorObject connector, Reading reading) {
    connector.cluster(reading);
    MappingReader metadata = connector.metadata();
    Located<String> cluster =
        metadata.required("connectCluster", metadata.text("connectCluster", "cluster"));
    connector.declare(reading, connector.written("cluster"), connector.written("connectCluster"));
    connector.labels();
    metadata.text("description", "description");
    MappingReader restart = metadata.mapping("autoRestart");
    if (restart != null) {
      ConduktorObject.bool(restart, "enabled");
      restart.integer("frequencySeconds", "frequencySeconds");
      restart.finish();
    }
    MappingReader spec = connector.spec();
    if (spec.node("config") == null) {
      spec.required("config", Located.absent("config", connector.head()));
    }
    Config config =
        spec.config(
            "config", "config", new ResourceRef(Kind.CONNECTOR, connector.name().toString()));
    ConnectorReader.add(
        connector.name(),
        cluster,
        config.get("connector.class"),
        config,
        spec.source().get("config"),
        reading);
    connector.finish();
  }
}
