package io.headgate.engine;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.dialect.ReadFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides a group whose objects say that they are for several Kafka clusters: the resources of one
 * cluster are a bundle of their own. An object that does not say it belongs to the cluster of the
 * others in its file, and to none if these are for several; what belongs to none stays behind.
 */
final class KafkaClusters {

  private KafkaClusters() {}

  static List<Group> apart(Group group) {
    Map<String, List<ReadFile>> parts = new TreeMap<>();
    for (ReadFile file : group.files()) {
      for (String cluster : file.clusters().keySet()) {
        parts.put(cluster, new ArrayList<>());
      }
    }
    if (parts.size() < 2) {
      return List.of(group);
    }
    List<ReadFile> rest = new ArrayList<>();
    for (ReadFile file : group.files()) {
      if (file.clusters().size() > 1) {
        divide(file, parts, rest);
      } else {
        file.clusters().keySet().stream().map(parts::get).findFirst().orElse(rest).add(file);
      }
    }
    List<Group> groups = new ArrayList<>();
    if (!rest.isEmpty()) {
      groups.add(new Group(group.name(), group.environment(), rest));
    }
    parts.forEach(
        (cluster, files) ->
            groups.add(
                new Group(
                    group.name() + " (cluster " + cluster + ")",
                    group.environment(),
                    files,
                    cluster)));
    return groups;
  }

  private static void divide(
      ReadFile file, Map<String, List<ReadFile>> parts, List<ReadFile> rest) {
    for (String cluster : file.clusters().keySet()) {
      parts.computeIfAbsent(cluster, c -> new ArrayList<>()).add(file.only(cluster));
    }
    ReadFile others = file.ofNone();
    if (!others.resources().isEmpty()
        || !file.findings().isEmpty()
        || !file.notRead().isEmpty()
        || !file.unread().isEmpty()) {
      rest.add(others);
    }
  }
}
