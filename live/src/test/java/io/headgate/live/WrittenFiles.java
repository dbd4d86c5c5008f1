package io.headgate.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.Document;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What stands in the files of a snapshot, letter by letter, in the words of what runs. */
final class WrittenFiles {

  private WrittenFiles() {}

  private static List<Node> roots(Path root, String folder) throws IOException {
    List<Node> roots = new ArrayList<>();
    if (Files.exists(root.resolve(folder))) {
      try (var files = Files.walk(root.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Documents documents =
              Documents.read(new SourceText(file.getFileName().toString(), Files.readString(file)));
          assertThat(documents.problems()).isEmpty();
          for (Document document : documents.documents()) {
            roots.add(document.root());
          }
        }
      }
    }
    return roots;
  }

  private static List<Entry> entries(Mapping mapping, String key) {
    return mapping.get(key) instanceof Mapping inner ? inner.entries() : List.of();
  }

  private static String at(Mapping mapping, String key) {
    return mapping.get(key) instanceof Scalar scalar ? scalar.text() : "(none)";
  }

  /** As they stand in the files: a value that looks like a template is none that headgate knows. */
  static List<Running.Connector> connectors(Path root) throws IOException {
    List<Running.Connector> connectors = new ArrayList<>();
    for (Node node : roots(root, "apps/connectors")) {
      Mapping connector = (Mapping) node;
      SortedMap<String, String> config = new TreeMap<>();
      for (Entry entry : entries(connector, "config")) {
        config.put(entry.key().text(), ((Scalar) entry.value()).text());
      }
      connectors.add(
          new Running.Connector(at(connector, "clusterName"), at(connector, "name"), config));
    }
    connectors.sort(ConnectReader.ORDER);
    return connectors;
  }

  /** Name, format, text, level and references, as a text each. */
  static Set<String> subjects(Path root) throws IOException {
    Set<String> subjects = new TreeSet<>();
    for (Node node : roots(root, "schemas")) {
      Mapping subject = (Mapping) node;
      Map<String, String> references = new TreeMap<>();
      if (subject.get("headgate-references") instanceof Mapping list) {
        list.entries()
            .forEach(one -> references.put(one.key().text(), ((Scalar) one.value()).text()));
      }
      subjects.add(
          List.of(
                  at(subject, "name"),
                  at(subject, "format"),
                  at(subject, "schema"),
                  at(subject, "compatibility"),
                  references)
              .toString());
    }
    return subjects;
  }

  /** By entity all limits, put together from the two files. */
  static Map<String, Map<String, Double>> quotas(Path root) throws IOException {
    Map<String, Map<String, Double>> quotas = new TreeMap<>();
    Map<String, String> keys =
        Map.of("producerByteRate", "producer_byte_rate", "requestPercentage", "request_percentage");
    for (Node file : roots(root, "kafka/quotas")) {
      for (Node node : ((Sequence) file).items()) {
        Mapping quota = (Mapping) node;
        SortedMap<String, @Nullable String> entity = new TreeMap<>();
        for (String type : List.of("user", "client")) {
          String name = at(quota, type);
          if (!name.isEmpty()) {
            entity.put(type.equals("user") ? "user" : "client-id", name.equals("*") ? null : name);
          }
        }
        for (Entry limit : entries(quota, "config")) {
          String value = ((Scalar) limit.value()).text();
          if (!value.isEmpty()) {
            quotas
                .computeIfAbsent(entity.toString(), any -> new HashMap<>())
                .put(keys.get(limit.key().text()), Double.valueOf(value));
          }
        }
      }
    }
    for (Node file : roots(root, ".headgate-snapshot")) {
      if (!(file instanceof Sequence list)) {
        continue;
      }
      for (Node node : list.items()) {
        SortedMap<String, @Nullable String> entity = new TreeMap<>();
        for (Entry entry : ((Mapping) node).entries()) {
          if (entry.value() instanceof Scalar name) {
            entity.put(entry.key().text(), name.isNull() ? null : name.text());
          }
        }
        for (Entry limit : entries((Mapping) node, "limits")) {
          quotas
              .computeIfAbsent(entity.toString(), any -> new HashMap<>())
              .put(limit.key().text(), Double.valueOf(((Scalar) limit.value()).text()));
        }
      }
    }
    return quotas;
  }
}
