package io.headgate.packs.acme;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Nearest;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import java.util.List;

/** {@code acme-unapproved-connector}. */
public final class AcmeUnapprovedConnector implements Checker {

  private static final Setting<List<String>> APPROVED =
      Setting.texts("approved", List.of(), "The connector classes that Acme has approved.");

  /** {@code acme-unapproved-connector}. */
  public static final Rule RULE =
      Rule.error("acme-unapproved-connector", "A connector runs code that Acme has not approved.")
          .with(APPROVED);

  private final List<String> approved;

  /** A checker with the policy's settings. */
  public AcmeUnapprovedConnector(Settings settings) {
    approved = settings.get(APPROVED);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Connector connector : bundle.all(Connector.class)) {
      String name = connector.connectorClass().orNull();
      if (name != null && !approved.contains(name)) {
        findings.add(
            RULE,
            connector,
            connector.connectorClass(),
            "Connector '"
                + connector.name()
                + "' runs '"
                + name
                + "', which is not approved."
                + Nearest.hint(name, approved)
                + " Ask the platform team for a review of the class.");
      }
    }
  }
}
