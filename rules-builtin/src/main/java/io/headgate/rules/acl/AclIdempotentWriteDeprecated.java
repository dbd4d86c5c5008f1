package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Fix;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.KafkaVersion;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Entries that idempotent producers need no more. */
public final class AclIdempotentWriteDeprecated implements Checker {

  /** {@code acl-idempotent-write-deprecated}. */
  public static final Rule RULE =
      Rule.note(
              "acl-idempotent-write-deprecated",
              "An ACL allows IDEMPOTENT_WRITE, which WRITE on any topic includes since Kafka 2.8.")
          .tagged("hygiene", "broker-truth", Rule.FIXABLE);

  @Override
  public void check(Bundle bundle, Findings findings) {
    KafkaVersion version = bundle.environment().kafkaVersion();
    if (version != null && !version.atLeast(2, 8)) {
      return;
    }
    for (Acl acl : bundle.all(Acl.class)) {
      if (acl.allows()
          && !acl.isImplied() // nobody wrote it, so nobody can delete it
          && acl.resourceType().is(ResourceType.CLUSTER)
          && acl.operation().is(AclOperation.IDEMPOTENT_WRITE)) {
        findings.add(
            RULE,
            acl,
            acl.operation(),
            acl.principal()
                + " has IDEMPOTENT_WRITE on the cluster, but since Kafka 2.8 a producer that has"
                + " WRITE on a topic does not need it. Delete it.",
            version == null ? Fix.remove(acl).unsafe() : Fix.remove(acl));
      }
    }
  }
}
