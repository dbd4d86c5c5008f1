package io.headgate.live;

import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.policy.Policy;
import io.headgate.spi.model.Secret;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What runs, with a placeholder for each secret that a connector holds in the clear. What is a
 * secret is told by the reader of landscapes itself: what it would find in a file is not written
 * into one.
 *
 * @param places where the placeholders stand, such as {@code apps/connectors/connector-a-b.yaml:9:
 *     config.password of connector 'b'}
 */
record Masked(Running running, List<String> places) {

  /** What is written for a secret. */
  static final String PLACEHOLDER = "[secret hidden by headgate]";

  static Masked of(Running running) throws IOException {
    if (running.connectors().isEmpty()) {
      return new Masked(running, List.of());
    }
    Map<String, Running.Connector> byFile = new HashMap<>();
    Map<String, String> texts = new HashMap<>();
    for (Running.Connector connector : running.connectors()) {
      SortedMap<String, String> files = Landscape.of(alone(connector));
      String own = files.firstKey();
      String path = byFile.size() + "/" + own;
      byFile.put(path, connector);
      texts.put(path, files.get(own));
    }
    Map<String, Set<Integer>> lines = secretLines(texts);
    List<Running.Connector> masked = new ArrayList<>();
    List<String> places = new ArrayList<>();
    byFile.forEach(
        (path, connector) -> {
          SortedMap<String, String> config = new TreeMap<>(connector.config());
          List<String> keys = List.copyOf(config.keySet());
          for (int line : lines.getOrDefault(path, Set.of())) {
            // One line each, in this order, below those of the cluster, the name and 'config'.
            String key = keys.get(line - 4);
            config.put(key, PLACEHOLDER);
            places.add(
                "config."
                    + key
                    + " of connector '"
                    + connector.name()
                    + "' in Connect cluster '"
                    + connector.cluster()
                    + "'");
          }
          masked.add(new Running.Connector(connector.cluster(), connector.name(), config));
        });
    places.sort(null);
    masked.sort(ConnectReader.ORDER);
    return new Masked(with(running, masked), places);
  }

  private static Map<String, Set<Integer>> secretLines(Map<String, String> texts)
      throws IOException {
    Map<String, Set<Integer>> lines = new HashMap<>();
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Run run =
          new Run(
              new MemoryFiles(Map.of(file.getKey(), file.getValue())),
              new Catalog(List.of()),
              Policy.NONE,
              "",
              null,
              rule -> false,
              Progress.NONE);
      for (Run.Unjudged bundle : run.inspect().bundles()) {
        for (Secret secret : bundle.bundle().all(Secret.class)) {
          if (secret.form() != Secret.Form.REFERENCE) {
            lines
                .computeIfAbsent(file.getKey(), path -> new TreeSet<>())
                .add(secret.value().place().startLine());
          }
        }
      }
    }
    return lines;
  }

  private static Running alone(Running.Connector connector) {
    List<Running.Connector> one = List.of(connector);
    return new Running(
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        one,
        List.of(),
        List.of(),
        Running.Extent.NONE);
  }

  private static Running with(Running running, List<Running.Connector> connectors) {
    return new Running(
        running.clusterId(),
        running.topics(),
        running.acls(),
        running.quotas(),
        running.users(),
        running.groups(),
        connectors,
        running.subjects(),
        running.gaps(),
        running.extent());
  }
}
