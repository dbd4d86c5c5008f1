package io.headgate.engine.dialect.aiven;

import io.headgate.engine.dialect.ConnectorReader;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.dialect.TextMaps;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;

/**
 * {@code KafkaConnector}: its service is the Connect cluster, which need not be the one that has
 * the topics. What {@code fromSecret} takes from a secret is unknown.
 */
final class AivenConnectors {

  private static final String CLASS = "connector.class";

  private AivenConnectors() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject connector = SpecObject.of(object, reading);
    MappingReader spec = connector.spec();
    if (spec == null) {
      return;
    }
    Located<String> cluster = AivenService.readAside(spec);
    object.declareIn(cluster.orNull(), connector.name().toString(), reading);
    spec.required("connectorClass", spec.text("connectorClass", "config.connector.class"));
    PropertyReader properties =
        new PropertyReader(
            "config", new ResourceRef(Kind.CONNECTOR, connector.name().toString()), reading);
    Entry named = spec.source().entry("connectorClass");
    if (named != null) {
      properties.read(new Scalar(named.key().place(), CLASS, Style.PLAIN), named.value());
    }
    TextMaps.check(spec, "userConfig", reading);
    Node config = spec.node("userConfig");
    if (config == null) {
      spec.required("userConfig", Located.absent("config", connector.head()));
    }
    if (config instanceof Mapping free) {
      for (Entry entry : free.entries()) {
        if (named == null || !entry.key().text().equals(CLASS)) {
          properties.read(entry.key(), entry.value());
        }
      }
    } else {
      spec.config("userConfig", properties);
    }
    Config all = properties.config(spec.keyPlace("userConfig"));
    ConnectorReader.add(connector.name(), cluster, all.get(CLASS), all, config, reading);
    spec.finish();
  }
}
