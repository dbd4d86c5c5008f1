package io.headgate.rules.acl;

import io.headgate.rules.kafka.Runners;
import io.headgate.rules.kafka.Runners.Runner;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Apps that may not read their inputs or write their outputs. */
public final class AclMissingForApp implements Checker {

  /** {@code acl-missing-for-app}. */
  public static final Rule RULE =
      Rule.error("acl-missing-for-app", "An app may not use a topic that its statement names.")
          .tagged("correctness");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Access access = bundle.access();
    for (App app : bundle.all(App.class)) {
      if (app.consumerGroup().isKnown()) {
        List<Runner> runners = Runners.named(app.consumerGroup().get(), access);
        if (!runners.isEmpty()) {
          judge(app, app.inputs(), AclOperation.READ, runners, access, findings);
          judge(app, app.outputs(), AclOperation.WRITE, runners, access, findings);
        }
      }
    }
  }

  private static void judge(
      App app,
      List<Located<String>> topics,
      AclOperation operation,
      List<Runner> runners,
      Access access,
      Findings findings) {
    Set<String> said = new HashSet<>();
    for (Located<String> topic : topics) {
      if (topic.isKnown() && isMissing(topic.get(), operation, runners, access)) {
        Runner runner = runners.get(0);
        if (said.add(topic.get())) {
          findings.add(
              RULE,
              app,
              topic,
              "App '"
                  + app.name()
                  + "' "
                  + (operation == AclOperation.READ ? "reads" : "writes")
                  + " topic '"
                  + topic
                  + "', but "
                  + runner.principal()
                  + ", who runs it, has no "
                  + operation
                  + " on it. Add ALLOW "
                  + operation
                  + " on TOPIC LITERAL '"
                  + topic
                  + "'.",
              new Related(
                  runner.entry().resourceName().place(),
                  "This gives the app's group to " + runner.principal() + "."));
        }
      }
    }
  }

  private static boolean isMissing(
      String topic, AclOperation operation, List<Runner> runners, Access access) {
    for (Runner runner : runners) {
      Access.Decision decision =
          access.decide(runner.principal(), operation, ResourceType.TOPIC, topic);
      if (decision.allowed() || decision.doubt() != null) {
        return false;
      }
    }
    return true;
  }
}
