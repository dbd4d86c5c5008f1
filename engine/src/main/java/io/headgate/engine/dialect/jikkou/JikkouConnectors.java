package io.headgate.engine.dialect.jikkou;

import io.headgate.engine.dialect.ConnectorReader;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import java.util.List;
import java.util.Locale;

/** {@code KafkaConnector}: a label names the Connect cluster, and Jikkou wants it. */
final class JikkouConnectors {

  private static final String CLUSTER = "kafka.jikkou.io/connect-cluster";
  private static final List<String> STATES = List.of("paused", "stopped", "running");
  private static final List<String> NAMES =
      List.of("connectorClass", "connector.class", "tasksMax", "tasks.max");

  private JikkouConnectors() {}

  static void read(JikkouObject object, Reading reading) {
    MappingReader spec = object.spec();
    Located<String> name = object.requiredName(reading);
    spec.required("connectorClass", spec.text("connectorClass", "config.connector.class"));
    spec.integer("tasksMax", "config.tasks.max");
    spec.word(
        "state",
        "state",
        word -> STATES.contains(word.toLowerCase(Locale.ROOT)) ? word : null,
        "paused, stopped or running");
    PropertyReader properties =
        new PropertyReader("config", new ResourceRef(Kind.CONNECTOR, name.toString()), reading);
    for (int i = 0; i < NAMES.size(); i += 2) {
      Entry entry = spec.source().entry(NAMES.get(i));
      if (entry != null) {
        properties.read(
            new Scalar(entry.key().place(), NAMES.get(i + 1), Style.PLAIN), entry.value());
      }
    }
    spec.config("config", properties);
    Config config = properties.config(spec.keyPlace("config"));
    ConnectorReader.add(
        name,
        cluster(object, reading),
        config.get("connector.class"),
        config,
        spec.source().get("config"),
        reading);
    spec.finish();
  }

  private static Located<String> cluster(JikkouObject object, Reading reading) {
    if (object.metadata() != null
        && object.metadata().get("labels") instanceof Mapping labels
        && labels.get(CLUSTER) instanceof Scalar label
        && !label.isNull()) {
      return MappingReader.located(label, "cluster");
    }
    reading.unreadable(
        object.head(),
        "cluster",
        "A KafkaConnector needs the label '" + CLUSTER + "', which names its Connect cluster.");
    return Located.unknown("cluster", object.head());
  }
}
