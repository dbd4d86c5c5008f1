package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Place;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.acl.AclPermissionType;

/** Entries whose host is the address of no client. */
public final class AclUnmatchableHost implements Checker {

  /** {@code acl-unmatchable-host}. */
  public static final Rule RULE =
      Rule.error("acl-unmatchable-host", "An ACL names a host that can match no client.")
          .tagged("dead-acl", "broker-truth");

  @Override
  public void check(Bundle bundle, Findings findings) {
    // Some dialects write several operations beside one name: that is one mistake.
    Set<Place> said = new HashSet<>();
    for (Acl acl : bundle.all(Acl.class)) {
      String fault =
          acl.host().isKnown()
              ? HostAddress.fault(acl.host().get(), bundle.environment().kafkaVersion())
              : null;
      if (fault != null && said.add(acl.host().place())) {
        findings.add(
            RULE,
            acl,
            acl.host(),
            "Host '"
                + acl.host()
                + "' of "
                + acl.principal()
                + " matches no client, so the entry "
                + (acl.permission().is(AclPermissionType.DENY)
                    ? "protects nothing: "
                    : "is without effect: ")
                + fault
                + ".");
      }
    }
  }
}
