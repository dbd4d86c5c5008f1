package io.headgate.engine.dialect.gitops;

import io.headgate.engine.dialect.ClusterFacts;
import io.headgate.engine.dialect.ImpliedAcls;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.App;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Services and users, and the ACLs that kafka-gitops expands from them (its services page, and the
 * plans that its own tests expect).
 */
final class GitopsServices {

  /** What a Kafka Streams application needs on the topics that it makes for itself. */
  private static final List<AclOperation> INTERNAL =
      List.of(
          AclOperation.READ,
          AclOperation.WRITE,
          AclOperation.DESCRIBE,
          AclOperation.DELETE,
          AclOperation.CREATE,
          AclOperation.ALTER,
          AclOperation.ALTER_CONFIGS,
          AclOperation.DESCRIBE_CONFIGS);

  private static final List<AclOperation> STREAMS_GROUP =
      List.of(AclOperation.READ, AclOperation.DESCRIBE, AclOperation.DELETE);

  private final boolean describes;
  private final ImpliedAcls acls;
  private final Reading reading;

  GitopsServices(boolean describes, ImpliedAcls acls, Reading reading) {
    this.describes = describes;
    this.acls = acls;
    this.reading = reading;
  }

  void read(Scalar key, Mapping mapping, GitopsState state) {
    MappingReader service =
        new MappingReader(mapping, key.place(), "the service '" + key.text() + "'", reading);
    reading.object("kafka-gitops/service/" + key.text());
    Located<String> type =
        service.required(
            "type",
            service.word(
                "type",
                "type",
                word -> GitopsSigns.TYPES.contains(word) ? word : null,
                "one of " + String.join(", ", GitopsSigns.TYPES)));
    Located<String> principal = state.principal(service);
    Located<String> name = MappingReader.located(key, "name");
    switch (type.orElse("")) {
      case "application" -> readApplication(name, principal, service);
      case "kafka-connect" -> readConnect(name, principal, service);
      case "kafka-streams" -> readStreams(name, principal, service);
      default ->
          service.ignore(
              "produces", "consumes", "connectors", "group-id", "application-id", "storage-topics");
    }
    service.finish();
  }

  private void readApplication(
      Located<String> name, Located<String> principal, MappingReader service) {
    topics("produces", AclOperation.WRITE, principal, service);
    List<Located<String>> consumed = topics("consumes", AclOperation.READ, principal, service);
    Located<String> group = orName(service.text("group-id", "group"), name);
    if (!consumed.isEmpty()) {
      literal(principal, AclOperation.READ, ResourceType.GROUP, group);
    }
  }

  private void readStreams(Located<String> name, Located<String> principal, MappingReader service) {
    List<Located<String>> produced = topics("produces", AclOperation.WRITE, principal, service);
    List<Located<String>> consumed = topics("consumes", AclOperation.READ, principal, service);
    Located<String> id = orName(service.text("application-id", "group"), name);
    acls.allow(principal, INTERNAL, ResourceType.TOPIC, id, PatternType.PREFIXED, id.place());
    acls.allow(principal, STREAMS_GROUP, ResourceType.GROUP, id, PatternType.LITERAL, id.place());
    acls.allowCluster(principal, AclOperation.DESCRIBE_CONFIGS, service.head());
    reading.add(
        new App(
            name,
            Located.absent("cluster", service.head()),
            id,
            Located.absent("runners", service.head()),
            consumed,
            produced));
    reading.add(
        new ConsumerGroup(
            id,
            new ResourceRef(Kind.APP, name.toString()),
            consumed,
            Located.absent("pattern", service.head())));
  }

