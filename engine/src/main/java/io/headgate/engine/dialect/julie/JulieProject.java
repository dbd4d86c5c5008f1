package io.headgate.engine.dialect.julie;

import io.headgate.engine.dialect.ClusterFacts;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.ImpliedAcls;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.App;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A project: its topics, and its users with what they may do ({@code AccessControlManager} and
 * {@code AclsBindingsBuilder} of JulieOps, without {@code topology.acls.optimized}).
 */
final class JulieProject {

  /** The keys of a project; JulieOps takes any other one for a role of a role file. */
  private static final List<String> KEYS =
      List.of(
          "name",
          "topics",
          "consumers",
          "producers",
          "streams",
          "connectors",
          "ksql",
          "schemas",
          "rbac");

  private final Located<String> prefix;
  private final ImpliedAcls acls;
  private final Reading reading;

  private JulieProject(Located<String> prefix, ImpliedAcls acls, Reading reading) {
    this.prefix = prefix;
    this.acls = acls;
    this.reading = reading;
  }

  static void read(
      MappingReader project, Located<String> prefix, ImpliedAcls acls, Reading reading) {
    new JulieProject(prefix, acls, reading).read(project);
  }

  private void read(MappingReader project) {
    JulieTopics topics = new JulieTopics(prefix, acls, reading);
    topics.users(project);
    for (Mapping topic : project.mappings("topics")) {
      topics.read(topic);
    }
    for (Mapping stream : project.mappings("streams")) {
      readStream(stream);
    }
    readConnectors(project);
    readKsql(project);
    for (Mapping schema : project.mappings("schemas")) {
      readSubjects(schema);
    }
    readRbac(project);
    for (Entry entry : project.source().entries()) {
      if (!KEYS.contains(entry.key().text())) {
        readRole(project, entry);
      }
    }
  }

  private void readStream(Mapping mapping) {
    MappingReader stream = MappingReader.of(mapping, "principal", "a streams application", reading);
    Located<String> principal = JulieUsers.principal(stream);
    JulieUsers.Topics topics = JulieUsers.topics(stream, principal, true, acls, reading);
    Located<String> application = stream.text("applicationId", "applicationId");
    if (application.isKnown()) {
      reading.add(
          new App(
              Located.known(application.get(), "name", application.place()),
              Located.absent("cluster", stream.head()),
              application,
              Located.absent("runners", stream.head()),
              topics.read(),
              topics.written()));
      reading.add(
          new ConsumerGroup(
              application,
              new ResourceRef(Kind.APP, application.get()),
              topics.read(),
              Located.absent("pattern", stream.head())));
    }
    Located<String> own = application.isAbsent() ? prefix : application;
    Place at = application.isAbsent() ? stream.head() : application.place();
    Scalar written = stream.scalar("exactlyOnce");
    boolean exactly = written != null && written.text().equalsIgnoreCase("true");
    allow(principal, AclOperation.ALL, ResourceType.TOPIC, own, at);
    allow(principal, AclOperation.READ, ResourceType.GROUP, own, at);
    if (exactly) {
      Place once = stream.keyPlace("exactlyOnce");
      allow(principal, AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, own, once);
      allow(principal, AclOperation.DESCRIBE, ResourceType.TRANSACTIONAL_ID, own, once);
    }
    for (Mapping below : stream.mappings("observerPrincipals")) {
      MappingReader observer = MappingReader.of(below, "principal", "an observer", reading);
      Located<String> who = JulieUsers.principal(observer);
      allow(who, AclOperation.READ, ResourceType.TOPIC, own, observer.head());
      allow(who, AclOperation.DESCRIBE, ResourceType.TOPIC, own, observer.head());
      allow(who, AclOperation.READ, ResourceType.GROUP, own, observer.head());
      if (exactly) {
        allow(who, AclOperation.DESCRIBE, ResourceType.TRANSACTIONAL_ID, own, observer.head());
      }
      observer.finish();
    }
    stream.ignore("metadata");
    stream.finish();
  }

  private void allow(
      Located<String> principal,
      AclOperation operation,
      ResourceType type,
      Located<String> name,
      Place at) {
    acls.allow(principal, operation, type, name, PatternType.PREFIXED, at);
  }

  /** A list of users, or a mapping with such a list beside the connectors themselves. */
  private void readConnectors(MappingReader project) {
    if (!(project.source().get("connectors") instanceof Mapping)) {
      project.mappings("connectors").forEach(this::readConnect);
      return;
    }
    MappingReader connectors = project.mapping("connectors");
    if (connectors != null) {
      connectors.mappings("access_control").forEach(this::readConnect);
      for (Mapping mapping : connectors.mappings(connectors.oneOf("artifacts", "artefacts"))) {
        MappingReader artifact = MappingReader.of(mapping, "name", "a connector", reading);
        artifact.required("path", artifact.text("path", "path"));
        artifact.required("server", artifact.text("server", "server"));
        artifact.name("name");
        artifact.ignore("hash");
        artifact.finish();
        reading.skip("connector in a file of its own");
      }
      connectors.finish();
    }
  }

