package io.headgate.engine.dialect.topicctl;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Connection;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import java.util.List;

/**
 * A cluster file: how topicctl talks to the cluster. Settings keep topicctl's names, with what they
 * stand below ahead of them; the addresses have Kafka's.
 */
final class TopicctlClusters {

  private static final List<String> TEXTS =
      List.of(
          "zkPrefix",
          "zkLockPath",
          "clusterID",
          "versionMajor",
          "defaultRetentionDropStepDuration");

  private static final List<String> TLS =
      List.of("enabled", "caCertPath", "certPath", "keyPath", "serverName", "skipVerify");
  private static final List<String> SASL =
      List.of("enabled", "mechanism", "username", "password", "secretsManagerArn", "assumeRole");

  private TopicctlClusters() {}

  static void read(TopicctlFile file, Reading reading) {
    MappingReader spec = file.spec();
    PropertyReader properties =
        new PropertyReader(
            "configuration", new ResourceRef(Kind.CONNECTION, file.name().toString()), reading);
    List<Located<String>> addresses = spec.texts("bootstrapAddrs", "bootstrapAddrs");
    Entry servers = spec.source().entry("bootstrapAddrs");
    if (servers != null && !addresses.isEmpty()) {
      properties.read(
          new Scalar(servers.key().place(), "bootstrap.servers", servers.key().style()),
          servers.value());
    } else if (spec.node("bootstrapAddrs") == null) {
      spec.required(
          "bootstrapAddrs", Located.absent("bootstrapAddrs", spec.keyPlace("bootstrapAddrs")));
    }
    spec.texts("zkAddrs", "zkAddrs");
    for (String key : TEXTS) {
      spec.text(key, key);
    }
    spec.number("defaultThrottleMB", "defaultThrottleMB");
    MappingReader tls = spec.mapping("tls");
    if (tls != null) {
      read("tls", tls, properties);
      TLS.forEach(tls::scalar);
      tls.finish();
    }
    MappingReader sasl = spec.mapping("sasl");
    if (sasl != null) {
      read("sasl", sasl, properties);
      SASL.forEach(sasl::scalar);
      sasl.finish();
    }
    reading.add(
        new Connection(
            file.name(),
            Located.known("Kafka", "template", file.name().place()),
            properties.config(file.name().place())));
  }

  private static void read(String section, MappingReader below, PropertyReader properties) {
    for (Entry entry : below.source().entries()) {
      Scalar key = entry.key();
      properties.read(
          new Scalar(key.place(), section + "." + key.text(), key.style()), entry.value());
    }
  }
}
