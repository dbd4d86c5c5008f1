package io.headgate.engine.dialect.strimzi;

import io.headgate.engine.dialect.ConnectorReader;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.OperatedConnect;
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
import io.headgate.spi.model.ResourceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code KafkaConnector}: what stands beside {@code config} counts as the property that the
 * operator makes of it.
 */
final class StrimziConnectors {

  /** What the operator sets itself: the CRD says that it cannot be set in {@code config}. */
  private static final List<String> FORBIDDEN =
      List.of("name", "connector.class", "tasks.max", "connector.plugin.version");

  private StrimziConnectors() {}

  static void read(KubernetesObject object, Reading reading) {
    StrimziObject connector = StrimziObject.of(object, "a KafkaConnector", reading);
    MappingReader spec = connector == null ? null : connector.spec();
    if (connector == null || spec == null) {
      return;
    }
    spec.ignore("listOffsets", "alterOffsets");
    readAutoRestart(spec);
    spec.word(
        "state",
        "state",
        word -> List.of("paused", "stopped", "running").contains(word) ? word : null,
        "paused, stopped or running");
    if (!connector.isCurrent()) {
      spec.ignore("pause");
    }
    spec.required("class", spec.text("class", "config.connector.class"));
    spec.integer("tasksMax", "config.tasks.max");
    Located<String> cluster = connector.clusterLabel(reading);
    if (cluster.isKnown() && connector.name().isKnown()) {
      reading.operated(
          new OperatedConnect(cluster.get(), connector.name().get(), null, connector.head()));
    }
    add(
        connector.name(),
        cluster,
        null,
        List.of(
            "class",
            "connector.class",
            "tasksMax",
            "tasks.max",
            "version",
            "connector.plugin.version"),
        spec,
        reading);
    spec.finish();
  }

  static void readAutoRestart(MappingReader spec) {
    MappingReader autoRestart = spec.mapping("autoRestart");
    if (autoRestart != null) {
      autoRestart.ignore("enabled");
      autoRestart.integer("maxRestarts", "autoRestart.maxRestarts");
      autoRestart.finish();
    }
  }

  /**
   * Adds a connector.
   *
   * @param connectorClass its class where no key says it
   * @param names keys beside {@code config}, each with the property that it becomes
   */
  static void add(
      Located<String> name,
      Located<String> cluster,
      @Nullable String connectorClass,
      List<String> names,
      MappingReader spec,
      Reading reading) {
    ResourceRef holder = new ResourceRef(Kind.CONNECTOR, name.toString());
    PropertyReader properties = new PropertyReader("config", holder, reading);
    for (int i = 0; i < names.size(); i += 2) {
      Entry entry = spec.source().entry(names.get(i));
      spec.scalar(names.get(i));
      if (entry != null) {
        properties.read(
            new Scalar(entry.key().place(), names.get(i + 1), Style.PLAIN), entry.value());
      }
    }
    Node config = spec.source().get("config");
    if (config instanceof Mapping free) {
      spec.ignore("config");
      for (Entry entry : free.entries()) {
        if (FORBIDDEN.contains(entry.key().text())) {
          refuse(entry.key(), reading);
        } else {
          properties.read(entry.key(), entry.value());
        }
      }
    } else {
      spec.config("config", properties);
    }
    Config all = properties.config(spec.keyPlace("config"));
    ConnectorReader.add(
        name,
        cluster,
        connectorClass == null
            ? all.get("connector.class")
            : Located.known(connectorClass, "config.connector.class", name.place()),
        all,
        config,
        reading);
  }

  private static void refuse(Scalar key, Reading reading) {
    reading.find(
        CoreRules.UNKNOWN_FIELD,
        key.place(),
        "config." + key.text(),
        "The operator sets '"
            + key.text()
            + "' itself and takes none from 'config', so this would be ignored; "
            + instead(key.text())
            + ".");
  }

  private static String instead(String key) {
    return switch (key) {
      case "connector.class" -> "write 'spec.class'";
      case "tasks.max" -> "write 'spec.tasksMax'";
      case "connector.plugin.version" -> "write 'spec.version'";
      default -> "the connector is called like its object";
    };
  }
}
