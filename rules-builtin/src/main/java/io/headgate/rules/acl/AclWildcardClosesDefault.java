package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import java.util.EnumSet;
import java.util.Set;
import org.apache.kafka.common.resource.ResourceType;

/** Entries on everything where what has no entry is open. */
public final class AclWildcardClosesDefault implements Checker {

  /** {@code acl-wildcard-closes-default}. */
  public static final Rule RULE =
      Rule.error(
              "acl-wildcard-closes-default",
              "An ACL on every resource of a type shuts out everybody whom no ACL allows it.")
          .tagged("change-safety", "broker-truth");

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (!bundle.environment().authorizer().allowEveryoneIfNoAclFound()) {
      return;
    }
    // The first one shuts the type; others change no more.
    Set<ResourceType> closed = EnumSet.noneOf(ResourceType.class);
    for (Acl acl : bundle.all(Acl.class)) {
      if (Grants.coversEverything(acl)
          && acl.resourceType().isKnown()
          && acl.resourceType().get() != ResourceType.CLUSTER
          && !(acl.allows() && acl.principal().is(Access.EVERYONE))
          && closed.add(acl.resourceType().get())) {
        findings.add(
            RULE,
            acl,
            acl.resourceName(),
            "The brokers let everybody use what has no ACL, but this ACL of "
                + acl.principal()
                + " gives "
                + Grants.resources(acl)
                + " one, so all who have no ACL of their own lose their access. Name the resources it is"
                + " for, or give the others ACLs first.");
      }
    }
  }
}
