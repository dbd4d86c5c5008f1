package io.headgate.live;

import io.headgate.live.Running.Connector;
import io.headgate.live.Running.Position;
import io.headgate.live.Running.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.acl.AclBinding;

/**
 * Writes what runs as the files of a landscape: in Lenses' layout what that can say, in {@link
 * SnapshotDirectory#OWN} what it cannot. The same cluster gives the same bytes.
 */
final class Landscape {

  /** By the name that the text uses, the subject and its version; Lenses has no word for it. */
  private static final String REFERENCES = "headgate-references";

  private final SortedMap<String, String> files = new TreeMap<>();

  private Landscape() {}

  /** The texts of the files by their paths. */
  static SortedMap<String, String> of(Running running) {
    Landscape landscape = new Landscape();
    landscape.topics(running.topics());
    landscape.acls(running.acls());
    Quotas.write(running.quotas(), landscape.files);
    landscape.connectors(running.connectors());
    landscape.subjects(running.subjects());
    landscape.own(running);
    return landscape.files;
  }

  private void topics(List<Running.Topic> topics) {
    FileNames names = new FileNames(topics.stream().map(Running.Topic::name).toList());
    for (Running.Topic topic : topics) {
      Yaml yaml = new Yaml().text("", "name", topic.name());
      yaml.number("", "replication", topic.replication());
      yaml.number("", "partitions", topic.partitions());
      SortedMap<String, String> configs = topic.configs();
      if (configs != null) {
        map("configs", configs, yaml);
      }
      files.put("kafka/topics/topic-" + names.of(topic.name()) + ".yaml", yaml.toString());
    }
  }

  private static void map(String key, SortedMap<String, String> values, Yaml yaml) {
    if (values.isEmpty()) {
      yaml.raw(key + ": {}\n");
      return;
    }
    yaml.open("", key);
    values.forEach((name, value) -> yaml.quoted("  ", name, value));
  }

  private void acls(List<AclBinding> acls) {
    if (acls.isEmpty()) {
      return;
    }
    Yaml yaml = new Yaml();
    for (AclBinding acl : acls) {
      yaml.text("- ", "permissionType", acl.entry().permissionType().name());
      yaml.text("  ", "principal", acl.entry().principal());
      yaml.text("  ", "operation", acl.entry().operation().name());
      yaml.text("  ", "resourceType", acl.pattern().resourceType().name());
      yaml.text("  ", "patternType", acl.pattern().patternType().name());
      yaml.text("  ", "resourceName", acl.pattern().name());
      yaml.text("  ", "host", acl.entry().host());
    }
    files.put("kafka/acls/acls.yaml", yaml.toString());
  }

  private void connectors(List<Connector> connectors) {
    List<String> all = new ArrayList<>();
    for (Connector connector : connectors) {
      all.add(connector.cluster() + "-" + connector.name());
    }
    FileNames names = new FileNames(all);
    for (Connector connector : connectors) {
      Yaml yaml = new Yaml().text("", "clusterName", connector.cluster());
      yaml.text("", "name", connector.name());
      map("config", connector.config(), yaml);
      String both = connector.cluster() + "-" + connector.name();
      String file = names.of(both, connector.cluster() + "\n" + connector.name());
      files.put("apps/connectors/connector-" + file + ".yaml", yaml.toString());
    }
  }

  private void subjects(List<Subject> subjects) {
    FileNames names = new FileNames(subjects.stream().map(Subject::name).toList());
    for (Subject subject : subjects) {
      String compatibility = subject.compatibility();
      // Import takes the subject from the name of a YAML file; where no file can bear it, JSON.
      boolean json = !names.isItself(subject.name());
      Yaml yaml = new Yaml();
      String indent = json ? "  " : "";
      yaml.raw(json ? "{\n" : "");
      List<Map.Entry<String, String>> entries = new ArrayList<>();
      entries.add(Map.entry("name", subject.name()));
      entries.add(Map.entry("format", subject.type()));
      if (compatibility != null) {
        entries.add(Map.entry("compatibility", compatibility));
      }
      for (Map.Entry<String, String> entry : entries) {
        if (json) {
          yaml.jsonEntry(indent, entry.getKey(), entry.getValue(), false);
        } else {
          yaml.text(indent, entry.getKey(), entry.getValue());
        }
      }
      Map<String, String> references = new TreeMap<>(subject.references());
      if (json) {
        yaml.jsonEntry(indent, "schema", subject.schema(), references.isEmpty());
        jsonReferences(references, yaml);
        yaml.raw("}\n");
      } else {
        yaml.block("schema", subject.schema());
        if (!references.isEmpty()) {
          yaml.open("", REFERENCES);
          references.forEach((name, other) -> yaml.text("  ", name, other));
        }
      }
      files.put(
          "schemas/" + names.of(subject.name()) + (json ? ".json" : ".yaml"), yaml.toString());
    }
  }

  private static void jsonReferences(Map<String, String> references, Yaml yaml) {
    if (references.isEmpty()) {
      return;
    }
    yaml.raw("  \"" + REFERENCES + "\": {\n");
    int left = references.size();
    for (Map.Entry<String, String> reference : references.entrySet()) {
      yaml.jsonEntry("    ", reference.getKey(), reference.getValue(), --left == 0);
    }
    yaml.raw("  }\n");
  }

  private void own(Running running) {
    if (!running.clusterId().isEmpty()) {
      put("cluster", cluster(running));
    }
    Yaml users = new Yaml();
    for (Running.User user : running.users()) {
      users.text("- ", "name", user.name()).open("  ", "iterations");
      user.iterations().forEach((mechanism, count) -> users.number("    ", mechanism, count));
    }
    put("users", users);
    Yaml groups = new Yaml();
    for (Running.Group group : running.groups()) {
      groups.text("- ", "name", group.name());
      groups.text("  ", "state", group.state()).text("  ", "type", group.type());
      if (!group.positions().isEmpty()) {
        groups.open("  ", "positions");
      }
      for (Position position : group.positions()) {
        groups.text("  - ", "topic", position.topic());
        groups.number("    ", "partition", position.partition());
        groups.number("    ", "committed", position.committed());
        groups.number("    ", "end", position.end()).number("    ", "lag", position.lag());
      }
    }
    put("groups", groups);
    Yaml gaps = new Yaml();
    Set<Running.Gap> once = new LinkedHashSet<>(running.gaps());
    for (Running.Gap gap : once) {
      gaps.text("- ", "what", gap.what()).text("  ", "text", gap.text());
    }
    put("gaps", gaps);
  }

  private static Yaml cluster(Running running) {
    Yaml yaml = new Yaml().text("", "clusterId", running.clusterId());
    Running.Extent extent = running.extent();
    yaml.number("", "brokers", extent.brokers());
    yaml.raw("registry: " + extent.registry() + "\n");
    String level = extent.compatibility();
    if (level != null) {
      yaml.text("", "compatibility", level);
    }
    yaml.raw(extent.connects().isEmpty() ? "connects: []\n" : "connects:\n");
    for (String connect : extent.connects()) {
      yaml.text("- ", "name", connect);
    }
    map("topicDefaults", extent.topicDefaults(), yaml);
    return yaml;
  }

  private void put(String name, Yaml yaml) {
    String text = yaml.toString();
    if (!text.isEmpty()) {
      files.put(SnapshotDirectory.OWN + "/" + name + ".yaml", text);
    }
  }
}
