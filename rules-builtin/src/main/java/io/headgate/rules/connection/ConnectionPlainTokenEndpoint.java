package io.headgate.rules.connection;

import io.headgate.rules.connection.ClientSettings.Entry;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Kind;

/** Clients that fetch their tokens, or the keys of tokens, over an open line or from a file. */
public final class ConnectionPlainTokenEndpoint implements Checker {

  /** {@code connection-plain-token-endpoint}. */
  public static final Rule RULE =
      Rule.error(
              "connection-plain-token-endpoint",
              "A client fetches its OAuth token without encryption, or from a file of the worker.")
          .tagged("tls", "hardening");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Entry entry : ClientSettings.of(bundle)) {
      if (entry.is("sasl.oauthbearer.token.endpoint.url")
          || entry.is("sasl.oauthbearer.jwks.endpoint.url")) {
        String value = entry.value().get().strip();
        boolean file =
            entry.holder().ref().kind() == Kind.CONNECTOR
                && value.regionMatches(true, 0, "file:", 0, 5);
        if (file || Address.first(value, "http") != null) {
          findings.add(
              RULE,
              entry.holder(),
              entry.value(),
              entry.subject()
                  + (file
                      ? " to a file, with which whoever writes connectors reads files of the Connect"
                          + " worker."
                      : " to an address that begins with http://, so the client's secret and its"
                          + " token can be read on the way.")
                  + " Use the https:// address of the identity provider.");
        }
      }
    }
  }
}
