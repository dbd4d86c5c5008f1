package io.headgate.rules.alert;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Nearest;
import io.headgate.spi.Rule;
import io.headgate.spi.model.AlertChannel;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import java.util.Set;
import java.util.TreeSet;

/** Alerts that call nobody, because their channel does not exist. */
public final class AlertUnknownChannel implements Checker {

  /** {@code alert-unknown-channel}. */
  public static final Rule RULE =
      Rule.error("alert-unknown-channel", "An alert is sent to a channel that nobody declares.")
          .tagged("alerts");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Set<String> channels = new TreeSet<>();
    for (AlertChannel channel : bundle.all(AlertChannel.class)) {
      if (!channel.name().isKnown()) {
        return; // it may be the one
      }
      channels.add(channel.name().get());
    }
    if (!bundle.canDeclare(Kind.ALERT_CHANNEL)) {
      return;
    }
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      for (Located<String> channel : rule.channels()) {
        if (channel.isKnown() && !channels.contains(channel.get())) {
          findings.add(
              RULE,
              rule,
              channel,
              "The "
                  + rule.subject()
                  + " is sent to channel '"
                  + channel
                  + "', but "
                  + (channels.isEmpty()
                      ? "no alert channel is declared at all."
                      : "no alert channel has this name." + Nearest.hint(channel.get(), channels))
                  + " Declare the channel in alert-channels/, or name one that is there.");
        }
      }
    }
  }
}
