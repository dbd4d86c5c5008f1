package io.headgate.rules.acl;

import io.headgate.rules.kafka.Connect;
import io.headgate.rules.kafka.Runners;
import io.headgate.rules.kafka.Runners.Runner;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Resource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Apps and sinks that may not use the topics or the group that they name. */
public final class AclMissingForApp implements Checker {

  /** {@code acl-missing-for-app}. */
  public static final Rule RULE =
      Rule.error(
              "acl-missing-for-app",
              "An app or connector may not use a topic or group that it names.")
          .tagged("correctness");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Access access = bundle.access();
    for (App app : bundle.all(App.class)) {
      if (app.consumerGroup().isKnown()) {
        Needs needs = new Needs(app, app.consumerGroup().get(), access, findings);
        needs.topics(app.inputs(), AclOperation.READ);
        needs.topics(app.outputs(), AclOperation.WRITE);
      }
    }
    if (bundle.all(Connector.class).isEmpty()) {
      return;
    }
    Map<String, Connector> sinks = new HashMap<>();
    for (Connector connector : bundle.all(Connector.class)) {
      if (Connect.isSink(connector)) {
        sinks.put(connector.ref().toString(), connector);
      }
    }
    for (ConsumerGroup group : bundle.all(ConsumerGroup.class)) {
      Connector connector = sinks.get(group.member().toString());
      if (connector != null && group.name().isKnown()) {
        judge(connector, group, access, findings);
      }
    }
  }

  private static void judge(
      Connector connector, ConsumerGroup group, Access access, Findings findings) {
    String name = group.name().get();
    String usual = Connect.group(connector);
    Needs needs = new Needs(connector, name, access, findings);
    if (needs.runners.isEmpty() && !name.equals(usual)) {
      // Whoever was given the group that it would have is meant to run it.
      needs = new Needs(connector, usual, access, findings);
      needs.group(group.name());
    }
    // Who subscribes by a pattern gets what it may read.
    if (group.topicsPattern().isAbsent()) {
      needs.topics(group.topics(), AclOperation.READ);
    }
    Located<String> queue = connector.config().get(Connect.DEAD_LETTER_QUEUE).map(String::strip);
    if (!Connect.hasOwnLogin(connector) && queue.isKnown() && !queue.get().isEmpty()) {
      needs.topics(List.of(queue), AclOperation.WRITE);
    }
  }

  /** What an app or connector needs, and who runs it. */
  private static final class Needs {

    private final Resource member;
    private final List<Runner> runners;
    private final Access access;
    private final Findings findings;

    Needs(Resource member, String group, Access access, Findings findings) {
      this.member = member;
      this.runners = Runners.named(group, access);
      this.access = access;
      this.findings = findings;
    }

    void topics(List<Located<String>> topics, AclOperation operation) {
      Set<String> said = new HashSet<>();
      for (Located<String> topic : topics) {
        if (topic.isKnown()
            && isMissing(operation, ResourceType.TOPIC, topic.get())
            && said.add(topic.get())) {
          String verb = operation == AclOperation.READ ? "reads" : "writes";
          report(topic, verb, operation, ResourceType.TOPIC);
        }
      }
    }

    void group(Located<String> group) {
      if (isMissing(AclOperation.READ, ResourceType.GROUP, group.get())) {
        report(group, "consumes with", AclOperation.READ, ResourceType.GROUP);
      }
    }

    private boolean isMissing(AclOperation operation, ResourceType type, String name) {
      for (Runner runner : runners) {
        Access.Decision decision = access.decide(runner.principal(), operation, type, name);
        if (decision.allowed() || decision.doubt() != null) {
          return false;
        }
      }
      return !runners.isEmpty();
    }

    private void report(
        Located<String> where, String verb, AclOperation operation, ResourceType type) {
      Runner runner = runners.get(0);
      String kind = member.ref().kind().word();
      findings.add(
          RULE,
          member,
          where,
          Character.toUpperCase(kind.charAt(0))
              + kind.substring(1)
              + " '"
              + member.ref().name()
              + "' "
              + verb
              + " "
              + type.name().toLowerCase(Locale.ROOT)
              + " '"
              + where
              + "', but "
              + runner.principal()
              + ", who runs it, has no "
              + operation
              + " on it. Add ALLOW "
              + operation
              + " on "
              + type
              + " LITERAL '"
              + where
              + "'.",
          new Related(
              runner.entry().resourceName().place(),
              "This gives the " + kind + "'s group to " + runner.principal() + "."));
    }
  }
}
