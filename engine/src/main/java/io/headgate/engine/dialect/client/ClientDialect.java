package io.headgate.engine.dialect.client;

import io.headgate.engine.dialect.ConnectorReader;
import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Connection;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Properties files that say how a client reaches Kafka. */
public final class ClientDialect implements Dialect {

  /** Keys of which each client has one; an admin's file often has no address. */
  private static final List<String> CLIENT =
      List.of("bootstrap.servers", "security.protocol", "sasl.jaas.config");

  private static final String CLASS = "connector.class";

  @Override
  public String name() {
    return "properties";
  }

  @Override
  public Description describe() {
    return new Description(
        "Properties files",
        "Files that end with '.properties' and have one of the keys 'bootstrap.servers',"
            + " 'security.protocol', 'sasl.jaas.config' and 'connector.class'.",
        List.of(
            ReadKind.of(
                "client",
                "connection of the template Kafka, secret",
                "<the name of the file>: name",
                "bootstrap.servers: configuration",
                "<any other key>: configuration"),
            ReadKind.of(
                "Connect worker (with config.storage.topic or key.converter)",
                "connection of the template KafkaConnect, secret",
                "<the name of the file>: name",
                "<any key>: configuration"),
            ReadKind.of(
                "standalone connector",
                "connector, consumer-group, secret",
                "name: name",
                "<any other key>: config")),
        List.of(),
        List.of(
            "They make no landscape by themselves: they are read where one lies beside them, or"
                + " where the policy names them."));
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(Kind.CONNECTION, Kind.CONNECTOR, Kind.CONSUMER_GROUP, Kind.SECRET);
  }

  @Override
  public boolean mayRead(String path, String text) {
    for (String key : CLIENT) {
      if (text.contains(key)) {
        return true;
      }
    }
    return text.contains(CLASS);
  }

  @Override
  public boolean standsAlone() {
    return false;
  }

  @Override
  public boolean reads(Document document) {
    return document.root() instanceof Mapping root
        && (client(root) != null || root.entry(CLASS) != null);
  }

  /** The first entry that only a client has, or null. */
  private static @Nullable Entry client(Mapping root) {
    for (String key : CLIENT) {
      Entry entry = root.entry(key);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  @Override
  public void read(Document document, Reading reading) {
    if (!(document.root() instanceof Mapping root)) {
      return;
    }
    if (root.entry(CLASS) != null) {
      readConnector(root, document, reading);
      return;
    }
    Entry first = client(root);
    Place place = first == null ? root.place() : first.key().place();
    String name = stem(document);
    boolean worker =
        root.entry("config.storage.topic") != null || root.entry("key.converter") != null;
    reading.add(
        new Connection(
            Located.known(name, "name", place),
            Located.known(worker ? "KafkaConnect" : "Kafka", "template", place),
            config(root, "configuration", new ResourceRef(Kind.CONNECTION, name), place, reading)));
  }

  private static void readConnector(Mapping root, Document document, Reading reading) {
    Place place =
        root.get("name") instanceof Scalar name ? name.place() : MappingReader.start(root.place());
    Located<String> name =
        root.get("name") instanceof Scalar scalar
            ? MappingReader.located(scalar, "name")
            : Located.known(stem(document), "name", place);
    Config config =
        config(root, "config", new ResourceRef(Kind.CONNECTOR, name.toString()), place, reading);
    ConnectorReader.add(
        name, Located.absent("cluster", place), config.get(CLASS), config, root, reading);
  }

  private static Config config(
      Mapping root, String attribute, ResourceRef holder, Place place, Reading reading) {
    PropertyReader properties = new PropertyReader(attribute, holder, reading);
    root.entries().forEach(entry -> properties.read(entry.key(), entry.value()));
    return properties.config(place);
  }

  private static String stem(Document document) {
    String file = document.file().substring(document.file().lastIndexOf('/') + 1);
    return file.substring(0, file.length() - ".properties".length());
  }
}
