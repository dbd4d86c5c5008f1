package io.headgate.rules.acl;

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

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Entries whose operation nobody ever asks for on their type of resource. */
public final class AclInvalidOperation implements Checker {

  /** {@code acl-invalid-operation}. */
  public static final Rule RULE =
      Rule.error(
              "acl-invalid-operation", "An ACL's operation means nothing on its type of resource.")
          .tagged("dead-acl", "broker-truth");

  /** {@code org.apache.kafka.security.authorizer.AclEntry.supportedOperations} of Kafka 4.4. */
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

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Acl acl : bundle.all(Acl.class)) {
      AclOperation operation = acl.operation().orElse(AclOperation.ALL);
      List<AclOperation> meaningful =
          acl.resourceType().isKnown() ? MEANINGFUL.get(acl.resourceType().get()) : null;
      if (meaningful != null && operation != AclOperation.ALL && !meaningful.contains(operation)) {
        findings.add(
            RULE,
            acl,
            acl.operation(),
            operation
                + " of "
                + acl.principal()
                + " means nothing on a "
                + acl.resourceType()
                + ", although Kafka stores it. Write one of "
                + meaningful.stream().map(AclOperation::name).collect(Collectors.joining(", "))
                + ", or ALL.");
      }
    }
  }
}
