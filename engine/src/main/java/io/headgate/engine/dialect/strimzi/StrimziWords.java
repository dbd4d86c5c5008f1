package io.headgate.engine.dialect.strimzi;

import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * The words of ACLs as the enums of Strimzi's CRD spell them; Kubernetes refuses any other case.
 */
final class StrimziWords {

  static final String OPERATIONS =
      "one of Read, Write, Create, Delete, Alter, Describe, ClusterAction, AlterConfigs,"
          + " DescribeConfigs, IdempotentWrite, All";
  static final String RESOURCES = "one of topic, group, cluster, transactionalId";

  private static final Map<String, AclOperation> OPERATION_WORDS =
      Map.ofEntries(
          Map.entry("Read", AclOperation.READ),
          Map.entry("Write", AclOperation.WRITE),
          Map.entry("Create", AclOperation.CREATE),
          Map.entry("Delete", AclOperation.DELETE),
          Map.entry("Alter", AclOperation.ALTER),
          Map.entry("Describe", AclOperation.DESCRIBE),
          Map.entry("ClusterAction", AclOperation.CLUSTER_ACTION),
          Map.entry("AlterConfigs", AclOperation.ALTER_CONFIGS),
          Map.entry("DescribeConfigs", AclOperation.DESCRIBE_CONFIGS),
          Map.entry("IdempotentWrite", AclOperation.IDEMPOTENT_WRITE),
          Map.entry("All", AclOperation.ALL));
  private static final Map<String, ResourceType> RESOURCE_WORDS =
      Map.of(
          "topic", ResourceType.TOPIC,
          "group", ResourceType.GROUP,
          "cluster", ResourceType.CLUSTER,
          "transactionalId", ResourceType.TRANSACTIONAL_ID);
  private static final Map<String, PatternType> PATTERN_WORDS =
      Map.of("literal", PatternType.LITERAL, "prefix", PatternType.PREFIXED);
  private static final Map<String, AclPermissionType> PERMISSION_WORDS =
      Map.of("allow", AclPermissionType.ALLOW, "deny", AclPermissionType.DENY);

  private StrimziWords() {}

  static @Nullable AclOperation operation(String word) {
    return OPERATION_WORDS.get(word);
  }

  static @Nullable ResourceType resource(String word) {
    return RESOURCE_WORDS.get(word);
  }

  static @Nullable PatternType pattern(String word) {
    return PATTERN_WORDS.get(word);
  }

  static @Nullable AclPermissionType permission(String word) {
    return PERMISSION_WORDS.get(word);
  }
}
