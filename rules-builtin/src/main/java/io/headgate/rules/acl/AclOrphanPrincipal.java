package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Environment.Owner;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.User;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Principals that nobody declares. */
public final class AclOrphanPrincipal implements Checker {

  /** {@code acl-orphan-principal}. */
  public static final Rule RULE =
      Rule.warning("acl-orphan-principal", "An ACL is for a principal that nobody declares.")
          .tagged("hygiene");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Environment environment = bundle.environment();
    Set<String> users = new HashSet<>();
    boolean open = false;
    for (User user : bundle.all(User.class)) {
      open |= user.name().isUnknown();
      users.add("User:" + user.name().orElse(""));
    }
    // Without users in the bundle only a policy that lists the external ones says that these are
    // all.
    List<NamePattern> external = environment.external().principals();
    if (open || (users.isEmpty() && external.isEmpty())) {
      return;
    }
    Access access = bundle.access();
    Set<String> said = new HashSet<>();
    for (Acl acl : bundle.all(Acl.class)) {
      String principal = acl.principal().orElse(Access.EVERYONE);
      if (!principal.equals(Access.EVERYONE)
          && !users.contains(principal)
          && !access.isSuperUser(principal)
          // What is wrong with it is acl-unmatchable-principal's to say.
          && !AclUnmatchablePrincipal.isNobody(principal)
          && !Grants.isOneOf(external, acl)
          && !isOwners(principal, environment)
          // One principal is one mistake, however many entries it has.
          && said.add(principal)) {
        int more = access.entriesOf(principal).size() - 1;
        findings.add(
            RULE,
            acl,
            acl.principal(),
            principal
                + " has this ACL"
                + (more == 0 ? "" : " and " + more + (more == 1 ? " other" : " others"))
                + ", but nobody declares such a principal. Correct the name, list it as external in the"
                + " policy, or delete what it has.");
      }
    }
  }

  private static boolean isOwners(String principal, Environment environment) {
    for (Owner owner : environment.owners()) {
      if (owner.actsAs(principal)) {
        return true;
      }
    }
    return false;
  }
}
