package io.headgate.engine.dialect.ns4kafka;

import io.headgate.engine.dialect.AclWords;
import io.headgate.engine.dialect.ClusterFacts;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * {@code AccessControlEntry}: the ACLs that ns4kafka makes of it (its {@code
 * AccessControlEntryAsyncExecutor}). An owner of topics may WRITE, READ and DESCRIBE_CONFIGS, one
 * of groups may READ; an owner of connectors may READ their groups, {@code connect-<name>}; and
 * where a namespace has transactions or streams, its groups are transactional ids as well. The
 * other types are for ns4kafka alone.
 */
final class NsAccess {

  private static final String EVERYONE = "*";

  private static final List<String> TYPES =
      List.of("TOPIC", "GROUP", "CONNECT", "CONNECT_CLUSTER", "SCHEMA", "TRANSACTIONAL_ID");

  private static final List<String> PERMISSIONS = List.of("OWNER", "READ", "WRITE");

  /**
   * An entry.
   *
   * @param type one of {@link #TYPES}
   * @param permission one of {@link #PERMISSIONS}
   */
  private record Grant(
      Located<String> type,
      Located<String> resource,
      Located<PatternType> pattern,
      Located<String> permission,
      Located<String> to,
      Place head) {}

  private NsAccess() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject entry = SpecObject.of(object, reading);
    MappingReader spec = entry.spec();
    if (spec == null) {
      return;
    }
    object.declareIn(object.knownMetadata("cluster"), entry.name().toString(), reading);
    Grant grant =
        new Grant(
            spec.required(
                "resourceType",
                spec.word(
                    "resourceType",
                    "resourceType",
                    word -> oneOf(word, TYPES),
                    "one of " + String.join(", ", TYPES))),
            spec.required("resource", spec.text("resource", "resourceName")),
            spec.required(
                "resourcePatternType",
                spec.word(
                    "resourcePatternType",
                    "pattern",
                    word -> word.equalsIgnoreCase("prefix") ? null : AclWords.pattern(word),
                    "LITERAL or PREFIXED")),
            spec.required(
                "permission",
                spec.word(
                    "permission",
                    "operation",
                    word -> oneOf(word, PERMISSIONS),
                    "one of " + String.join(", ", PERMISSIONS))),
            spec.required("grantedTo", spec.text("grantedTo", "principal")),
            entry.head());
    spec.finish();
    String cluster = object.knownMetadata("cluster");
    NsFile.of(reading).await((file, later) -> add(grant, cluster, file, later));
  }

  private static @Nullable String oneOf(String word, List<String> words) {
    String upper = word.toUpperCase(Locale.ROOT);
    return words.contains(upper) ? upper : null;
  }

  private static void add(Grant grant, @Nullable String cluster, NsFile file, Reading reading) {
    reading.cluster(cluster == null ? file.cluster(grant.to().orNull()) : cluster);
    String type = grant.type().orElse("");
    boolean owns = grant.permission().is("OWNER");
    switch (type) {
      case "TOPIC" -> {
        if (owns) {
          add(grant, ResourceType.TOPIC, AclOperation.WRITE, file, reading);
          add(grant, ResourceType.TOPIC, AclOperation.READ, file, reading);
          add(grant, ResourceType.TOPIC, AclOperation.DESCRIBE_CONFIGS, file, reading);
          reserve(grant, cluster == null ? file.cluster(grant.to().orNull()) : cluster, reading);
        } else {
          add(grant, ResourceType.TOPIC, operation(grant), file, reading);
        }
      }
      case "GROUP" -> {
        add(grant, ResourceType.GROUP, owns ? AclOperation.READ : operation(grant), file, reading);
        if (file.hasTransactions(grant.to().orElse(""))) {
          addTransactions(grant, file, reading);
        }
      }
      case "CONNECT" -> {
        if (owns || grant.permission().isUnknown()) {
          Located<String> group = grant.resource().map(name -> "connect-" + name);
          reading.add(
              acl(
                  grant,
                  ResourceType.GROUP,
                  owns ? AclOperation.READ : null,
                  group,
                  grant.pattern(),
                  file));
        }
      }
      default -> {
        // Only ns4kafka looks at it; or nobody knows what it is.
      }
    }
    reading.cluster(null);
  }

  /** Names are given to a namespace before it has topics: that there are none yet is no mistake. */
  private static void reserve(Grant grant, @Nullable String cluster, Reading reading) {
    String prefix = grant.resource().orElse("");
    if (grant.pattern().is(PatternType.PREFIXED) && !prefix.isEmpty() && prefix.indexOf('*') < 0) {
      reading.fact(ClusterFacts.client(cluster, List.of(prefix), List.of()));
    }
  }

  private static @Nullable AclOperation operation(Grant grant) {
    return grant.permission().isKnown() ? AclWords.operation(grant.permission().get()) : null;
  }

  private static void addTransactions(Grant grant, NsFile file, Reading reading) {
    Located<PatternType> prefix =
        Located.known(PatternType.PREFIXED, "pattern", grant.pattern().place());
    Located<String> workers = grant.resource().map(name -> "connect-cluster-" + name);
    for (Located<String> id : List.of(workers, grant.resource())) {
      for (AclOperation operation : List.of(AclOperation.WRITE, AclOperation.DESCRIBE)) {
        reading.add(acl(grant, ResourceType.TRANSACTIONAL_ID, operation, id, prefix, file));
      }
    }
  }

  private static void add(
      Grant grant,
      ResourceType type,
      @Nullable AclOperation operation,
      NsFile file,
      Reading reading) {
    reading.add(acl(grant, type, operation, grant.resource(), grant.pattern(), file));
  }

  private static Acl acl(
      Grant grant,
      ResourceType type,
      @Nullable AclOperation operation,
      Located<String> name,
      Located<PatternType> pattern,
      NsFile file) {
    Place how = grant.permission().place();
    return new Acl(
        principal(grant.to(), file),
        Located.known("*", "host", grant.head()),
        operation == null
            ? Located.unknown("operation", how)
            : Located.known(operation, "operation", how),
        Located.known(AclPermissionType.ALLOW, "permission", how),
        Located.known(type, "resourceType", grant.type().place()),
        name,
        pattern);
  }

  private static Located<String> principal(Located<String> namespace, NsFile file) {
    return namespace.is(EVERYONE)
        ? Located.known("User:*", "principal", namespace.place())
        : file.user(namespace.orNull(), "principal", namespace.place()).map(user -> "User:" + user);
  }

  /** A stream makes and deletes the topics that it keeps for itself. */
  static void addStream(
      Located<String> name, @Nullable String namespace, NsFile file, Reading reading) {
    reading.cluster(file.cluster(namespace));
    Place head = name.place();
    for (AclOperation operation : List.of(AclOperation.CREATE, AclOperation.DELETE)) {
      reading.add(
          new Acl(
              file.user(namespace, "principal", head).map(user -> "User:" + user),
              Located.known("*", "host", head),
              Located.known(operation, "operation", head),
              Located.known(AclPermissionType.ALLOW, "permission", head),
              Located.known(ResourceType.TOPIC, "resourceType", head),
              name.isKnown()
                  ? Located.known(name.get(), "resourceName", head)
                  : Located.unknown("resourceName", head),
              Located.known(PatternType.PREFIXED, "pattern", head)));
    }
    reading.cluster(null);
  }
}
