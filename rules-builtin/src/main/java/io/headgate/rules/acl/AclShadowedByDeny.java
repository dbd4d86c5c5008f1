package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;

/** Entries that allow what another denies altogether. */
public final class AclShadowedByDeny implements Checker {

  /** {@code acl-shadowed-by-deny}. */
  public static final Rule RULE =
      Rule.error("acl-shadowed-by-deny", "An ACL allows what a DENY takes away altogether.")
          .tagged("dead-acl", "broker-truth");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Access access = bundle.access();
    Map<List<Place>, List<Acl>> shadowed = new LinkedHashMap<>();
    for (Acl acl : bundle.all(Acl.class)) {
      if (acl.allows() && !access.isSuperUser(acl.principal().orElse(""))) {
        List<Acl> denies = access.shadowing(acl);
        if (!denies.isEmpty()) {
          // Some dialects write several operations beside one name: that is one mistake.
          shadowed
              .computeIfAbsent(
                  List.of(acl.resourceName().place(), denies.get(0).resourceName().place()),
                  places -> new ArrayList<>(1))
              .add(acl);
        }
      }
    }
    for (List<Acl> entries : shadowed.values()) {
      report(entries, access.shadowing(entries.get(0)), findings);
    }
  }

  private static void report(List<Acl> entries, List<Acl> denies, Findings findings) {
    Acl acl = entries.get(0);
    Acl deny = denies.get(0);
    Related[] related = new Related[denies.size()];
    for (int i = 0; i < related.length; i++) {
      Acl other = denies.get(i);
      related[i] =
          new Related(
              other.resourceName().place(),
              "This denies " + other.operation() + " to " + other.principal() + ".");
    }
    findings.add(
        RULE,
        acl,
        acl.resourceName(),
        acl.principal()
            + " never gets "
            + Grants.operations(entries)
            + " on "
            + Grants.resources(acl)
            + ": the DENY of "
            + deny.principal()
            + " on "
            + Grants.resources(deny)
            + " wins, whatever is more specific"
            + (isMoreLeft(acl, denies) ? "; only DESCRIBE is left" : "")
            + ". Narrow the DENY, or delete this ACL.",
        related);
  }

  /** Whether the entry still lets its principal see the resource. */
  private static boolean isMoreLeft(Acl acl, List<Acl> denies) {
    return !acl.operation().is(AclOperation.ALL)
        && !acl.operation().is(AclOperation.DESCRIBE)
        && Access.implies(acl.operation().get(), AclOperation.DESCRIBE)
        && !denies.get(0).operation().is(AclOperation.ALL);
  }
}
