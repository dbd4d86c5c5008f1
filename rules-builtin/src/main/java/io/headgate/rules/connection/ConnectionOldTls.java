package io.headgate.rules.connection;

import io.headgate.rules.connection.ClientSettings.Entry;
import io.headgate.rules.kafka.ConfigValue;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Fix;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import java.util.Locale;
import java.util.Set;

/** Clients that still speak versions of TLS that are broken. */
public final class ConnectionOldTls implements Checker {

  /** {@code connection-old-tls}. */
  public static final Rule RULE =
      Rule.error("connection-old-tls", "A client speaks a version of TLS that is no longer safe.")
          .tagged("tls", Rule.FIXABLE);

  private static final Set<String> OLD =
      Set.of("ssl", "sslv2", "sslv2hello", "sslv3", "tlsv1", "tlsv1.0", "tlsv1.1");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Entry entry : ClientSettings.of(bundle)) {
      if (entry.is("ssl.enabled.protocols") || entry.is("ssl.protocol")) {
        for (String version : ConfigValue.elements(entry.value().get())) {
          if (OLD.contains(version.toLowerCase(Locale.ROOT))) {
            findings.add(
                RULE,
                entry.holder(),
                entry.value(),
                entry.subject()
                    + " to "
                    + entry.value()
                    + ", but "
                    + version
                    + " is broken. Take the key out: Kafka's default is TLSv1.2 and TLSv1.3.",
                Fix.remove(entry.value()));
            break;
          }
        }
      }
    }
  }
}
