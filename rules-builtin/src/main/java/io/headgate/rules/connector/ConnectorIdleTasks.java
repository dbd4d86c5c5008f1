package io.headgate.rules.connector;

import io.headgate.rules.kafka.Connect;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import java.util.Set;

/** Sinks with more tasks than there are partitions to read. */
public final class ConnectorIdleTasks implements Checker {

  /** {@code connector-idle-tasks}. */
  public static final Rule RULE =
      Rule.warning(
              "connector-idle-tasks", "A sink connector has more tasks than partitions to read.")
          .tagged("limits");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Connector connector : bundle.all(Connector.class)) {
      Located<Long> tasks = connector.config().number("tasks.max");
      if (tasks.isKnown() && Connect.isSink(connector)) {
        int partitions = partitions(connector, bundle);
        if (partitions > 0 && tasks.get() > partitions) {
          findings.add(
              RULE,
              connector,
              tasks,
              "Connector '"
                  + connector.name()
                  + "' has tasks.max "
                  + tasks
                  + ", but its topics have "
                  + partitions
                  + (partitions == 1 ? " partition" : " partitions")
                  + " in all, so "
                  + (tasks.get() - partitions)
                  + " of its tasks have nothing to do. Lower tasks.max to "
                  + partitions
                  + " or less.");
        }
      }
    }
  }

  /** The partitions of all of its topics; 0 when they are not all known. */
  private static int partitions(Connector connector, Bundle bundle) {
    // What else a pattern matches, nobody has looked up.
    Set<String> topics =
        connector.topicsPattern().isAbsent() ? Connect.topics(connector, bundle) : null;
    int sum = 0;
    for (String name : topics == null ? Set.<String>of() : topics) {
      Topic topic = bundle.topic(name);
      int own = topic == null ? 0 : topic.partitions().orElse(0);
      if (own < 1) {
        return 0;
      }
      sum += own;
    }
    return sum;
  }
}
