package io.headgate.rules.reference;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Nearest;
import io.headgate.spi.Rule;
import io.headgate.spi.model.AlertChannel;
import io.headgate.spi.model.AuditChannel;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connection;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Group;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.ServiceAccount;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Names of connections and groups of people that nothing bears. */
public final class ReferenceDangling implements Checker {

  /** {@code reference-dangling}. */
  public static final Rule RULE =
      Rule.error(
              "reference-dangling",
              "A resource refers to a connection or group that nobody declares.")
          .tagged("integrity");

  @Override
  public void check(Bundle bundle, Findings findings) {
    NavigableSet<String> connections = new TreeSet<>();
    NavigableSet<String> connectClusters = new TreeSet<>();
    boolean open = false;
    for (Connection connection : bundle.all(Connection.class)) {
      open |= !connection.name().isKnown();
      connections.add(connection.name().orElse(""));
      if (!connection.template().isKnown() || connection.template().is("KafkaConnect")) {
        connectClusters.add(connection.name().orElse(""));
      }
    }
    if (!open) {
      for (AlertChannel channel : bundle.all(AlertChannel.class)) {
        check(channel, channel.connection(), "connection", connections, findings);
      }
      for (AuditChannel channel : bundle.all(AuditChannel.class)) {
        check(channel, channel.connection(), "connection", connections, findings);
      }
      for (Connector connector : bundle.all(Connector.class)) {
        check(connector, connector.cluster(), "Connect cluster", connectClusters, findings);
      }
    }
    NavigableSet<String> groups = new TreeSet<>();
    for (Group group : bundle.all(Group.class)) {
      if (!group.name().isKnown()) {
        return;
      }
      groups.add(group.name().get());
    }
    for (ServiceAccount account : bundle.all(ServiceAccount.class)) {
      for (Located<String> group : account.groups()) {
        check(account, group, "group", groups, findings);
      }
    }
  }

  /** Where none is declared at all, they are kept elsewhere. */
  private static void check(
      Resource resource,
      Located<String> name,
      String what,
      Collection<String> declared,
      Findings findings) {
    if (!declared.isEmpty()
        && name.isKnown()
        && !name.get().isEmpty()
        && !declared.contains(name.get())) {
      String kind = resource.ref().kind().word().replace('-', ' ');
      findings.add(
          RULE,
          resource,
          name,
          Character.toUpperCase(kind.charAt(0))
              + kind.substring(1)
              + " '"
              + resource.ref().name()
              + "' refers to "
              + what
              + " '"
              + name
              + "', which nobody declares."
              + Nearest.hint(name.get(), declared)
              + " Name one that is declared, or declare it.");
    }
  }
}
