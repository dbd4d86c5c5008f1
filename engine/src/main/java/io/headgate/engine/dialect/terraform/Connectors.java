package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.ConnectorReader;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.Secret;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connectors. */
final class Connectors {

  private static final String SENSITIVE = "config_sensitive";
  private static final String PLAIN = "config_nonsensitive";

  private static final String GROUP = "consumer.override.group.id";

  private Connectors() {}

  /** Of a connector of Confluent, whose name is a property and whose secrets stand apart. */
  static void confluent(Instance instance, Reading reading) {
    Node plain = instance.values().get(PLAIN);
    Mapping properties =
        plain instanceof Mapping mapping ? mapping : new Mapping(instance.head(), List.of());
    Located<String> name =
        MappingReader.of(properties, "name", "a connector", reading).text("name", "name");
    if (name.isAbsent()) {
      name = Located.unknown("name", instance.head());
    }
    ResourceRef holder = new ResourceRef(Kind.CONNECTOR, name.toString());
    PropertyReader reader = new PropertyReader("config", holder, reading);
    properties.entries().forEach(entry -> reader.read(entry.key(), entry.value()));
    if (plain instanceof Scalar scalar && scalar.isTemplated()) {
      reader.open(scalar);
    } else {
      sayNoMap(instance, PLAIN, reading);
    }
    if (instance.values().get(SENSITIVE) instanceof Mapping secrets) {
      for (Entry entry : secrets.entries()) {
        sensitive(entry, holder, reader, reading);
      }
    } else if (instance.values().get(SENSITIVE) instanceof Scalar scalar && scalar.isTemplated()) {
      reader.open(PlanValues.unknown(scalar.place()));
    } else {
      sayNoMap(instance, SENSITIVE, reading);
    }
    if (properties.entry(GROUP) == null) {
      // Confluent calls it after the id that the connector gets at apply.
      Scalar group = new Scalar(instance.head(), GROUP, Style.PLAIN);
      reader.read(group, PlanValues.unknown(instance.head()));
    }
    Entry key = instance.values().entry(PLAIN);
    Config config = reader.config(key == null ? instance.head() : key.key().place());
    ConnectorReader.add(
        name,
        Located.unknown("cluster", instance.head()),
        config.get("connector.class"),
        config,
        properties,
        reading);
  }

  private static void sayNoMap(Instance instance, String key, Reading reading) {
    Node node = instance.values().get(key);
    if (node != null
        && !(node instanceof Mapping)
        && !(node instanceof Scalar none && none.isNull())) {
      reading.unreadable(node.place(), "config", "'" + key + "' must be a map.");
    }
  }

  /** A value that is written there is a secret in the clear, whatever its key is called. */
  private static void sensitive(
      Entry entry, ResourceRef holder, PropertyReader reader, Reading reading) {
    Place place = entry.value().place();
    Scalar known =
        entry.value() instanceof Scalar scalar && !scalar.isTemplated() && !scalar.isNull()
            ? scalar
            : null;
    if (known != null && !known.text().isEmpty()) {
      reading.add(
          new Secret(
              holder, Secret.Form.LITERAL, Located.unknown("config." + entry.key().text(), place)));
    }
    if (!(entry.value() instanceof Scalar scalar && scalar.isNull())) {
      reader.read(entry.key(), PlanValues.unknown(place));
    }
  }

  /** Of a connector of Aiven. */
  static void aiven(Instance instance, Reading reading) {
    MappingReader connector = Words.reader(instance, "connector_name", reading);
    Located<String> name =
        connector.required("connector_name", connector.text("connector_name", "name"));
    Config config =
        connector.config("config", "config", new ResourceRef(Kind.CONNECTOR, name.toString()));
    @Nullable Node properties = connector.node("config");
    ConnectorReader.add(
        name,
        connector.text("service_name", "cluster"),
        config.get("connector.class"),
        config,
        properties,
        reading);
  }

  /** The entries of a mapping with other keys. */
  static Mapping renamed(Mapping mapping, java.util.function.UnaryOperator<String> names) {
    List<Entry> entries = new ArrayList<>(mapping.entries().size());
    for (Entry entry : mapping.entries()) {
      Scalar key = entry.key();
      entries.add(
          new Entry(new Scalar(key.place(), names.apply(key.text()), key.style()), entry.value()));
    }
    return new Mapping(mapping.place(), entries);
  }
}
