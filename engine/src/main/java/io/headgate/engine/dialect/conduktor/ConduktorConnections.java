package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Connection;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code KafkaCluster}, {@code KafkaConnectCluster} and {@code KsqlDBCluster}: how Console reaches
 * them. What is nested, such as the registry of a cluster, keeps its path as a key.
 */
final class ConduktorConnections {

  private static final String KAFKA = "KafkaCluster";

  private static final List<String> REGISTRY =
      List.of("type", "url", "urls", "properties", "region", "registryName", "security");
  private static final List<String> FLAVOR =
      List.of(
          "type",
          "key",
          "secret",
          "confluentEnvironmentId",
          "confluentClusterId",
          "apiToken",
          "project",
          "serviceName",
          "url",
          "user",
          "password",
          "virtualCluster");
  private static final List<String> SECURITY =
      List.of(
          "type",
          "username",
          "password",
          "token",
          "key",
          "certificateChain",
          "accessKeyId",
          "secretKey",
          "profile",
          "role",
          "trustAnchorArn",
          "profileArn",
          "roleArn",
          "certificate",
          "privateKey");

  private ConduktorConnections() {}

  static void read(ConduktorObject object, Reading reading) {
    boolean kafka = object.kind().equals(KAFKA);
    if (kafka) {
      // Two of one name overwrite each other in Console, so no second environment comes of it.
      reading.cluster(object.name().orNull());
    } else {
      object.cluster(reading);
      object.declare(reading, object.written("cluster"));
    }
    object.labels();
    MappingReader spec = object.spec();
    spec.text("displayName", "displayName");
    spec.text("icon", "icon");
    spec.text("color", "color");
    spec.texts("policiesRef", "policiesRef");
    PropertyReader properties =
        new PropertyReader(
            "configuration", new ResourceRef(Kind.CONNECTION, object.name().toString()), reading);
    String address = address(object.kind());
    spec.required(address, spec.text(address, address));
    add(spec, address, "", properties);
    ConduktorObject.bool(spec, "ignoreUntrustedCertificate");
    add(spec, "ignoreUntrustedCertificate", "", properties);
    if (kafka) {
      below(spec, "properties", "", null, properties, reading);
      below(spec, "schemaRegistry", "", REGISTRY, properties, reading);
      below(spec, "kafkaFlavor", "", FLAVOR, properties, reading);
    } else {
      below(spec, "headers", "", null, properties, reading);
      below(spec, "security", "", SECURITY, properties, reading);
    }
    reading.add(
        new Connection(
            object.name(),
            Located.known(template(object.kind()), "template", object.head()),
            properties.config(object.head())));
    object.finish();
  }

  private static String address(String kind) {
    return switch (kind) {
      case KAFKA -> "bootstrapServers";
      case "KafkaConnectCluster" -> "urls";
      default -> "url";
    };
  }

  /** As Lenses calls them. */
  private static String template(String kind) {
    return switch (kind) {
      case KAFKA -> "Kafka";
      case "KafkaConnectCluster" -> "KafkaConnect";
      default -> "KsqlDB";
    };
  }

  private static void add(
      MappingReader reader, String key, String path, PropertyReader properties) {
    Entry entry = reader.source().entry(key);
    if (entry != null) {
      properties.read(named(entry.key(), path + key), entry.value());
    }
  }

  private static Scalar named(Scalar key, String path) {
    return new Scalar(key.place(), path, Style.PLAIN);
  }

  /**
   * Reads what stands below a key.
   *
   * @param known the keys there can be; null for free ones
   */
  private static void below(
      MappingReader outer,
      String key,
      String path,
      @Nullable List<String> known,
      PropertyReader properties,
      Reading reading) {
    MappingReader inner = outer.mapping(key);
    if (inner == null) {
      add(outer, key, path, properties);
      return;
    }
    String own = path + key + ".";
    for (Entry entry : inner.source().entries()) {
      String name = entry.key().text();
      Node value = entry.value();
      if (known == null) {
        properties.read(named(entry.key(), own + name), value);
      } else if (name.equals("security") && value instanceof Mapping) {
        below(inner, name, own, SECURITY, properties, reading);
      } else if (known.contains(name) || name.equals("ignoreUntrustedCertificate")) {
        // The key of a client's certificate is a secret, which its name alone does not say.
        boolean secret = name.equals("key") && known.equals(SECURITY);
        properties.read(named(entry.key(), own + (secret ? "private.key" : name)), value);
      }
    }
    if (known != null) {
      inner.ignore(known.toArray(new String[0]));
      inner.ignore("ignoreUntrustedCertificate");
      inner.finish();
    }
  }
}
