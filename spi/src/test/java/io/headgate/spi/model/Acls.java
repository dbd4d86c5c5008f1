package io.headgate.spi.model;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** Entries and bundles made by hand. */
final class Acls {

  private static final Place PLACE = Place.startOf("acls.yaml");

  private Acls() {}

  /** An entry on a topic from any host; {@code orders.*} is the prefix, null is unknown. */
  static Acl allow(
      @Nullable String principal, @Nullable AclOperation operation, @Nullable String topic) {
    return acl(AclPermissionType.ALLOW, principal, operation, topic, "*");
  }

  /** As {@link #allow}, but it denies. */
  static Acl deny(
      @Nullable String principal, @Nullable AclOperation operation, @Nullable String topic) {
    return acl(AclPermissionType.DENY, principal, operation, topic, "*");
  }

  /** An entry on a topic. */
  static Acl acl(
      @Nullable AclPermissionType permission,
      @Nullable String principal,
      @Nullable AclOperation operation,
      @Nullable String topic,
      @Nullable String host) {
    String name = topic;
    boolean prefix = false;
    if (topic != null && topic.length() > 1 && topic.endsWith("*")) {
      name = topic.substring(0, topic.length() - 1);
      prefix = true;
    }
    return new Acl(
        located(principal, "principal"),
        located(host, "host"),
        located(operation, "operation"),
        located(permission, "permission"),
        located(ResourceType.TOPIC, "resourceType"),
        located(name, "resourceName"),
        located(prefix ? PatternType.PREFIXED : PatternType.LITERAL, "pattern"));
  }

  /** A value at some place; null is an unknown one. */
  static <T> Located<T> located(@Nullable T value, String attribute) {
    return value == null
        ? Located.unknown(attribute, PLACE)
        : Located.known(value, attribute, PLACE);
  }

  /** What follows from entries; {@code superUsers} are that. */
  static Access access(boolean open, List<String> superUsers, List<Acl> acls) {
    return access(new KafkaVersion(4, 4), open, superUsers, acls);
  }

  /** What follows from entries for brokers of a version. */
  static Access access(
      @Nullable KafkaVersion version, boolean open, List<String> superUsers, List<Acl> acls) {
    Environment unknown = Environment.UNKNOWN;
    Environment environment =
        new Environment(
            "",
            version,
            unknown.brokerDefaults(),
            unknown.tiers(),
            unknown.owners(),
            unknown.external(),
            new Environment.Authorizer(superUsers, open));
    return new Bundle(environment, Set.of(Kind.ACL), acls).access();
  }
}
