package io.headgate.rules.drift;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Live;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Quota;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What runs and nobody declares. */
public final class DriftUndeclared implements Checker {

  private static final Setting<List<String>> IGNORE =
      Setting.texts(
          "ignore",
          List.of(),
          "What others look after, as a kind and a name such as 'topic legacy.*'; '*' is a"
              + " wildcard in either.");

  /** {@code drift-undeclared}. */
  public static final Rule RULE =
      Rule.warning("drift-undeclared", "Something runs in the cluster and nobody declares it.")
          .with(IGNORE)
          .tagged("drift", "broker-truth");

  private final List<NamePattern> ignored = new ArrayList<>();

  /** A checker with the policy's settings. */
  public DriftUndeclared(Settings settings) {
    for (String one : settings.get(IGNORE)) {
      ignored.add(new NamePattern(one));
    }
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Live live = bundle.live();
    Bundle running = live == null ? null : live.running();
    if (running == null) {
      return;
    }
    Neighbours neighbours = new Neighbours(bundle);
    for (Topic topic : Topics.undeclared(bundle, running)) {
      sayItRuns(topic, "Topic '" + topic.name() + "'", neighbours, findings);
    }
    if (bundle.canDeclare(Kind.ACL)) {
      acls(bundle, running, neighbours, findings);
    }
    if (bundle.canDeclare(Kind.QUOTA) && !Quotas.areOpen(bundle)) {
      Map<String, Quota> declared = Quotas.of(bundle);
      for (Map.Entry<String, Quota> entry : Quotas.of(running).entrySet()) {
        if (!declared.containsKey(entry.getKey())) {
          sayItRuns(entry.getValue(), "The quota of " + entry.getKey(), neighbours, findings);
        }
      }
    }
    if (bundle.canDeclare(Kind.SCHEMA) && SchemaDrift.areKnown(bundle)) {
      Map<String, Schema> declared = SchemaDrift.subjects(bundle);
      for (Schema schema : running.all(Schema.class)) {
        if (!declared.containsKey(schema.subject().toString())) {
          sayItRuns(schema, "Subject '" + schema.subject() + "'", neighbours, findings);
        }
      }
    }
    if (bundle.canDeclare(Kind.CONNECTOR) && Connectors.areKnown(bundle)) {
      List<Connector> declared = bundle.all(Connector.class);
      for (Connector connector : running.all(Connector.class)) {
        if (Connectors.same(connector, declared) == null) {
          sayItRuns(connector, "Connector '" + connector.name() + "'", neighbours, findings);
        }
      }
    }
  }

  private void acls(Bundle bundle, Bundle running, Neighbours neighbours, Findings findings) {
    AccessDrift drift = new AccessDrift(running, bundle);
    for (AccessDrift.Lack lack : drift.lacks()) {
      Acl acl = lack.acl();
      if (!drift.isExternal(acl)) {
        say(
            acl,
            neighbours,
            findings,
            acl.principal()
                + (acl.allows() ? " has " : " is denied ")
                + lack.text()
                + " in the cluster, and nobody declares it. Declare or remove it, or say in the"
                + " policy who is external.");
      }
    }
  }

  private void sayItRuns(Resource resource, String what, Neighbours neighbours, Findings findings) {
    say(
        resource,
        neighbours,
        findings,
        what
            + " runs and nobody declares it. Declare or delete it, or name it in the setting"
            + " 'ignore' of this rule.");
  }

  private void say(Resource resource, Neighbours neighbours, Findings findings, String message) {
    String name = resource.ref().toString();
    for (NamePattern pattern : ignored) {
      if (pattern.matches(name)) {
        return;
      }
    }
    findings.add(
        RULE,
        resource,
        Located.known(resource.ref().name(), "", neighbours.placeOf(resource)),
        message);
  }
}
