package io.headgate.rules.audit;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.AuditChannel;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connection;
import io.headgate.spi.model.Kind;
import org.jspecify.annotations.Nullable;

/** Platforms whose audit events stay where who did the deed can delete them. */
public final class AuditMissingChannel implements Checker {

  /** {@code audit-missing-channel}. */
  public static final Rule RULE =
      Rule.warning("audit-missing-channel", "No audit channel takes audit events off the platform.")
          .tagged("audit");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Connection connection = unheard(bundle);
    if (connection != null) {
      findings.add(
          RULE,
          connection,
          connection.name(),
          "This landscape declares connection '"
              + connection.name()
              + "' but no audit channel, so what people do there is kept on the platform alone."
              + " Declare one in audit-channels/ that sends it elsewhere.");
    }
  }

  /** The connection to Kafka by which it is known that a channel is missing; null if none is. */
  public static @Nullable Connection unheard(Bundle bundle) {
    if (bundle.canDeclare(Kind.AUDIT_CHANNEL) && bundle.all(AuditChannel.class).isEmpty()) {
      for (Connection connection : bundle.all(Connection.class)) {
        if (connection.template().is("Kafka")) {
          return connection;
        }
      }
    }
    return null;
  }
}
