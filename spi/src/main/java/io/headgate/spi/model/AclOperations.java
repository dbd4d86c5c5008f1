package io.headgate.spi.model;

import static io.headgate.spi.model.AclNode.bit;
import static org.apache.kafka.common.acl.AclOperation.ALL;
import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CLUSTER_ACTION;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.CREATE_TOKENS;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_TOKENS;
import static org.apache.kafka.common.acl.AclOperation.IDEMPOTENT_WRITE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.TWO_PHASE_COMMIT;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Which operations there are, and which of them an entry's operation includes. */
final class AclOperations {

  /** {@code AclEntry.supportedOperations} without ALL. */
  static final Map<ResourceType, List<AclOperation>> MEANINGFUL =
      Map.of(
          ResourceType.TOPIC,
          List.of(READ, WRITE, CREATE, DELETE, ALTER, DESCRIBE, DESCRIBE_CONFIGS, ALTER_CONFIGS),
          ResourceType.GROUP,
          List.of(READ, DELETE, DESCRIBE, DESCRIBE_CONFIGS, ALTER_CONFIGS),
          ResourceType.CLUSTER,
          List.of(
              CREATE,
              ALTER,
              DESCRIBE,
              CLUSTER_ACTION,
              DESCRIBE_CONFIGS,
              ALTER_CONFIGS,
              IDEMPOTENT_WRITE),
          ResourceType.TRANSACTIONAL_ID,
          List.of(WRITE, DESCRIBE, TWO_PHASE_COMMIT),
          ResourceType.DELEGATION_TOKEN,
          List.of(DESCRIBE),
          ResourceType.USER,
          List.of(CREATE_TOKENS, DESCRIBE_TOKENS));

  private AclOperations() {}

  /**
   * The operations of entries that deny an operation: {@code StandardAuthorizerData.findResult}.
   */
  static int denying(AclOperation operation) {
    return bit(operation) | bit(ALL);
  }

  /** The operations of entries that allow an operation, those that imply it included. */
  static int granting(AclOperation operation) {
    int itself = denying(operation);
    return switch (operation) {
      case DESCRIBE -> itself | bit(READ) | bit(WRITE) | bit(DELETE) | bit(ALTER);
      case DESCRIBE_CONFIGS -> itself | bit(ALTER_CONFIGS);
      default -> itself;
    };
  }
}
