package io.headgate.engine.dialect;

import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * Aiven's own access control, whichever tool writes it: a permission of a user on topics, both
 * globs. Who may read may use any consumer group, of which no entry speaks (Aiven's documentation,
 * <em>Access control lists and permission mapping</em>): an ACL on a group whose name is unknown.
 */
public final class AivenGrants {

  private static final String ALL = "*";

  private AivenGrants() {}

  /**
   * The ACLs that an entry amounts to.
   *
   * @param user the user, or a glob
   * @param permission {@code admin}, {@code read}, {@code readwrite} or {@code write}; unknown
   *     where it is none of them
   * @param topic the topic, or a glob
   */
  public static List<Acl> of(
      Located<String> user, Located<String> permission, Located<String> topic) {
    Located<String> principal = principal(user);
    List<Acl> acls = new ArrayList<>();
    for (AclOperation operation : operations(permission.orElse(""))) {
      acls.add(acl(principal, operation, permission.place(), topic));
    }
    if (acls.isEmpty()) {
      acls.add(acl(principal, null, permission.place(), topic));
    }
    if (!permission.is("write")) {
      acls.add(group(principal, permission.place()));
    }
    return acls;
  }

  private static List<AclOperation> operations(String permission) {
    return switch (permission) {
      case "read" -> List.of(AclOperation.READ);
      case "write" -> List.of(AclOperation.WRITE);
      case "readwrite" -> List.of(AclOperation.READ, AclOperation.WRITE);
      case "admin" -> List.of(AclOperation.ALL);
      default -> List.of();
    };
  }

  /** A user name, or everybody; whom another glob covers is not known. */
  private static Located<String> principal(Located<String> user) {
    return isGlob(user) && !user.is(ALL)
        ? Located.unknown("principal", user.place())
        : user.map(name -> "User:" + name);
  }

  private static boolean isGlob(Located<String> text) {
    return text.isKnown() && (text.get().indexOf('*') >= 0 || text.get().indexOf('?') >= 0);
  }

  private static Acl acl(
      Located<String> principal,
      @Nullable AclOperation operation,
      Place permission,
      Located<String> topic) {
    Located<String> name = topic;
    PatternType pattern = PatternType.LITERAL;
    if (isGlob(topic) && !topic.is(ALL)) {
      String text = topic.get();
      int end = text.length() - 1;
      boolean prefix = text.indexOf('?') < 0 && text.indexOf('*') == end;
      pattern = PatternType.PREFIXED;
      name =
          prefix
              ? Located.known(text.substring(0, end), "resourceName", topic.place())
              : Located.unknown("resourceName", topic.place());
    }
    return new Acl(
        principal,
        Located.known(ALL, "host", principal.place()),
        operation == null
            ? Located.unknown("operation", permission)
            : Located.known(operation, "operation", permission),
        Located.known(AclPermissionType.ALLOW, "permission", permission),
        Located.known(ResourceType.TOPIC, "resourceType", topic.place()),
        name,
        name.isKnown()
            ? Located.known(pattern, "pattern", topic.place())
            : Located.unknown("pattern", topic.place()));
  }

  /**
   * The groups of a reader; of everybody no more is known than that somebody uses some.
   *
   * @param at where reading is allowed
   */
  public static Acl group(Located<String> principal, Place at) {
    return new Acl(
        principal.is("User:*") ? Located.unknown("principal", principal.place()) : principal,
        Located.known(ALL, "host", at),
        Located.known(AclOperation.READ, "operation", at),
        Located.known(AclPermissionType.ALLOW, "permission", at),
        Located.known(ResourceType.GROUP, "resourceType", at),
        Located.unknown("resourceName", at),
        Located.unknown("pattern", at));
  }
}
