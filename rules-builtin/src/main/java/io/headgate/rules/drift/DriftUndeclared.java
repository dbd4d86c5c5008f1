package io.headgate.rules.drift;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Live;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.List;

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
          .tagged("drift");

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
      say(
          topic,
          neighbours,
          findings,
          "Topic '"
              + topic.name()
              + "' runs and nobody declares it. Declare or delete it, or name it in the setting"
              + " 'ignore' of this rule.");
    }
    if (bundle.canDeclare(Kind.ACL)) {
      acls(bundle, running, neighbours, findings);
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
