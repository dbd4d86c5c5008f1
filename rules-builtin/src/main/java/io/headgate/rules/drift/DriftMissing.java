package io.headgate.rules.drift;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Live;
import io.headgate.spi.model.Topic;

/** What is declared and does not run. */
public final class DriftMissing implements Checker {

  /** {@code drift-missing}. */
  public static final Rule RULE =
      Rule.error("drift-missing", "Something is declared and does not run in the cluster.")
          .tagged("drift");

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
}
