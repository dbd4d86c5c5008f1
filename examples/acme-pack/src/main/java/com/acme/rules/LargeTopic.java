package com.acme.rules;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;

/** {@code acme-large-topic}: what a topic may take on all brokers together. */
final class LargeTopic implements Checker {

  private static final long GIBIBYTE = 1L << 30;

  private static final Setting<Long> MOST =
      Setting.integer("gibibytes", 500, "What a topic may take on all brokers, in GiB.");

  static final Rule RULE =
      Rule.error("acme-large-topic", "A topic may take more disk than it has been given.")
          .with(MOST);

  private final long most;

  LargeTopic(Settings settings) {
    most = settings.get(MOST);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Topic topic : bundle.all(Topic.class)) {
      Located<Long> bytes = topic.config().number("retention.bytes");
      // -1 is no limit; what a template gives is not known, and nothing is said about it.
      if (bytes.isKnown()
          && bytes.get() > 0
          && topic.partitions().isKnown()
          && topic.replication().isKnown()) {
        double gibibytes =
            (double) bytes.get() * topic.partitions().get() * topic.replication().get() / GIBIBYTE;
        if (gibibytes > most) {
          findings.add(
              RULE,
              topic,
              bytes,
              "Topic '"
                  + topic.name()
                  + "' may take "
                  + (long) Math.ceil(gibibytes)
                  + " GiB on all brokers ('retention.bytes' for each of "
                  + topic.partitions()
                  + " partitions with "
                  + topic.replication()
                  + " replicas), but was given "
                  + most
                  + " GiB. Lower 'retention.bytes' or ask for more.");
        }
      }
    }
  }
}
