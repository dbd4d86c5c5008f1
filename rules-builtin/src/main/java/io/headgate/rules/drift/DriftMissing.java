package io.headgate.rules.drift;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Live;
import io.headgate.spi.model.Quota;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Topic;
import java.util.List;
import java.util.Map;

/** What is declared and does not run. */
public final class DriftMissing implements Checker {

  /** {@code drift-missing}. */
  public static final Rule RULE =
      Rule.error("drift-missing", "Something is declared and does not run in the cluster.")
          .tagged("drift", "broker-truth");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Live live = bundle.live();
    Bundle running = live == null ? null : live.running();
    if (live == null || running == null) {
      return;
    }
    for (Topic topic : Topics.declared(bundle)) {
      if (running.topic(topic.name().get()) == null) {
        findings.add(
            RULE,
            topic,
            topic.name(),
            "Topic '"
                + topic.name()
                + "' is declared and does not run. Apply the landscape, or take the topic out of"
                + " it.");
      }
    }
    if (live.read().contains(Kind.ACL)) {
      acls(bundle, running, findings);
    }
    if (live.read().contains(Kind.QUOTA)) {
      quotas(bundle, running, findings);
    }
    if (live.read().contains(Kind.CONNECTOR)) {
      connectors(bundle, live, running, findings);
    }
    if (live.read().contains(Kind.SCHEMA)) {
      Map<String, Schema> there = SchemaDrift.subjects(running);
      for (Map.Entry<String, Schema> entry : SchemaDrift.subjects(bundle).entrySet()) {
        if (!there.containsKey(entry.getKey())) {
          findings.add(
              RULE,
              entry.getValue(),
              entry.getValue().subject(),
              "Subject '"
                  + entry.getKey()
                  + "' is declared and not in the registry. Register it, or take it out of the"
                  + " landscape.");
        }
      }
    }
  }

  private static void acls(Bundle bundle, Bundle running, Findings findings) {
    for (AccessDrift.Lack lack : new AccessDrift(bundle, running).lacks()) {
      Acl acl = lack.acl();
      findings.add(
          RULE,
          acl,
          acl.resourceName(),
          acl.principal()
              + (acl.allows() ? " lacks " : " is not denied ")
              + lack.text()
              + " in the cluster, which is declared. Apply the landscape, or take the entry out of"
              + " it.");
    }
  }

  private static void quotas(Bundle bundle, Bundle running, Findings findings) {
    Map<String, Quota> there = Quotas.of(running);
    for (Map.Entry<String, Quota> entry : Quotas.of(bundle).entrySet()) {
      Quota quota = entry.getValue();
      if (!there.containsKey(entry.getKey())) {
        findings.add(
            RULE,
            quota,
            quota.user().isAbsent() ? quota.client() : quota.user(),
            "The quota of "
                + entry.getKey()
                + " is declared and does not run. Apply the landscape, or take the quota out of"
                + " it.");
      }
    }
  }

  private static void connectors(Bundle bundle, Live live, Bundle running, Findings findings) {
    List<Connector> there = running.all(Connector.class);
    for (Connector connector : Connectors.asked(bundle, live)) {
      if (Connectors.same(connector, there) == null) {
        findings.add(
            RULE,
            connector,
            connector.name(),
            "Connector '"
                + connector.name()
                + "' is declared and does not run. Apply the landscape, or take the connector out"
                + " of it.");
      }
    }
  }
}
