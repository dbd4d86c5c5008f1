package io.headgate.engine.dialect.nais;

import io.headgate.engine.dialect.AivenGrants;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * The entries of {@code spec.acl} as ACLs. Who may read a topic may use any consumer group, of
 * which no entry speaks (Aiven's permission mapping): an ACL on a group whose name is unknown. Of a
 * glob only {@code *} for all teams and all applications is everybody; whom another one covers is
 * unknown.
 */
final class NaisAccess {

  private static final String ALL = "*";
  private static final String EVERYBODY = "User:*";

  /** What Aiven's permission {@code admin} allows on the topics of a stream. */
  private static final List<AclOperation> ADMIN =
      List.of(
          AclOperation.READ,
          AclOperation.WRITE,
          AclOperation.CREATE,
          AclOperation.DELETE,
          AclOperation.ALTER_CONFIGS,
          AclOperation.DESCRIBE_CONFIGS);

  private NaisAccess() {}

  /** Reads the access to a topic; twice the same for an application is one ACL to Kafka. */
  static void read(MappingReader spec, Located<String> topic, Reading reading) {
    Node list = spec.node("acl");
    if (list == null) {
      spec.required("acl", Located.absent("acl", spec.head()));
    }
    if (list instanceof Scalar template) {
      Place place = template.place();
      Located<String> anybody = Located.unknown("principal", place);
      reading.add(acl(anybody, null, place, at(place, topic), PatternType.LITERAL));
    }
    Set<ResourceRef> known = new HashSet<>();
    for (Mapping mapping : spec.mappings("acl")) {
      for (Acl acl : readEntry(mapping, topic, reading)) {
        if (!acl.principal().isKnown() || known.add(acl.ref())) {
          reading.add(acl);
        }
      }
    }
  }

  private static List<Acl> readEntry(Mapping mapping, Located<String> topic, Reading reading) {
    MappingReader entry = MappingReader.of(mapping, "application", "an entry of 'acl'", reading);
    Located<String> access =
        entry.required(
            "access",
            entry.word("access", "operation", NaisAccess::access, "read, write or readwrite"));
    Located<String> team = entry.required("team", entry.text("team", "principal"));
    Located<String> app = entry.required("application", entry.text("application", "principal"));
    entry.finish();
    Located<String> principal = principal(team, app);
    Located<String> name = at(entry.head(), topic);
    String word = access.orElse("");
    List<Acl> acls = new ArrayList<>();
    if (access.isUnknown()) {
      acls.add(acl(principal, null, access.place(), name, PatternType.LITERAL));
    }
    if (word.startsWith("read")) {
      acls.add(acl(principal, AclOperation.READ, access.place(), name, PatternType.LITERAL));
      acls.add(AivenGrants.group(principal, access.place()));
    }
    if (word.endsWith("write")) {
      acls.add(acl(principal, AclOperation.WRITE, access.place(), name, PatternType.LITERAL));
    }
    return acls;
  }

  private static @Nullable String access(String word) {
    return switch (word) {
      case "read", "write", "readwrite" -> word;
      default -> null;
    };
  }

  private static Located<String> principal(Located<String> team, Located<String> app) {
    Place place = app.place();
    if (team.is(ALL) && app.is(ALL)) {
      return Located.known(EVERYBODY, "principal", place);
    }
    String name = team.isKnown() && app.isKnown() ? NaisNames.user(team.get(), app.get()) : null;
    return name == null
        ? Located.unknown("principal", place)
        : Located.known("User:" + name, "principal", place);
  }

  /** A topic that an entry is about, at the place of the entry. */
  private static Located<String> at(Place place, Located<String> topic) {
    return topic.isKnown()
        ? Located.known(topic.get(), "resourceName", place)
        : Located.unknown("resourceName", place);
  }

  private static Acl acl(
      Located<String> principal,
      @Nullable AclOperation operation,
      Place access,
      Located<String> name,
      PatternType pattern) {
    return new Acl(
        principal,
        Located.known(ALL, "host", principal.place()),
        operation == null
            ? Located.unknown("operation", access)
            : Located.known(operation, "operation", access),
        Located.known(AclPermissionType.ALLOW, "permission", access),
        Located.known(ResourceType.TOPIC, "resourceType", name.place()),
        name,
        Located.known(pattern, "pattern", name.place()));
  }

  /**
   * A stream owns the topics with its prefix: the application of its name, and who else is named.
   */
  static void addStream(
      SpecObject stream, Located<String> prefix, MappingReader spec, Reading reading) {
    String namespace = stream.object().knownMetadata("namespace");
    String name = stream.name().orNull();
    String user = namespace == null || name == null ? null : NaisNames.user(namespace, name);
    addAdmin(
        user == null
            ? Located.unknown("principal", stream.head())
            : Located.known("User:" + user, "principal", stream.head()),
        prefix,
        reading);
    for (Mapping more : spec.mappings("additionalUsers")) {
      MappingReader reader =
          MappingReader.of(more, "username", "an entry of 'additionalUsers'", reading);
      Located<String> other = reader.required("username", reader.text("username", "principal"));
      addAdmin(
          other.isKnown() && other.get().indexOf('*') >= 0
              ? Located.unknown("principal", other.place())
              : other.map(text -> "User:" + text),
          prefix,
          reading);
      reader.finish();
    }
  }

  private static void addAdmin(Located<String> principal, Located<String> prefix, Reading reading) {
    Located<String> name = at(principal.place(), prefix);
    for (AclOperation operation : ADMIN) {
      reading.add(acl(principal, operation, principal.place(), name, PatternType.PREFIXED));
    }
    reading.add(AivenGrants.group(principal, principal.place()));
  }
}
