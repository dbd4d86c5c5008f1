package io.headgate.rules.drift;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Live;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Quota;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Topic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What runs otherwise than it is declared. */
public final class DriftDifferent implements Checker {

  private static final Setting<List<String>> UNMANAGED =
      Setting.texts(
          "unmanaged-configs",
          List.of(
              "follower.replication.throttled.replicas", "leader.replication.throttled.replicas"),
          "Topic configurations that tools set and remove while they work, and that nobody"
              + " declares.");

  /** {@code drift-different}. */
  public static final Rule RULE =
      Rule.error("drift-different", "Something runs otherwise than it is declared.")
          .with(UNMANAGED)
          .tagged("drift", "broker-truth");

  private final List<String> unmanaged;

  /** A checker with the policy's settings. */
  public DriftDifferent(Settings settings) {
    unmanaged = settings.get(UNMANAGED);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Live live = bundle.live();
    Bundle running = live == null ? null : live.running();
    if (live == null || running == null) {
      return;
    }
    TopicDrift topics = new TopicDrift(RULE, bundle, live, unmanaged);
    for (Topic topic : Topics.declared(bundle)) {
      Topic runs = running.topic(topic.name().get());
      if (runs != null) {
        topics.compare(topic, runs, findings);
      }
    }
    quotas(bundle, running, findings);
    Map<String, Schema> subjects = SchemaDrift.subjects(running);
    for (Map.Entry<String, Schema> entry : SchemaDrift.subjects(bundle).entrySet()) {
      Schema runs = subjects.get(entry.getKey());
      if (runs != null) {
        SchemaDrift.compare(RULE, entry.getValue(), runs, live, findings);
      }
    }
    ConnectorDrift connectors = new ConnectorDrift(RULE, bundle, running);
    for (Connector connector : Connectors.asked(bundle, live)) {
      Connector runs = Connectors.same(connector, running.all(Connector.class));
      if (runs != null) {
        connectors.compare(connector, runs, findings);
      }
    }
  }

  private static void quotas(Bundle bundle, Bundle running, Findings findings) {
    Map<String, Quota> there = Quotas.of(running);
    for (Map.Entry<String, Quota> entry : Quotas.of(bundle).entrySet()) {
      Quota quota = entry.getValue();
      Quota runs = there.get(entry.getKey());
      for (Quotas.Limit limit : runs == null ? List.<Quotas.Limit>of() : Quotas.LIMITS) {
        Located<Double> declared = limit.of().apply(quota);
        Double now = limit.of().apply(runs).orNull();
        if (!declared.isUnknown() && !Objects.equals(declared.orNull(), now)) {
          findings.add(
              RULE,
              quota,
              declared,
              "The quota of "
                  + entry.getKey()
                  + " is declared "
                  + text(limit, declared.orNull())
                  + " and runs "
                  + text(limit, now)
                  + ". Apply the landscape, or declare what runs.");
        }
      }
    }
  }

  private static String text(Quotas.Limit limit, @Nullable Double value) {
    return value == null
        ? "without " + limit.key()
        : "with " + limit.key() + " " + Quotas.text(value);
  }
}
