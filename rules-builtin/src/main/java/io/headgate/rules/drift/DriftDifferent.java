package io.headgate.rules.drift;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Live;
import io.headgate.spi.model.Topic;
import java.util.List;

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
          .tagged("drift");

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
  }
}
