package io.headgate.engine.dialect.aiven;

import io.headgate.engine.dialect.AclWords;
import io.headgate.engine.dialect.AivenGrants;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.User;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * {@code KafkaACL}, {@code KafkaNativeACL} and {@code ServiceUser}. The first is Aiven's own: globs
 * of topics and users, with what its documentation maps each permission to. Whoever may read may
 * use any consumer group, of which no entry speaks.
 */
final class AivenAccess {

  private static final String ALL = "*";
  private static final List<String> PERMISSIONS = List.of("admin", "read", "readwrite", "write");

  private static final List<String> OPERATIONS =
      List.of(
          "All",
          "Alter",
          "AlterConfigs",
          "ClusterAction",
          "Create",
          "CreateTokens",
          "Delete",
          "Describe",
          "DescribeConfigs",
          "DescribeTokens",
          "IdempotentWrite",
          "Read",
          "Write");

  private static final List<String> RESOURCES =
      List.of("Cluster", "DelegationToken", "Group", "Topic", "TransactionalId", "User");

  private AivenAccess() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject entry = SpecObject.of(object, reading);
    MappingReader spec = entry.spec();
    if (spec == null) {
      return;
    }
    AivenService.read(entry, spec, entry.name(), reading);
    Located<String> permission =
        spec.required(
            "permission",
            spec.word(
                "permission",
                "operation",
                word -> PERMISSIONS.contains(word) ? word : null,
                oneOf(PERMISSIONS)));
    Located<String> topic = spec.required("topic", spec.text("topic", "resourceName"));
    Located<String> user = spec.required("username", spec.text("username", "principal"));
    spec.finish();
    AivenGrants.of(user, permission, topic).forEach(reading::add);
  }

  static void readNative(KubernetesObject object, Reading reading) {
    SpecObject entry = SpecObject.of(object, reading);
    MappingReader spec = entry.spec();
    if (spec == null) {
      return;
    }
    AivenService.read(entry, spec, entry.name(), reading);
    Located<String> host = spec.text("host", "host");
    Acl acl =
        new Acl(
            spec.required("principal", spec.text("principal", "principal")),
            host.isAbsent() ? Located.known(ALL, "host", host.place()) : host,
            spec.required(
                "operation",
                spec.word("operation", "operation", AivenAccess::operation, oneOf(OPERATIONS))),
            spec.required(
                "permissionType",
                spec.word(
                    "permissionType", "permission", AivenAccess::permission, "ALLOW or DENY")),
            spec.required(
                "resourceType",
                spec.word("resourceType", "resourceType", AivenAccess::resource, oneOf(RESOURCES))),
            spec.required("resourceName", spec.text("resourceName", "resourceName")),
            spec.required(
                "patternType",
                spec.word("patternType", "pattern", AivenAccess::pattern, "LITERAL or PREFIXED")));
    spec.finish();
    reading.add(acl);
  }

  private static String oneOf(List<String> words) {
    return "one of " + String.join(", ", words);
  }

  private static @Nullable AclOperation operation(String word) {
    return OPERATIONS.contains(word) ? AclWords.operation(word) : null;
  }

  private static @Nullable ResourceType resource(String word) {
    return RESOURCES.contains(word) ? AclWords.resource(word) : null;
  }

  private static @Nullable AclPermissionType permission(String word) {
    return word.equals("ALLOW") || word.equals("DENY") ? AclPermissionType.valueOf(word) : null;
  }

  private static @Nullable PatternType pattern(String word) {
    return word.equals("LITERAL") || word.equals("PREFIXED") ? PatternType.valueOf(word) : null;
  }

  static void readUser(KubernetesObject object, Reading reading) {
    SpecObject user = SpecObject.of(object, reading);
    MappingReader spec = user.spec();
    if (spec == null) {
      return;
    }
    Located<String> name = user.nameOr(spec, "username");
    AivenService.read(user, spec, name, reading);
    spec.ignore("authentication", "connInfoSecretTarget", "connInfoSecretTargetDisabled");
    spec.ignore("connInfoSecretSource", "accessControl");
    reading.add(new User(name, Located.unknown("authentication", user.head())));
    spec.finishMisspelt();
  }
}
