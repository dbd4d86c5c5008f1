package io.headgate.engine.dialect.strimzi;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.List;

/**
 * {@code KafkaMirrorMaker2}: a Connect cluster of its own, and up to three connectors for each
 * mirror, called as the operator calls them: {@code source->target.MirrorSourceConnector}.
 */
final class StrimziMirrors {

  private static final String PACKAGE = "org.apache.kafka.connect.mirror.";

  private StrimziMirrors() {}

  static void read(KubernetesObject object, Reading reading) {
    StrimziObject maker = StrimziObject.of(object, "a KafkaMirrorMaker2", reading);
    MappingReader spec = maker == null ? null : maker.spec();
    if (maker == null || spec == null) {
      return;
    }
    StrimziConnects.ignorePods(spec, maker.isCurrent());
    Located<String> target = Located.unknown("target", maker.head());
    if (spec.has("target") || maker.isCurrent()) {
      MappingReader cluster = spec.mapping("target");
      if (cluster != null) {
        target = readCluster(maker.name(), true, cluster, reading);
      } else if (spec.node("target") == null) {
        spec.required("target", Located.absent("target", spec.head()));
      }
    }
    if (!maker.isCurrent()) {
      spec.ignore("connectCluster");
      target = readClusters(maker.name(), target, spec, reading);
    }
    for (Mapping mirror : spec.mappings("mirrors")) {
      readMirror(maker, mirror, target, reading);
    }
    spec.finish();
  }

  /** The list of clusters of older versions, of which one is that of the Connect workers. */
  private static Located<String> readClusters(
      Located<String> name, Located<String> target, MappingReader reader, Reading reading) {
    Located<String> workers = target;
    for (Mapping cluster : reader.mappings("clusters")) {
      String alias = cluster.text("alias");
      boolean own = alias != null && alias.equals(reader.source().text("connectCluster"));
      Located<String> read =
          readCluster(name, own, MappingReader.of(cluster, "alias", "a cluster", reading), reading);
      workers = own ? read : workers;
    }
    return workers;
  }

  /** Reads a cluster and says its alias. */
  private static Located<String> readCluster(
      Located<String> name, boolean workers, MappingReader cluster, Reading reading) {
    Located<String> alias = cluster.required("alias", cluster.text("alias", "alias"));
    cluster.required("bootstrapServers", cluster.text("bootstrapServers", "bootstrapServers"));
    cluster.ignore("tls", "authentication");
    if (workers) {
      StrimziConnects.add(name, cluster, reading);
    } else {
      cluster.config("config", "config", null);
    }
    cluster.finish();
    return alias;
  }

  private static void readMirror(
      StrimziObject maker, Mapping mirror, Located<String> target, Reading reading) {
    MappingReader reader = MappingReader.of(mirror, "a mirror", reading);
    for (String pattern : List.of("topics", "groups")) {
      reader.text(pattern + "Pattern", pattern);
      reader.text(pattern + "ExcludePattern", pattern);
      if (!maker.isCurrent()) {
        reader.text(pattern + "BlacklistPattern", pattern);
      }
    }
    Located<String> from = Located.unknown("source", reader.head());
    Located<String> to = target;
    MappingReader source = reader.mapping("source");
    if (source != null) {
      from = readCluster(maker.name(), false, source, reading);
    }
    if (!maker.isCurrent()) {
      from = mirror.entry("sourceCluster") == null ? from : reader.text("sourceCluster", "source");
      to = mirror.entry("targetCluster") == null ? to : reader.text("targetCluster", "target");
    }
    readConnector(maker, "sourceConnector", "MirrorSourceConnector", from, to, reader, reading);
    readConnector(
        maker, "checkpointConnector", "MirrorCheckpointConnector", from, to, reader, reading);
    if (!maker.isCurrent()) {
      readConnector(
          maker, "heartbeatConnector", "MirrorHeartbeatConnector", from, to, reader, reading);
    }
    reader.finish();
  }

  private static void readConnector(
      StrimziObject maker,
      String key,
      String type,
      Located<String> from,
      Located<String> to,
      MappingReader reader,
      Reading reading) {
    MappingReader connector = reader.mapping(key);
    if (connector == null) {
      return;
    }
    connector.integer("tasksMax", "config.tasks.max");
    connector.ignore("state", "version");
    if (!maker.isCurrent()) {
      connector.ignore("pause");
    }
    StrimziConnectors.readAutoRestart(connector);
    connector.ignore("listOffsets", "alterOffsets");
    StrimziConnectors.add(
        name(from, to, type, reader.keyPlace(key)),
        Located.known(maker.name().orElse(""), "cluster", maker.head()),
        PACKAGE + type,
        List.of("tasksMax", "tasks.max"),
        connector,
        reading);
    connector.finish();
  }

  private static Located<String> name(
      Located<String> from, Located<String> to, String type, Place place) {
    return from.isKnown() && to.isKnown()
        ? Located.known(from.get() + "->" + to.get() + "." + type, "name", place)
        : Located.unknown("name", place);
  }
}