  private void readConnect(Mapping mapping) {
    MappingReader connect =
        MappingReader.of(mapping, "principal", "a user of 'connectors'", reading);
    Located<String> principal = JulieUsers.principal(connect);
    Place head = connect.head();
    Located<String> group = orDefault(connect.text("group", "group"), "connect-cluster");
    List<Located<String>> internal =
        List.of(
            orDefault(connect.text("status_topic", "topic"), "connect-status"),
            orDefault(connect.text("offset_topic", "topic"), "connect-offsets"),
            orDefault(connect.text("configs_topic", "topic"), "connect-configs"));
    for (Located<String> topic : internal) {
      for (AclOperation operation : List.of(AclOperation.READ, AclOperation.WRITE)) {
        acls.allow(
            principal, operation, ResourceType.TOPIC, topic, PatternType.LITERAL, topic.place());
      }
    }
    acls.allowCluster(principal, AclOperation.CREATE, head);
    acls.allow(
        principal,
        AclOperation.READ,
        ResourceType.GROUP,
        group,
        PatternType.LITERAL,
        group.place());
    JulieUsers.topics(connect, principal, false, acls, reading);
    // Of a registry of roles, and not of Kafka.
    connect.texts("connectors", "connectors");
    connect.ignore("cluster_id", "metadata");
    connect.finish();
    reading.fact(
        ClusterFacts.client(
            null,
            internal.stream().filter(Located::isKnown).map(Located::get).toList(),
            group.isKnown() ? List.of(group.get()) : List.of()));
  }

  private static Located<String> orDefault(Located<String> text, String otherwise) {
    return text.isAbsent() ? Located.known(otherwise, text.attribute(), text.place()) : text;
  }

  private void readKsql(MappingReader project) {
    if (!(project.source().get("ksql") instanceof Mapping)) {
      project.mappings("ksql").forEach(this::readKsqlUser);
      return;
    }
    MappingReader ksql = project.mapping("ksql");
    if (ksql == null) {
      return;
    }
    ksql.mappings("access_control").forEach(this::readKsqlUser);
    MappingReader artefacts = ksql.mapping(ksql.oneOf("artefacts", "artifacts"));
    if (artefacts != null) {
      for (String kind : List.of("streams", "tables")) {
        for (Mapping mapping : artefacts.mappings(kind)) {
          MappingReader artefact = MappingReader.of(mapping, "name", "an artefact", reading);
          artefact.required("path", artefact.text("path", "path"));
          artefact.name("name");
          artefact.finish();
          reading.skip("statement of ksqlDB in a file of its own");
        }
      }
      artefacts.entries("vars");
      artefacts.finish();
    }
    ksql.finish();
  }

  private void readKsqlUser(Mapping mapping) {
    MappingReader user = MappingReader.of(mapping, "principal", "a user of 'ksql'", reading);
    Located<String> principal = JulieUsers.principal(user);
    JulieUsers.topics(user, principal, false, acls, reading);
    Located<String> application = user.text("applicationId", "applicationId");
    Located<String> own = application.isAbsent() ? prefix : application;
    Place at = application.isAbsent() ? user.head() : application.place();
    allow(principal, AclOperation.ALL, ResourceType.TOPIC, own, at);
    allow(principal, AclOperation.ALL, ResourceType.GROUP, own, at);
    user.ignore("ksqlDbId", "metadata");
    user.finish();
  }

  /** Rights in the schema registry, which Kafka does not know. */
  private void readSubjects(Mapping mapping) {
    MappingReader user = MappingReader.of(mapping, "principal", "a user of 'schemas'", reading);
    JulieUsers.principal(user);
    user.texts("subjects", "subjects");
    user.ignore("role", "prefixed", "metadata");
    user.finish();
  }

  /** Predefined roles of Confluent's own: what they grant is said elsewhere. */
  private void readRbac(MappingReader project) {
    for (Mapping role : project.mappings("rbac")) {
      for (Entry entry : role.entries()) {
        grant(entry, "the role '" + entry.key().text() + "'");
      }
    }
  }

  /** A key that JulieOps does not know is the name of a role. */
  private void readRole(MappingReader project, Entry entry) {
    String key = entry.key().text();
    String near = Nearest.to(key, KEYS);
    if (near != null) {
      reading.find(
          CoreRules.UNKNOWN_FIELD,
          entry.key().place(),
          key,
          "The key '"
              + key
              + "' is unknown in a project, so JulieOps takes it for a role of a role file."
              + Nearest.hint(key, KEYS));
    } else {
      project.mappings(key);
      grant(entry, "the role '" + key + "'");
    }
  }

  private void grant(Entry role, String what) {
    if (!(role.value() instanceof Sequence users)) {
      return;
    }
    for (Node item : users.items()) {
      if (item instanceof Mapping mapping) {
        MappingReader user = MappingReader.of(mapping, "principal", "a user of " + what, reading);
        Located<String> principal = JulieUsers.principal(user);
        acls.unknown(principal, user.head());
      }
    }
  }
}