  private void readConnect(Located<String> name, Located<String> principal, MappingReader service) {
    topics("produces", AclOperation.WRITE, principal, service);
    MappingReader storage = service.mapping("storage-topics");
    List<String> internal = new ArrayList<>();
    for (String kind : List.of("config", "offset", "status")) {
      Located<String> topic =
          storage == null ? Located.absent("topic", service.head()) : storage.text(kind, "topic");
      if (topic.isAbsent()) {
        String usual = kind.equals("status") ? "connect-status-" : "connect-" + kind + "s-";
        topic = name.map(text -> usual + text);
      }
      literal(principal, AclOperation.READ, ResourceType.TOPIC, topic);
      literal(principal, AclOperation.WRITE, ResourceType.TOPIC, topic);
      if (topic.isKnown()) {
        internal.add(topic.get());
      }
    }
    if (storage != null) {
      storage.finish();
    }
    Located<String> group = orName(service.text("group-id", "group"), name);
    literal(principal, AclOperation.READ, ResourceType.GROUP, group);
    reading.fact(
        ClusterFacts.client(null, internal, group.isKnown() ? List.of(group.get()) : List.of()));
    for (Entry entry : service.entries("connectors")) {
      if (entry.value() instanceof Mapping mapping) {
        readConnector(entry.key(), mapping, principal);
      } else {
        reading.unreadable(
            entry.key().place(),
            "connectors",
            "The connector '" + entry.key().text() + "' must be a mapping.");
      }
    }
  }

  private void readConnector(Scalar key, Mapping mapping, Located<String> principal) {
    MappingReader connector =
        new MappingReader(mapping, key.place(), "the connector '" + key.text() + "'", reading);
    topics("produces", AclOperation.WRITE, principal, connector);
    if (!topics("consumes", AclOperation.READ, principal, connector).isEmpty()) {
      literal(
          principal,
          AclOperation.READ,
          ResourceType.GROUP,
          MappingReader.located(key, "group").map(name -> "connect-" + name));
    }
    connector.finish();
  }

  private List<Located<String>> topics(
      String key, AclOperation operation, Located<String> principal, MappingReader service) {
    List<Located<String>> topics = service.texts(key, key);
    for (Located<String> topic : topics) {
      literal(principal, operation, ResourceType.TOPIC, topic);
      if (describes) {
        literal(principal, AclOperation.DESCRIBE, ResourceType.TOPIC, topic);
      }
    }
    return topics;
  }

  private void literal(
      Located<String> principal, AclOperation operation, ResourceType type, Located<String> name) {
    acls.allow(principal, operation, type, name, PatternType.LITERAL, name.place());
  }

  /** The name of the service, at its key, where nobody wrote anything else. */
  private static Located<String> orName(Located<String> text, Located<String> name) {
    return text.isAbsent() ? name : text;
  }

  void readUser(Scalar key, Mapping mapping, GitopsState state) {
    MappingReader user =
        new MappingReader(mapping, key.place(), "the user '" + key.text() + "'", reading);
    reading.object("kafka-gitops/user/" + key.text());
    Located<String> principal = state.principal(user);
    for (Located<String> role : user.texts("roles", "roles")) {
      Located<String> all =
          role.isKnown()
              ? Located.known("*", "resourceName", role.place())
              : Located.unknown("resourceName", role.place());
      switch (role.orElse("")) {
        case "writer" -> literal(principal, AclOperation.WRITE, ResourceType.TOPIC, all);
        case "reader" -> {
          literal(principal, AclOperation.READ, ResourceType.TOPIC, all);
          literal(principal, AclOperation.READ, ResourceType.GROUP, all);
        }
        case "operator" -> operate(principal, all);
        default -> wrongRole(role, principal);
      }
    }
    user.finish();
  }

  private void operate(Located<String> principal, Located<String> all) {
    Place at = all.place();
    acls.allowCluster(principal, AclOperation.DESCRIBE, at);
    literal(principal, AclOperation.DESCRIBE, ResourceType.TOPIC, all);
    literal(principal, AclOperation.DESCRIBE_CONFIGS, ResourceType.TOPIC, all);
    literal(principal, AclOperation.READ, ResourceType.GROUP, all);
    literal(principal, AclOperation.DESCRIBE, ResourceType.GROUP, all);
  }

  private void wrongRole(Located<String> role, Located<String> principal) {
    if (role.isKnown()) {
      reading.unreadable(
          role.place(),
          "roles",
          "The role '"
              + role.get()
              + "' must be one of "
              + String.join(", ", GitopsSigns.ROLES)
              + ".");
    }
    acls.unknown(principal, role.place());
  }
}
