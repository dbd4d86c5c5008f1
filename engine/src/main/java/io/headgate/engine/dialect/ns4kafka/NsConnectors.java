package io.headgate.engine.dialect.ns4kafka;

import io.headgate.engine.dialect.ConnectorReader;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.document.Node.Entry;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Connection;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import java.util.List;

/** {@code Connector} and {@code ConnectCluster}. */
final class NsConnectors {

  private static final List<String> CLUSTER =
      List.of("url", "username", "password", "aes256Key", "aes256Salt", "aes256Format");

  private NsConnectors() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject connector = SpecObject.of(object, reading);
    MappingReader spec = connector.spec();
    if (spec == null) {
      return;
    }
    object.declareIn(object.knownMetadata("cluster"), connector.name().toString(), reading);
    reading.cluster(object.knownMetadata("cluster"));
    Located<String> cluster =
        spec.required("connectCluster", spec.text("connectCluster", "cluster"));
    Config config =
        spec.config(
            "config", "config", new ResourceRef(Kind.CONNECTOR, connector.name().toString()));
    if (spec.node("config") == null) {
      spec.required("config", Located.absent("config", connector.head()));
    }
    ConnectorReader.add(
        connector.name(),
        cluster,
        config.get("connector.class"),
        config,
        spec.source().get("config"),
        reading);
    spec.finish();
  }

  /**
   * A Connect cluster of a team's own. Others stand in the configuration of ns4kafka, so that a
   * connector may name one that no file declares.
   */
  static void readCluster(KubernetesObject object, Reading reading) {
    SpecObject cluster = SpecObject.of(object, reading);
    MappingReader spec = cluster.spec();
    if (spec == null) {
      return;
    }
    object.declareIn(object.knownMetadata("cluster"), cluster.name().toString(), reading);
    reading.cluster(object.knownMetadata("cluster"));
    spec.required("url", spec.text("url", "configuration.url"));
    spec.ignore("status", "statusMessage");
    PropertyReader properties =
        new PropertyReader(
            "configuration", new ResourceRef(Kind.CONNECTION, cluster.name().toString()), reading);
    for (String key : CLUSTER) {
      spec.scalar(key);
      Entry entry = spec.source().entry(key);
      if (entry != null) {
        properties.read(entry.key(), entry.value());
      }
    }
    reading.add(
        new Connection(
            cluster.name(),
            Located.known("ConnectCluster", "template", object.kind().place()),
            properties.config(cluster.head())));
    spec.finish();
  }
}
