package io.headgate.rules.account;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ServiceAccount;
import java.util.Locale;
import java.util.Set;

/** Technical accounts that nobody answers for. */
public final class AccountMissingOwner implements Checker {

  /** {@code account-missing-owner}. */
  public static final Rule RULE =
      Rule.warning("account-missing-owner", "A service account has no owner.").tagged("ownership");

  private static final Set<String> PLACEHOLDERS =
      Set.of("", "tbd", "todo", "unknown", "none", "n/a");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (ServiceAccount account : bundle.all(ServiceAccount.class)) {
      Located<String> owner = account.owner();
      if (!owner.isUnknown()
          && PLACEHOLDERS.contains(owner.orElse("").strip().toLowerCase(Locale.ROOT))) {
        findings.add(
            RULE,
            account,
            owner,
            "Service account '"
                + account.name()
                + "' has no owner, so nobody will renew or revoke its token. Name a team or a person"
                + " under 'owner'.");
      }
    }
  }
}
