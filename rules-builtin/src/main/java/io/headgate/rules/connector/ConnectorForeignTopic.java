package io.headgate.rules.connector;

import io.headgate.rules.kafka.Connect;
import io.headgate.rules.kafka.Patterns;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Environment.Owner;
import io.headgate.spi.model.Located;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Connectors that do with the rights of Kafka Connect what their team may not do itself. */
public final class ConnectorForeignTopic implements Checker {

  private static final Setting<List<String>> SHARED =
      Setting.texts(
          "shared", List.of(), "Topics that every team's connectors may use; '*' is a wildcard.");

  private static final Setting<List<String>> EXEMPT =
      Setting.texts(
          "exempt", List.of(), "Connectors that may use any team's topics; '*' is a wildcard.");

  /** {@code connector-foreign-topic}. */
  public static final Rule RULE =
      Rule.error(
              "connector-foreign-topic",
              "A connector uses a topic of another team that its own team has no right to.")
          .with(SHARED, EXEMPT)
          .tagged("ownership", "least-privilege");

  private final Patterns shared;
  private final Patterns exempt;

  /** A checker with the policy's settings. */
  public ConnectorForeignTopic(Settings settings) {
    shared = new Patterns(settings.get(SHARED));
    exempt = new Patterns(settings.get(EXEMPT));
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (bundle.environment().owners().isEmpty() || bundle.all(Acl.class).isEmpty()) {
      return; // nobody said whose it is, or who may use it
    }
    for (Connector connector : bundle.all(Connector.class)) {
      String name = connector.name().orElse("");
      List<Owner> teams = bundle.environment().ownersOf(name);
      if (!teams.isEmpty() && haveAllPrincipals(teams) && !exempt.match(name)) {
        judge(connector, teams, bundle, findings);
      }
    }
  }

  /** Of a team without principals nobody knows who acts for it. */
  private static boolean haveAllPrincipals(List<Owner> teams) {
    for (Owner team : teams) {
      if (team.principals().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private void judge(Connector connector, List<Owner> teams, Bundle bundle, Findings findings) {
    if (Connect.isSink(connector)) {
      for (Located<String> topic : connector.topics()) {
        if (topic.isKnown() && isForeign(topic.get(), AclOperation.READ, teams, bundle)) {
          add(connector, topic, topic.get(), AclOperation.READ, teams, bundle, findings);
        }
      }
      Set<String> matched =
          connector.topicsPattern().isKnown() ? Connect.topics(connector, bundle) : null;
      for (String topic : matched == null ? Set.<String>of() : matched) {
        if (isForeign(topic, AclOperation.READ, teams, bundle)) {
          Located<String> pattern = connector.topicsPattern();
          add(connector, pattern, topic, AclOperation.READ, teams, bundle, findings);
          break;
        }
      }
    }
    for (Located<String> topic : Connect.written(connector)) {
      if (isForeign(topic.get(), AclOperation.WRITE, teams, bundle)) {
        add(connector, topic, topic.get(), AclOperation.WRITE, teams, bundle, findings);
      }
    }
  }

  private boolean isForeign(
      String topic, AclOperation operation, List<Owner> teams, Bundle bundle) {
    List<Owner> owners = bundle.environment().ownersOf(topic);
    if (owners.isEmpty() || shared.match(topic)) {
      return false;
    }
    for (Owner owner : owners) {
      for (Owner team : teams) {
        if (owner.team().equals(team.team())) {
          return false;
        }
      }
    }
    Access access = bundle.access();
    if (access.doubtOn(ResourceType.TOPIC, topic) != null) {
      return false;
    }
    for (Access.Holder holder : access.holders(operation, ResourceType.TOPIC, topic)) {
      for (Owner team : teams) {
        if (holder.principal().equals(Access.EVERYONE) || team.actsAs(holder.principal())) {
          return false;
        }
      }
    }
    return true;
  }

  private static void add(
      Connector connector,
      Located<String> where,
      String topic,
      AclOperation operation,
      List<Owner> teams,
      Bundle bundle,
      Findings findings) {
    String owner = bundle.environment().ownersOf(topic).get(0).team();
    String team = teams.get(0).team();
    findings.add(
        RULE,
        connector,
        where,
        "Connector '"
            + connector.name()
            + "' of team "
            + team
            + (operation == AclOperation.READ ? " reads" : " writes")
            + " topic '"
            + topic
            + "' of team "
            + owner
            + ", but no principal of team "
            + team
            + " has "
            + operation
            + " on it. Let team "
            + owner
            + " grant it, or list the topic under 'shared' where the owner agrees.");
  }
}
