package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;

/** Entries whose operation nobody ever asks for on their type of resource. */
public final class AclInvalidOperation implements Checker {

  /** {@code acl-invalid-operation}. */
  public static final Rule RULE =
      Rule.error(
              "acl-invalid-operation", "An ACL's operation means nothing on its type of resource.")
          .tagged("dead-acl", "broker-truth");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Acl acl : bundle.all(Acl.class)) {
      AclOperation operation = acl.operation().orElse(AclOperation.ALL);
      List<AclOperation> meaningful =
          acl.resourceType().isKnown() ? Access.operationsOn(acl.resourceType().get()) : List.of();
      if (!meaningful.isEmpty()
          && operation != AclOperation.ALL
          && !meaningful.contains(operation)) {
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
