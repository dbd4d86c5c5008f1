package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Connection;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code provisioning.yaml} (5.3 and later, and {@code export connections --version 2}) and {@code
 * provision.yaml} (5.0 to 5.2).
 */
final class Provisioning {

  /** The components by the template that stands for them elsewhere in a landscape. */
  private static final Map<String, String> COMPONENTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("lensesHq", "LensesHq"),
              Map.entry("kafka", "Kafka"),
              Map.entry("zookeeper", "Zookeeper"),
              Map.entry("confluentSchemaRegistry", "SchemaRegistry"),
              Map.entry("glueSchemaRegistry", "AWSGlueSchemaRegistry"),
              Map.entry("connect", "KafkaConnect"),
              Map.entry("aws", "AWS"),
              Map.entry("webhook", "Webhook"),
              Map.entry("datadog", "DataDog"),
              Map.entry("pagerDuty", "PagerDuty"),
              Map.entry("pagerduty", "PagerDuty"),
              Map.entry("slack", "Slack"),
              Map.entry("splunk", "Splunk"),
              Map.entry("alertManager", "PrometheusAlertmanager"),
              Map.entry("alertmanager", "PrometheusAlertmanager"),
              Map.entry("elasticsearch", "Elasticsearch"),
              Map.entry("postgreSql", "PostgreSQL"),
              Map.entry("kerberos", "Kerberos")));

  private static final Set<String> WRAPPERS = Set.of("value", "file", "reference");

  private Provisioning() {}

  /** Whether it holds a component with something that looks like a connection. */
  static boolean isProvisioning(Mapping mapping) {
    return mapping.entries().stream()
        .anyMatch(
            entry ->
                COMPONENTS.containsKey(entry.key().text())
                    && items(entry.value()).stream()
                        .anyMatch(
                            item ->
                                item instanceof Mapping connection
                                    && connection.entry("configuration") != null));
  }

  /** Whether it holds a connection as the provision command takes it. */
  static boolean isProvision(Mapping mapping) {
    return mapping.get("connections") instanceof Mapping connections
        && connections.entries().stream()
            .anyMatch(
                entry ->
                    entry.value() instanceof Mapping connection
                        && (connection.entry("templateName") != null
                            || connection.entry("configurationObject") != null));
  }

  private static List<Node> items(Node node) {
    return node instanceof Sequence list ? list.items() : List.of(node);
  }

  static void readProvisioning(Mapping mapping, Reading reading) {
    for (Entry component : mapping.entries()) {
      String name = component.key().text();
      String template = COMPONENTS.get(name);
      if (template == null) {
        reading.find(
            CoreRules.UNKNOWN_KIND,
            component.key().place(),
            name,
            "The component '"
                + name
                + "' is unknown to provisioning."
                + Nearest.hint(name, COMPONENTS.keySet()));
      } else if (component.value() instanceof Sequence list) {
        for (Node item : list.items()) {
          if (item instanceof Mapping connection) {
            readComponent(connection, component.key(), template, reading);
          } else {
            reading.unreadable(item.place(), name, "Each connection must be a mapping.");
          }
        }
      } else {
        reading.unreadable(
            component.key().place(), name, "'" + name + "' must be a list of connections.");
      }
    }
  }

  private static void readComponent(
      Mapping mapping, Scalar component, String template, Reading reading) {
    MappingReader connection =
        MappingReader.of(mapping, "name", "a connection of '" + component.text() + "'", reading);
    connection.ignore("version", "tags", "editorTag");
    Located<String> name = connection.name("name");
    ResourceRef holder = new ResourceRef(Kind.CONNECTION, name.toString());
    PropertyReader properties = new PropertyReader("configuration", holder, reading);
    if (connection.node("configuration") == null) {
      connection.required("configuration", Located.absent("configuration", connection.head()));
    } else if (connection.mapping("configuration") != null
        && mapping.get("configuration") instanceof Mapping entries) {
      entries.entries().forEach(entry -> readProperty(entry, properties, reading));
    }
    reading.add(
        new Connection(
            name,
            Located.known(template, "template", component.place()),
            properties.config(connection.keyPlace("configuration"))));
    connection.finish();
  }

  /** {@code {value: x}}, {@code {file: x}} or {@code {reference: x}}. */
  private static void readProperty(Entry entry, PropertyReader properties, Reading reading) {
    Scalar key = entry.key();
    if (!(entry.value() instanceof Mapping wrapped)) {
      reading.unreadable(
          key.place(),
          "configuration." + key.text(),
          "'" + key.text() + "' must be a mapping with 'value', 'file' or 'reference'.");
      properties.read(key, entry.value());
      return;
    }
    MappingReader reader = new MappingReader(wrapped, key.place(), "'" + key.text() + "'", reading);
    if (WRAPPERS.stream().noneMatch(reader::has)) {
      properties.read(key, wrapped);
    } else if (reader.has("value")) {
      properties.read(key, reader.node("value"));
    } else {
      String word = reader.has("file") ? "file" : "reference";
      Scalar target = reader.scalar(word);
      if (target != null) {
        properties.refer(key, target, word + ":" + target.text());
      }
    }
    WRAPPERS.forEach(reader::ignore);
    reader.finish();
  }

  static void readProvision(Mapping mapping, Reading reading) {
    MappingReader root = MappingReader.of(mapping, "connections", "a provision file", reading);
    root.ignore("license");
    MappingReader connections = root.mapping("connections");
    if (connections != null && mapping.get("connections") instanceof Mapping entries) {
      for (Entry entry : entries.entries()) {
        if (entry.value() instanceof Mapping connection) {
          readProvisioned(entry.key(), connection, reading);
        } else {
          reading.unreadable(
              entry.key().place(), entry.key().text(), "A connection must be a mapping.");
        }
      }
    }
    root.finish();
  }

  private static void readProvisioned(Scalar name, Mapping mapping, Reading reading) {
    MappingReader connection =
        new MappingReader(mapping, name.place(), "connection '" + name.text() + "'", reading);
    connection.ignore("tags");
    reading.add(
        new Connection(
            MappingReader.located(name, "name"),
            connection.required("templateName", connection.text("templateName", "template")),
            connection.config(
                "configurationObject",
                "configuration",
                new ResourceRef(Kind.CONNECTION, name.text()))));
    connection.finish();
  }
}
