package io.headgate.engine.dialect.redpanda;

import io.headgate.engine.dialect.AclWords;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * The entries of {@code spec.authorization.acls}, one ACL for each operation. Those on subjects and
 * on the registry are not Kafka's.
 */
final class RedpandaAcls {

  private static final String CLUSTER = "kafka-cluster";

  private static final List<String> OPERATIONS =
      List.of(
          "Read",
          "Write",
          "Delete",
          "Alter",
          "Describe",
          "IdempotentWrite",
          "ClusterAction",
          "Create",
          "AlterConfigs",
          "DescribeConfigs");

  private static final List<String> RESOURCES =
      List.of("topic", "group", "cluster", "transactionalId");

  private static final List<String> REGISTRY = List.of("subject", "registry");

  private RedpandaAcls() {}

  static List<Acl> read(Mapping mapping, List<Located<String>> principals, Reading reading) {
    MappingReader entry = MappingReader.of(mapping, "host", "an entry of 'acls'", reading);
    Located<AclPermissionType> permission =
        entry.required(
            "type", entry.word("type", "permission", RedpandaAcls::permission, "allow or deny"));
    Located<String> host = entry.text("host", "host");
    List<Located<AclOperation>> operations = operations(entry, reading);
    MappingReader resource = entry.mapping("resource");
    if (resource == null) {
      if (entry.node("resource") == null) {
        entry.required("resource", Located.absent("resource", entry.head()));
      }
      entry.finish();
      return List.of();
    }
    entry.finish();
    Located<String> word =
        resource.required(
            "type",
            resource.word("type", "resourceType", RedpandaAcls::resource, oneOf(RESOURCES)));
    Located<String> name = resource.text("name", "resourceName");
    Located<PatternType> pattern =
        resource.word("patternType", "pattern", RedpandaAcls::pattern, "literal or prefixed");
    if (word.is("cluster") || REGISTRY.contains(word.orElse(""))) {
      name = Located.known(CLUSTER, "resourceName", word.place());
    } else {
      name = resource.required("name", name);
    }
    resource.finish();
    if (REGISTRY.contains(word.orElse(""))) {
      return List.of();
    }
    Located<ResourceType> type = type(word);
    List<Acl> acls = new ArrayList<>();
    for (Located<String> principal : principals) {
      for (Located<AclOperation> operation : operations) {
        acls.add(
            new Acl(
                principal,
                host.isAbsent() ? Located.known("*", "host", host.place()) : host,
                operation,
                permission,
                type,
                name,
                pattern));
      }
    }
    return acls;
  }

  private static Located<ResourceType> type(Located<String> word) {
    ResourceType type = word.isKnown() ? AclWords.resource(word.get()) : null;
    return type == null
        ? Located.unknown("resourceType", word.place())
        : Located.known(type, "resourceType", word.place());
  }

  private static List<Located<AclOperation>> operations(MappingReader entry, Reading reading) {
    List<Located<String>> words = entry.texts("operations", "operation");
    if (words.isEmpty() && entry.node("operations") == null) {
      entry.required("operations", Located.absent("operation", entry.head()));
    }
    List<Located<AclOperation>> operations = new ArrayList<>();
    for (Located<String> word : words) {
      AclOperation operation =
          word.isKnown() && OPERATIONS.contains(word.get()) ? AclWords.operation(word.get()) : null;
      if (operation == null && word.isKnown()) {
        reading.unreadable(
            word.place(),
            "operation",
            "The operation '" + word.get() + "' must be " + oneOf(OPERATIONS) + ".");
      }
      operations.add(
          operation == null
              ? Located.unknown("operation", word.place())
              : Located.known(operation, "operation", word.place()));
    }
    return operations;
  }

  private static String oneOf(List<String> words) {
    return "one of " + String.join(", ", words);
  }

  private static @Nullable String resource(String word) {
    return RESOURCES.contains(word) || REGISTRY.contains(word) ? word : null;
  }

  private static @Nullable AclPermissionType permission(String word) {
    return switch (word) {
      case "allow" -> AclPermissionType.ALLOW;
      case "deny" -> AclPermissionType.DENY;
      default -> null;
    };
  }

  private static @Nullable PatternType pattern(String word) {
    return switch (word) {
      case "literal" -> PatternType.LITERAL;
      case "prefixed" -> PatternType.PREFIXED;
      default -> null;
    };
  }
}
