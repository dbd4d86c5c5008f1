package io.headgate.engine.dialect.gitops;

import io.headgate.engine.dialect.ClusterFacts;
import io.headgate.engine.dialect.ImpliedAcls;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state file, or one of the parts into which a state is split. A part holds one key alone, so
 * that of a file with one key nobody knows what settings are with it.
 */
final class GitopsState {

  private final Mapping root;
  private final Reading reading;
  private final MappingReader state;
  private final boolean whole;
  private Located<Integer> replication;
  private boolean cloud;
  private boolean describes;

  GitopsState(Mapping root, Reading reading) {
    this.root = root;
    this.reading = reading;
    state = MappingReader.of(root, "a state file", reading);
    whole = root.entries().size() > 1 || root.entry("settings") != null;
    replication =
        whole
            ? Located.absent("replication", state.head())
            : Located.unknown("replication", state.head());
  }

  void read() {
    MappingReader settings = state.mapping("settings");
    if (settings != null) {
      readSettings(settings);
    }
    for (Entry topic : state.entries("topics")) {
      Mapping mapping = below(topic, "topics");
      if (mapping != null) {
        readTopic(topic.key(), mapping);
      }
    }
    ImpliedAcls acls = new ImpliedAcls(reading);
    GitopsServices services = new GitopsServices(describes, acls, reading);
    for (Entry service : state.entries("services")) {
      Mapping mapping = below(service, "services");
      if (mapping != null) {
        services.read(service.key(), mapping, this);
      }
    }
    for (Entry user : state.entries("users")) {
      Mapping mapping = below(user, "users");
      if (mapping != null) {
        services.readUser(user.key(), mapping, this);
      }
    }
    readAcls("customServiceAcls", "services");
    readAcls("customUserAcls", "users");
    // Of a version that was never released.
    state.ignore("schemas");
    state.finish();
  }

  private @Nullable Mapping below(Entry entry, String key) {
    if (entry.value() instanceof Mapping mapping) {
      return mapping;
    }
    if (!(entry.value() instanceof Scalar scalar && scalar.isTemplated())) {
      reading.unreadable(
          entry.key().place(), key, "'" + entry.key().text() + "' must be a mapping.");
    }
    return null;
  }

  private void readSettings(MappingReader settings) {
    for (String key : List.of("ccloud", "confluent")) {
      MappingReader confluent = settings.mapping(key);
      if (confluent != null) {
        cloud |= confluent.isTemplated("enabled") || confluent.text("enabled", key).is("true");
        confluent.finish();
      }
    }
    MappingReader topics = settings.mapping("topics");
    if (topics != null) {
      MappingReader defaults = topics.mapping("defaults");
      if (defaults != null) {
        replication = defaults.integer("replication", "replication");
        if (replication.isKnown() && replication.get() < 1) {
          reading.unreadable(
              replication.place(),
              "replication",
              "The default replication is " + replication.get() + ", but must be 1 or more.");
        }
        defaults.finish();
      }
      List<String> others = new ArrayList<>();
      for (String key : List.of("blacklist", "exclude", "include")) {
        MappingReader list = topics.mapping(key);
        if (list != null) {
          for (Located<String> prefix : list.texts("prefixed", "prefixed")) {
            if (prefix.isKnown() && !key.equals("include")) {
              others.add(prefix.get() + "*");
            }
          }
          list.finish();
        }
      }
      // Topics that the tool leaves alone exist although nobody declares them.
      reading.fact(ClusterFacts.client(null, others, List.of()));
      topics.finish();
    }
    MappingReader services = settings.mapping("services");
    if (services != null) {
      MappingReader acls = services.mapping("acls");
      if (acls != null) {
        String key = acls.oneOf("describeTopicEnabled", "describe-topic-enabled");
        describes = acls.text(key, key).is("true");
        acls.finish();
      }
      services.finish();
    }
    MappingReader files = settings.mapping("files");
    if (files != null) {
      for (String key : List.of("services", "topics", "users")) {
        files.text(key, key);
      }
      files.finish();
    }
    settings.ignore("schema");
    settings.finish();
  }

  private void readTopic(Scalar key, Mapping mapping) {
    MappingReader topic = new MappingReader(mapping, key.place(), "a topic", reading);
    Located<String> name = MappingReader.located(key, "name");
    Located<Integer> own = topic.integer("replication", "replication");
    if (own.isAbsent() && !topic.has("replication")) {
      own = replication;
      if (own.isAbsent()) {
        topic.required("replication", Located.absent("replication", key.place()));
        own = Located.unknown("replication", key.place());
      }
    }
    reading.object("kafka-gitops/topic/" + key.text());
    reading.add(
        new Topic(
            name,
            topic.required("partitions", topic.integer("partitions", "partitions")),
            own,
            topic.config("configs", "config", null),
            Located.unknown("description", key.place()),
            labels(key.place())));
    topic.finish();
  }

  /** The tool has no labels, so nobody can say that one is missing. */
  private static Config labels(Place place) {
    return new Config(
        "labels",
        place,
        List.of(new Property(Located.unknown("labels", place), Located.unknown("labels", place))));
  }

  private void readAcls(String key, String owners) {
    for (Entry owner : state.entries(key)) {
      Mapping rules = below(owner, key);
      if (rules == null) {
        continue;
      }
      Located<String> principal =
          root.get(owners) instanceof Mapping all
                  && all.get(owner.key().text()) instanceof Mapping mapping
                  && mapping.get("principal") instanceof Scalar scalar
                  && !scalar.isNull()
              ? MappingReader.located(scalar, "principal")
              : Located.unknown("principal", owner.key().place());
      for (Entry rule : rules.entries()) {
        Mapping acl = below(rule, key);
        if (acl != null) {
          reading.add(
              GitopsAcls.read(
                  new MappingReader(
                      acl, rule.key().place(), "the ACL '" + rule.key().text() + "'", reading),
                  principal));
        }
      }
    }
  }

  /**
   * The principal of a service or user. Confluent Cloud gives one itself; otherwise a state without
   * it is refused, but of a part of a state nobody can tell which of them it is.
   */
  Located<String> principal(MappingReader owner) {
    Located<String> principal = owner.text("principal", "principal");
    return principal.isAbsent() && whole && !cloud
        ? owner.required("principal", principal)
        : principal;
  }
}
