package io.headgate.engine;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.FileTree;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Live;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what a snapshot wrote: the landscape, and the facts beside it. */
final class LiveReader {

  private final OwnFiles own;
  private final Set<Kind> read = EnumSet.of(Kind.TOPIC, Kind.ACL, Kind.QUOTA, Kind.CONSUMER_GROUP);
  private final List<String> notes = new ArrayList<>();

  private LiveReader(OwnFiles own) {
    this.own = own;
  }

  /**
   * What was read.
   *
   * @param live the facts
   * @param notes what is not known, and so not compared, each a sentence
   * @param secrets where secrets stand in the files, which no report may show
   */
  record Read(Live live, List<String> notes, Map<String, List<Place>> secrets) {}

  /**
   * Reads it.
   *
   * @param run what it is compared with
   * @param environment the environment of that
   * @throws UserError if a file of it cannot be read
   */
  static Read of(LiveState state, Run run, String environment) throws IOException {
    Run running =
        new Run(
            state.files(),
            run.catalog(),
            run.policy(),
            environment,
            null,
            rule -> false,
            Progress.NONE);
    List<ReadFile> files = running.load(null).files();
    refuseUnread(files, "of what runs ");
    Group group = new Group(state.shown(), environment, files);
    Bundle bundle = running.bundle(group, null);
    OwnFiles own = OwnFiles.of(state.files(), "");
    return new LiveReader(own).read(known(bundle, own), Run.secrets(files));
  }

  /**
   * The facts about a bundle that is itself a snapshot.
   *
   * @param directory where the snapshot is, with a slash at its end; empty for the root
   * @throws UserError if a file of it is not what a snapshot writes
   */
  static Live facts(FileTree files, String directory) throws IOException {
    Bundle nothing = new Bundle(Environment.UNKNOWN, Set.of(), List.of());
    return new LiveReader(OwnFiles.of(files, directory)).read(nothing, Map.of()).live().alone();
  }

  /** What cannot be read would look as if it were not there. */
  static void refuseUnread(List<ReadFile> files, String whose) {
    List<UserError.Message> messages = new ArrayList<>();
    for (ReadFile file : files) {
      for (Finding finding : file.findings()) {
        if (finding.rule().equals(CoreRules.UNREADABLE_DOCUMENT)) {
          messages.add(
              new UserError.Message(
                  finding.place(), "A file " + whose + "cannot be read: " + finding.message()));
        }
      }
    }
    if (!messages.isEmpty()) {
      throw new UserError(messages);
    }
  }

  /** A topic whose configuration may not be read has none in its file, not an empty one. */
  private static Bundle known(Bundle bundle, OwnFiles own) {
    List<Resource> resources = OwnQuotas.added(bundle.resources(), own.read("quotas"));
    for (int i = 0; i < resources.size(); i++) {
      if (resources.get(i) instanceof Topic topic && hasNoConfig(topic)) {
        resources.set(
            i,
            new Topic(
                topic.name(),
                topic.partitions(),
                topic.replication(),
                Config.unknown(topic.config().attribute(), topic.place()),
                topic.description(),
                topic.labels()));
      }
    }
    return new Bundle(
        bundle.environment(), EnumSet.allOf(Kind.class), resources, null, Run.LINEAGE);
  }

  private static boolean hasNoConfig(Topic topic) {
    return topic.config().properties().isEmpty() && topic.config().place().equals(topic.place());
  }

  private Read read(Bundle running, Map<String, List<Place>> secrets) {
    Map<String, String> defaults = new TreeMap<>();
    Set<String> connects = new TreeSet<>();
    String compatibility = null;
    int brokers = 0;
    if (own.read("cluster") instanceof Mapping cluster) {
      if (cluster.get("topicDefaults") instanceof Mapping all) {
        for (Entry entry : all.entries()) {
          defaults.put(entry.key().text(), text(entry.value()));
        }
      }
      for (Node one : OwnFiles.items(cluster.get("connects"))) {
        connects.add(OwnFiles.text(one, "name"));
      }
      if ("true".equals(cluster.text("registry"))) {
        read.add(Kind.SCHEMA);
      }
      compatibility = cluster.text("compatibility");
      brokers = cluster.entry("brokers") == null ? 0 : own.count(cluster, "brokers");
    }
    if (!connects.isEmpty()) {
      read.add(Kind.CONNECTOR);
    }
    gaps();
    return new Read(
        new Live(running, read, connects, brokers, defaults, compatibility, Set.of(), groups()),
        notes,
        secrets);
  }

  private void gaps() {
    for (Node gap : OwnFiles.items(own.read("gaps"))) {
      notes.add(OwnFiles.text(gap, "text"));
      switch (OwnFiles.text(gap, "what")) {
        case "ACLs" -> read.remove(Kind.ACL);
        case "client quotas" -> read.remove(Kind.QUOTA);
        case "groups", "lag" -> read.remove(Kind.CONSUMER_GROUP);
        case "connectors" -> read.remove(Kind.CONNECTOR);
        case "subjects" -> read.remove(Kind.SCHEMA);
        default -> {
          // Topics are there all the same.
        }
      }
    }
  }

  private List<Live.RunningGroup> groups() {
    List<Live.RunningGroup> groups = new ArrayList<>();
    for (Node group : OwnFiles.items(own.read("groups"))) {
      List<Live.Position> positions = new ArrayList<>();
      if (group instanceof Mapping mapping) {
        for (Node position : OwnFiles.items(mapping.get("positions"))) {
          positions.add(
              new Live.Position(
                  OwnFiles.text(position, "topic"),
                  own.count(position, "partition"),
                  own.number(position, "lag")));
        }
      }
      groups.add(
          new Live.RunningGroup(
              OwnFiles.text(group, "name"), OwnFiles.text(group, "state"), positions));
    }
    return groups;
  }

  private static String text(@Nullable Node node) {
    return node instanceof Scalar scalar ? scalar.text() : "";
  }
}
