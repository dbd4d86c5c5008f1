package io.headgate.rules.alert;

import io.headgate.rules.kafka.TopicNames;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Fix;
import io.headgate.spi.Nearest;
import io.headgate.spi.Rule;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;

/** Alerts that can never fire, because what they watch does not exist. */
public final class AlertDanglingTarget implements Checker {

  /** {@code alert-dangling-target}. */
  public static final Rule RULE =
      Rule.error("alert-dangling-target", "An alert watches a topic or group that does not exist.")
          .tagged("alerts", Rule.FIXABLE);

  @Override
  public void check(Bundle bundle, Findings findings) {
    Groups groups = new Groups(bundle);
    boolean topicsAreKnown = bundle.knowsTopics();
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      Located<String> topic = rule.topic();
      Located<String> group = rule.group();
      String alert = "The " + rule.subject() + " watches ";
      if (topicsAreKnown && topic.isKnown() && !bundle.hasTopic(topic.get())) {
        String hint = TopicNames.hint(topic.get(), bundle.topicNames());
        findings.add(
            RULE,
            rule,
            topic,
            alert
                + "topic '"
                + topic
                + "', which does not exist, so it never fires."
                + hint
                + " Name a topic of this environment, or take the alert out.",
            // Who meant another topic needs the alert.
            hint.isEmpty() ? Fix.remove(rule) : null);
      } else if (group.isKnown() && !groups.exist(group.get())) {
        findings.add(
            RULE,
            rule,
            group,
            alert
                + "group '"
                + group
                + "', which nothing in this environment uses, so it never fires."
                + Nearest.hint(group.get(), bundle.groupNames())
                + " Name a group that is in use, or list it under external groups in the policy.");
      } else if (group.isKnown() && topic.isKnown() && !groups.mayRead(group.get(), topic.get())) {
        findings.add(
            RULE,
            rule,
            topic,
            alert
                + "topic '"
                + topic
                + "', which group '"
                + group
                + "' does not read, so it never fires."
                + Nearest.hint(topic.get(), groups.topics(group.get()))
                + " Name a topic that the group reads, or take the alert out.");
      }
    }
  }
}
