package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Place;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** DENY entries that do less, or more, than they seem to. */
public final class AclIneffectiveDeny implements Checker {

  private static final Setting<Boolean> WITHOUT_ALLOW =
      Setting.bool(
          "without-allow",
          true,
          "Whether a DENY is reported that takes away nothing that an ACL of the bundle allows.");

  /** {@code acl-ineffective-deny}. */
  public static final Rule RULE =
      Rule.warning("acl-ineffective-deny", "A DENY does not do what it seems to do.")
          .with(WITHOUT_ALLOW)
          .tagged("dead-acl", "broker-truth");

  private final boolean withoutAllow;

  /** A checker with the policy's settings. */
  public AclIneffectiveDeny(Settings settings) {
    withoutAllow = settings.get(WITHOUT_ALLOW);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Access access = bundle.access();
    // Some dialects write several operations beside one name: that is one mistake.
    Set<Place> said = new HashSet<>();
    for (Acl acl : bundle.all(Acl.class)) {
      if (acl.permission().is(AclPermissionType.DENY)
          && acl.principal().isKnown()
          && acl.resourceName().isKnown()
          && acl.resourceType().isKnown()
          && acl.operation().isKnown()
          && !acl.pattern().isUnknown()
          && !AclGlobInName.isGlob(acl)) {
        judge(acl, access, said, findings);
      }
    }
  }

  private void judge(Acl acl, Access access, Set<Place> said, Findings findings) {
    String principal = acl.principal().get();
    String what = "The DENY of " + acl.operation() + " on " + Grants.resources(acl);
    if (access.isSuperUser(principal)) {
      add(
          acl,
          what
              + " does not bind "
              + principal
              + ", a super user. Delete it, or take the user"
              + " out of super.users.",
          null,
          said,
          findings);
      return;
    }
    if (!access.mayTakeEffect(acl)) {
      // What is denied to everybody is meant for what is granted tomorrow.
      if (withoutAllow && !principal.equals(Access.EVERYONE)) {
        add(
            acl,
            what
                + " takes nothing away from "
                + principal
                + ", whom no ACL allows it. Correct"
                + " the name or the principal, or delete it.",
            null,
            said,
            findings);
      }
      return;
    }
    if (acl.resourceType().is(ResourceType.TOPIC)
        && (acl.operation().is(AclOperation.READ) || acl.operation().is(AclOperation.ALL))) {
      Access.Decision replica =
          access.decide(
              principal, AclOperation.CLUSTER_ACTION, ResourceType.CLUSTER, AclClusterName.NAME);
      if (replica.allowed() && replica.entry() != null && replica.doubt() == null) {
        add(
            acl,
            what
                + " does not stop "
                + principal
                + " from reading: with CLUSTER_ACTION it fetches"
                + " as a broker, which Kafka asks about the cluster alone. Take CLUSTER_ACTION away.",
            replica.entry(),
            said,
            findings);
        return;
      }
    }
    if (acl.operation().is(AclOperation.DESCRIBE)) {
      Acl data = allowedData(acl, access);
      if (data != null) {
        add(
            acl,
            what
                + " hides nothing from "
                + principal
                + ", which still has "
                + data.operation()
                + ", but breaks its clients, which ask for metadata first. Deny ALL, or leave"
                + " DESCRIBE.",
            data,
            said,
            findings);
      }
    }
  }

  /** What lets the principal at the data that the DENY of DESCRIBE seems to hide. */
  private static @Nullable Acl allowedData(Acl deny, Access access) {
    for (AclOperation operation : new AclOperation[] {AclOperation.READ, AclOperation.WRITE}) {
      Access.Decision decision =
          access.decide(
              deny.principal().get(),
              operation,
              deny.resourceType().get(),
              deny.resourceName().get());
      if (decision.allowed() && decision.doubt() == null) {
        return decision.entry();
      }
    }
    return null;
  }

  private static void add(
      Acl acl, String message, @Nullable Acl cause, Set<Place> said, Findings findings) {
    if (said.add(acl.resourceName().place())) {
      Related[] related =
          cause == null
              ? new Related[0]
              : new Related[] {new Related(cause.operation().place(), "This allows it.")};
      findings.add(RULE, acl, acl.resourceName(), message, related);
    }
  }
}
