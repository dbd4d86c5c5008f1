package io.headgate.rules.connection;

import io.headgate.rules.connection.ClientSettings.Entry;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Fix;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connection;

/** Clients that take any certificate for the one of their server. */
public final class ConnectionUnverifiedHost implements Checker {

  /** {@code connection-unverified-host}. */
  public static final Rule RULE =
      Rule.error(
              "connection-unverified-host",
              "A client does not verify that it talks to the server it means.")
          .tagged("tls", Rule.FIXABLE);

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Entry entry : ClientSettings.of(bundle)) {
      String value = entry.value().get().strip();
      boolean anybody =
          entry.is("insecure")
              || entry.is("ignore.untrusted.certificate")
              || (entry.is("skip.verify") && entry.holder() instanceof Connection);
      boolean blind =
          anybody
              ? value.equalsIgnoreCase("true")
              : entry.is("ssl.endpoint.identification.algorithm") && value.isEmpty();
      if (blind) {
        findings.add(
            RULE,
            entry.holder(),
            entry.value(),
            entry.subject()
                + " to '"
                + value
                + (anybody
                    ? "', so any server can pose as the right one. Take it out, and trust the"
                        + " authority of the server's certificate."
                    : "', so any server with a certificate of the same authority can pose as the"
                        + " right one. Take it out, and give the server a certificate with its"
                        + " name."),
            // Without it the authority must be trusted, which somebody has to see to.
            anybody ? Fix.remove(entry.value()).unsafe() : Fix.remove(entry.value()));
      }
    }
  }
}
