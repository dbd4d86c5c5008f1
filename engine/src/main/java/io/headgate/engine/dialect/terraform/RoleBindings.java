package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Role bindings as far as they say what an ACL says: a role of developers, or that of an owner, on
 * topics, groups or transactional ids by a name or a prefix. All others are counted.
 */
final class RoleBindings {

  private RoleBindings() {}

  static void read(Instance instance, Reading reading) {
    MappingReader binding = Words.reader(instance, "crn_pattern", reading);
    Located<String> principal =
        binding.required("principal", binding.text("principal", "principal"));
    Located<String> role = binding.text("role_name", "operation");
    Located<String> pattern = binding.text("crn_pattern", "resourceName");
    List<AclOperation> operations = operations(role.orElse(""));
    String text = pattern.isKnown() ? pattern.get() : tail(instance);
    int slash = text.lastIndexOf('/');
    int sign = text.indexOf('=', slash);
    ResourceType type = sign < 0 ? null : type(text.substring(slash + 1, sign));
    if (operations.isEmpty() || type == null) {
      // It may be of anything: a value that is not known, an administrator, a subject, a connector.
      reading.skip("confluent_role_binding" + (role.isKnown() ? " " + role.get() : ""));
      return;
    }
    String name = text.substring(sign + 1);
    boolean prefix = name.length() > 1 && name.endsWith("*");
    Located<String> shown =
        Located.known(
            prefix ? name.substring(0, name.length() - 1) : name, "resourceName", pattern.place());
    for (AclOperation operation : operations) {
      reading.add(
          new Acl(
              principal,
              Located.known("*", "host", role.place()),
              Located.known(operation, "operation", role.place()),
              Located.known(AclPermissionType.ALLOW, "permission", role.place()),
              Located.known(type, "resourceType", pattern.place()),
              shown,
              Located.known(
                  prefix ? PatternType.PREFIXED : PatternType.LITERAL,
                  "pattern",
                  pattern.place())));
    }
  }

  /** The cluster's part is known only after apply; what it is a role on is often written. */
  private static String tail(Instance instance) {
    return instance.values().get("crn_pattern") instanceof Scalar scalar
            && scalar.text().startsWith(TreeOrigins.UNKNOWN + "/")
        ? scalar.text().substring(TreeOrigins.UNKNOWN.length())
        : "";
  }

  private static List<AclOperation> operations(String role) {
    return switch (role) {
      case "DeveloperRead" -> List.of(AclOperation.READ);
      case "DeveloperWrite" -> List.of(AclOperation.WRITE);
      case "ResourceOwner" -> List.of(AclOperation.ALL);
      default -> List.of();
    };
  }

  private static @org.jspecify.annotations.Nullable ResourceType type(String word) {
    return switch (word) {
      case "topic" -> ResourceType.TOPIC;
      case "group" -> ResourceType.GROUP;
      case "transactional-id" -> ResourceType.TRANSACTIONAL_ID;
      default -> null;
    };
  }
}
