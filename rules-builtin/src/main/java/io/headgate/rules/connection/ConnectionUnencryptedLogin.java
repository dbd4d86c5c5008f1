package io.headgate.rules.connection;

import io.headgate.rules.connection.ClientSettings.Entry;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;

/** Clients that log in to Kafka over an open line. */
public final class ConnectionUnencryptedLogin implements Checker {

  /** {@code connection-unencrypted-login}. */
  public static final Rule RULE =
      Rule.error("connection-unencrypted-login", "A client logs in to Kafka without encryption.")
          .tagged("tls");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Entry entry : ClientSettings.of(bundle)) {
      String value = entry.value().get().strip();
      boolean open =
          (entry.is("protocol") && value.equalsIgnoreCase("SASL_PLAINTEXT"))
              || (entry.is("bootstrap.servers") && Address.first(value, "SASL_PLAINTEXT") != null);
      if (open) {
        findings.add(
            RULE,
            entry.holder(),
            entry.value(),
            entry.subject()
                + " to SASL_PLAINTEXT, so the records, and with PLAIN or OAUTHBEARER the password or"
                + " token too, can be read on the way. Use SASL_SSL.");
      }
    }
  }
}
