package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Fix;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Place;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.resource.ResourceType;

/** Entries about a cluster that bears a name of its own. */
public final class AclClusterName implements Checker {

  /** The only name that Kafka has for a cluster in ACLs. */
  static final String NAME = "kafka-cluster";

  /** {@code acl-cluster-name}. */
  public static final Rule RULE =
      Rule.error("acl-cluster-name", "An ACL on the cluster has another name than kafka-cluster.")
          .tagged("dead-acl", "broker-truth", Rule.FIXABLE);

  @Override
  public void check(Bundle bundle, Findings findings) {
    // Some dialects write several operations beside one name: that is one mistake.
    Set<Place> said = new HashSet<>();
    for (Acl acl : bundle.all(Acl.class)) {
      if (acl.resourceType().is(ResourceType.CLUSTER)
          && acl.resourceName().isKnown()
          && !acl.resourceName().is(NAME)
          && said.add(acl.resourceName().place())) {
        findings.add(
            RULE,
            acl,
            acl.resourceName(),
            "The ACL of "
                + acl.principal()
                + " is about a cluster '"
                + acl.resourceName()
                + "', which Kafka refuses. Write '"
                + NAME
                + "', whatever the cluster's id is.",
            Fix.replace(acl.resourceName(), NAME));
      }
    }
  }
}
