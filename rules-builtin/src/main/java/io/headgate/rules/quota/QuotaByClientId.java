package io.headgate.rules.quota;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Quota;
import io.headgate.spi.model.User;

/** Quotas that a client sheds by calling itself otherwise. */
public final class QuotaByClientId implements Checker {

  /** {@code quota-by-client-id}. */
  public static final Rule RULE =
      Rule.warning(
              "quota-by-client-id",
              "A quota binds a client id alone, which each client picks itself.")
          .tagged("quotas");

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (bundle.all(Acl.class).isEmpty() && bundle.all(User.class).isEmpty()) {
      return; // nobody knows that clients have names of their own here
    }
    for (Quota quota : bundle.all(Quota.class)) {
      if (quota.user().isAbsent()
          && quota.client().isKnown()
          && !quota.client().is(Quota.DEFAULT)) {
        findings.add(
            RULE,
            quota,
            quota.client(),
            "The quota binds client id '"
                + quota.client()
                + "' whoever uses it; a client that calls itself otherwise has none, and others can use"
                + " this one up. Bind the user, or the user together with the client id.");
      }
    }
  }
}
