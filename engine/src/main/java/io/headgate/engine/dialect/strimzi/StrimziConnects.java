package io.headgate.engine.dialect.strimzi;

import io.headgate.engine.dialect.ClusterFacts;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.OperatedConnect;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Connection;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code KafkaConnect}: a Connect cluster, which connectors name, and the group and topics that its
 * workers make for themselves.
 */
final class StrimziConnects {

  /** How headgate calls a connection to a Connect cluster in every dialect. */
  static final String TEMPLATE = "KafkaConnect";

  /** The keys that say what workers use, and what each is as a property of a worker. */
  private static final List<String> WORKER =
      List.of(
          "bootstrapServers",
          "bootstrap.servers",
          "groupId",
          "group.id",
          "configStorageTopic",
          "config.storage.topic",
          "offsetStorageTopic",
          "offset.storage.topic",
          "statusStorageTopic",
          "status.storage.topic");

  private StrimziConnects() {}

  static void read(KubernetesObject object, Reading reading) {
    StrimziObject connect = StrimziObject.of(object, "a KafkaConnect", reading);
    MappingReader spec = connect == null ? null : connect.spec();
    if (connect == null || spec == null) {
      return;
    }
    ignorePods(spec, connect.isCurrent());
    spec.ignore("build", "plugins", "tls", "authentication");
    spec.required("bootstrapServers", spec.text("bootstrapServers", "bootstrapServers"));
    if (connect.isCurrent()) {
      spec.required("replicas", spec.integer("replicas", "replicas"));
      for (int i = 2; i < WORKER.size(); i += 2) {
        spec.required(WORKER.get(i), spec.text(WORKER.get(i), WORKER.get(i)));
      }
    }
    add(connect.name(), spec, reading);
    spec.finish();
    if (connect.name().isKnown()) {
      Located<String> takes =
          reading.added().annotation(object, "strimzi.io/use-connector-resources");
      reading.operated(
          new OperatedConnect(
              connect.name().get(), null, takes(takes, object, reading), connect.head()));
    }
  }

  /** Whether the operator takes connectors as objects; null where a template may say it. */
  private static @Nullable Boolean takes(
      @Nullable Located<String> annotation, KubernetesObject object, Reading reading) {
    if (annotation != null) {
      return annotation.isKnown() ? Boolean.valueOf(annotation.get().strip()) : null;
    }
    return object.isMetadataTemplated(reading.source()) ? null : Boolean.FALSE;
  }

  /** Adds the Connect cluster that a mapping describes. */
  static void add(Located<String> name, MappingReader reader, Reading reading) {
    PropertyReader properties =
        new PropertyReader(
            "configuration", new ResourceRef(Kind.CONNECTION, name.toString()), reading);
    for (int i = 0; i < WORKER.size(); i += 2) {
      reader.ignore(WORKER.get(i));
      Entry entry = reader.source().entry(WORKER.get(i));
      if (entry != null) {
        properties.read(
            new Scalar(entry.key().place(), WORKER.get(i + 1), Style.PLAIN), entry.value());
      }
    }
    reader.config("config", properties);
    Config config = properties.config(reader.keyPlace("config"));
    reading.add(new Connection(name, Located.known(TEMPLATE, "template", name.place()), config));
    reading.fact(
        ClusterFacts.client(
            StrimziObject.clusterBehind(config.get("bootstrap.servers")),
            StrimziObject.known(
                List.of(
                    config.get("config.storage.topic"),
                    config.get("offset.storage.topic"),
                    config.get("status.storage.topic"))),
            StrimziObject.known(List.of(config.get("group.id")))));
  }

  /** Keys that say how the pods run, of which no rule speaks. */
  static void ignorePods(MappingReader spec, boolean current) {
    spec.integer("replicas", "replicas");
    spec.ignore("version", "image", "resources", "livenessProbe", "readinessProbe", "jvmOptions");
    spec.ignore("jmxOptions", "logging", "clientRackInitImage", "rack", "metricsConfig", "tracing");
    spec.ignore("template");
    if (!current) {
      spec.ignore("externalConfiguration", "affinity", "tolerations", "metrics");
    }
  }
}
