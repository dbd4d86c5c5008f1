package io.headgate.engine.dialect.connect;

import io.headgate.engine.dialect.ConnectorReader;
import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Kafka Connect's own format: the body of {@code POST /connectors}, which has a name and a {@code
 * config}, or that of {@code PUT /connectors/NAME/config}, which is the configuration itself.
 */
public final class ConnectDialect implements Dialect {

  private static final String CLASS = "connector.class";

  /** What Connect's answers and requests have beside the configuration. */
  private static final List<String> KEYS =
      List.of("name", "config", "initial_state", "tasks", "type");

  @Override
  public String name() {
    return "connect";
  }

  @Override
  public Description describe() {
    return new Description(
        "Kafka Connect",
        "JSON files with 'connector.class' at the root, or below 'config' beside 'name'; YAML files"
            + " that hold nothing else.",
        List.of(
            ReadKind.of(
                "name and config",
                "connector, consumer-group, secret",
                "name: name",
                "config: config, with the topics of a sink",
                "initial_state: nothing"),
            ReadKind.of(
                "configuration alone",
                "connector, consumer-group, secret",
                "name: name; the name of the file where it is not given",
                "<any other key>: config")),
        List.of(),
        List.of("The file does not say which Connect cluster it is for."));
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(Kind.CONNECTOR, Kind.CONSUMER_GROUP, Kind.SECRET);
  }

  @Override
  public boolean mayRead(String path, String text) {
    return !path.endsWith(".properties");
  }

  @Override
  public boolean owns(String path, String text) {
    return path.endsWith(".json") && text.contains("\"" + CLASS + "\"");
  }

  @Override
  public boolean reads(Document document) {
    if (!(document.root() instanceof Mapping root) || root.entry("apiVersion") != null) {
      return false;
    }
    if (root.entry(CLASS) != null) {
      return true;
    }
    return root.get("config") instanceof Mapping config
        && config.entry(CLASS) != null
        && (document.file().endsWith(".json") || isBare(root));
  }

  /** Whether nothing stands in it that is not Connect's own. */
  private static boolean isBare(Mapping root) {
    for (Entry entry : root.entries()) {
      if (!KEYS.contains(entry.key().text())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void read(Document document, Reading reading) {
    if (!(document.root() instanceof Mapping root)) {
      return;
    }
    MappingReader reader = MappingReader.of(root, "name", "a connector", reading);
    boolean flat = root.entry(CLASS) != null;
    Node properties = flat ? root : root.get("config");
    Located<String> name = name(root, flat ? null : properties, document, reading);
    PropertyReader config =
        new PropertyReader("config", new ResourceRef(Kind.CONNECTOR, name.toString()), reading);
    Place place = reader.head();
    if (flat) {
      root.entries().forEach(entry -> config.read(entry.key(), entry.value()));
    } else {
      KEYS.forEach(reader::ignore);
      reader.config("config", config);
      reader.finish();
      place = reader.keyPlace("config");
    }
    Config all = config.config(place);
    reading.object("connector/" + name);
    ConnectorReader.add(
        name, Located.absent("cluster", name.place()), all.get(CLASS), all, properties, reading);
  }

  /** The name, which Connect wants to be the same where it is given twice. */
  private static Located<String> name(
      Mapping root, @Nullable Node below, Document document, Reading reading) {
    Node given = root.get("name");
    if (given != null && !(given instanceof Scalar)) {
      reading.unreadable(
          MappingReader.start(given.place()), "name", "The name of a connector must be a text.");
    }
    Located<String> outer = located(root);
    Located<String> inner = below instanceof Mapping config ? located(config) : outer;
    if (outer.isKnown() && inner.isKnown() && !inner.is(outer.get())) {
      reading.unreadable(
          inner.place(),
          "config.name",
          "The connector is called '"
              + outer.get()
              + "' here and '"
              + inner.get()
              + "' in its configuration; Connect refuses that. Keep one name.");
    }
    if (!outer.isAbsent()) {
      return outer;
    }
    if (!inner.isAbsent()) {
      return inner;
    }
    // Without a name it is the body of a request whose address has it: by custom, the file's name.
    String file = document.file().substring(document.file().lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return Located.known(dot < 0 ? file : file.substring(0, dot), "name", outer.place());
  }

  private static Located<String> located(Mapping mapping) {
    return mapping.get("name") instanceof Scalar scalar && !scalar.text().isEmpty()
        ? MappingReader.located(scalar, "name")
        : Located.absent("name", place(mapping));
  }

  private static Place place(Mapping mapping) {
    return mapping.get(CLASS) instanceof Scalar type
        ? type.place()
        : MappingReader.start(mapping.place());
  }
}
