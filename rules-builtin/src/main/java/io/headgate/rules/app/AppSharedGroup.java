package io.headgate.rules.app;

import io.headgate.rules.kafka.Connect;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Resource;
import java.util.HashMap;
import java.util.Map;

/** Applications that share a consumer group without meaning to. */
public final class AppSharedGroup implements Checker {

  /** {@code app-shared-group}. */
  public static final Rule RULE =
      Rule.error("app-shared-group", "Two applications consume with the same group.")
          .tagged("correctness");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Map<String, App> first = new HashMap<>();
    Map<String, Connector> sinks = new HashMap<>();
    for (Connector connector : bundle.all(Connector.class)) {
      Located<String> group = connector.config().get("consumer.override.group.id");
      if (Connect.isSink(connector) && connector.name().isKnown() && !group.isUnknown()) {
        sinks.put(group.orElse(Connect.group(connector)), connector);
      }
    }
    for (App app : bundle.all(App.class)) {
      String group = app.consumerGroup().orElse("");
      if (group.isEmpty()) {
        continue;
      }
      App other = first.putIfAbsent(group, app);
      Resource shared = other == null ? sinks.get(group) : other;
      if (shared != null && !shared.ref().equals(app.ref())) {
        findings.add(
            RULE,
            app,
            app.consumerGroup(),
            "App '"
                + app.name()
                + "' consumes with group '"
                + group
                + "', as "
                + shared.ref().kind().word()
                + " '"
                + shared.ref().name()
                + "' does, so each of them gets only a part of the records. Give it a group of its"
                + " own.",
            new Related(shared.place(), "It is in use here."));
      }
    }
  }
}
