package io.headgate.engine;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.OperatedConnect;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.spi.Finding;
import io.headgate.spi.Related;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the connectors that are declared as objects for a Connect cluster that takes none. */
final class IgnoredObjects {

  private static final int SHOWN = 5;

  private IgnoredObjects() {}

  /**
   * What is to say about the Connect clusters of a group.
   *
   * @param groups all groups: the connectors may lie in one beside, since a Connect cluster is told
   *     apart by its Kafka cluster and a connector names none
   */
  static List<Finding> in(Group group, List<Group> groups) {
    Map<String, OperatedConnect> ignoring = new LinkedHashMap<>();
    for (ReadFile file : group.files()) {
      for (OperatedConnect object : file.operated()) {
        if (object.connector() == null && Boolean.FALSE.equals(object.takesObjects())) {
          ignoring.putIfAbsent(object.cluster(), object);
        }
      }
    }
    if (ignoring.isEmpty()) {
      return List.of();
    }
    Map<String, List<OperatedConnect>> connectors = new HashMap<>();
    for (Group beside : groups) {
      if (undivided(beside).equals(undivided(group))) {
        collect(beside, ignoring, connectors);
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (OperatedConnect cluster : ignoring.values()) {
      List<OperatedConnect> ignored = connectors.get(cluster.cluster());
      if (ignored != null) {
        findings.add(finding(cluster, ignored));
      }
    }
    return findings;
  }

  /** Of several clusters of one name, one that takes objects, or may, is enough. */
  private static void collect(
      Group group,
      Map<String, OperatedConnect> ignoring,
      Map<String, List<OperatedConnect>> connectors) {
    for (ReadFile file : group.files()) {
      for (OperatedConnect object : file.operated()) {
        if (object.connector() != null) {
          connectors.computeIfAbsent(object.cluster(), c -> new ArrayList<>()).add(object);
        } else if (!Boolean.FALSE.equals(object.takesObjects())) {
          ignoring.remove(object.cluster());
        }
      }
    }
  }

  /** The name of a group as it was before it was divided by Kafka clusters. */
  private static String undivided(Group group) {
    String cluster = group.cluster();
    String name = group.name();
    int suffix = cluster == null ? -1 : name.lastIndexOf(" (cluster " + cluster + ")");
    return group.environment() + "/" + (suffix < 0 ? name : name.substring(0, suffix));
  }

  private static Finding finding(OperatedConnect cluster, List<OperatedConnect> ignored) {
    List<Related> related = new ArrayList<>();
    for (OperatedConnect connector : ignored) {
      if (related.size() < SHOWN) {
        related.add(new Related(connector.place(), "Connector '" + connector.connector() + "'."));
      }
    }
    Place place = cluster.place();
    return new Finding(
        CoreRules.IGNORED_OBJECT,
        new ResourceRef(Kind.DOCUMENT, place.file()),
        cluster.cluster(),
        place,
        "The operator takes no KafkaConnector for KafkaConnect '"
            + cluster.cluster()
            + "', so it ignores "
            + (ignored.size() == 1
                ? "'" + ignored.get(0).connector() + "'"
                : "'" + ignored.get(0).connector() + "' and " + (ignored.size() - 1) + " more")
            + ". Annotate the KafkaConnect with strimzi.io/use-connector-resources: \"true\".",
        related);
  }
}
