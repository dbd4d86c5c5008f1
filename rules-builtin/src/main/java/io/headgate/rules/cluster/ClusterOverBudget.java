package io.headgate.rules.cluster;

import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Live;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Topics that together have more replicas than the brokers are meant to hold. */
public final class ClusterOverBudget implements Checker {

  private static final int SHOWN = 5;

  private static final Setting<Long> BROKERS =
      Setting.integer(
          "brokers",
          0,
          "How many brokers there are; 0 for as many as the cluster says, if it was asked.");

  private static final Setting<Long> PER_BROKER =
      Setting.integer(
          "replicas-per-broker", 4000, "How many replicas of partitions one broker may hold.");

  private static final Setting<Long> PER_CLUSTER =
      Setting.integer(
          "replicas-per-cluster", 200_000, "How many replicas of partitions there may be in all.");

  /** {@code cluster-over-budget}. */
  public static final Rule RULE =
      Rule.warning(
              "cluster-over-budget",
              "The topics have more replicas than the brokers are meant to hold.")
          .with(BROKERS, PER_BROKER, PER_CLUSTER)
          .tagged("limits", "cost");

  private final long brokers;
  private final long perBroker;
  private final long perCluster;

  /** A checker with the policy's settings. */
  public ClusterOverBudget(Settings settings) {
    brokers = settings.get(BROKERS);
    perBroker = settings.get(PER_BROKER);
    perCluster = settings.get(PER_CLUSTER);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Live live = bundle.live();
    long there = brokers > 0 || live == null ? brokers : live.brokers();
    long budget = Math.min(there * perBroker, perCluster);
    long sum = there > 0 ? sum(bundle) : 0;
    if (sum <= budget || there <= 0) {
      return;
    }
    List<Topic> greatest = greatest(bundle, budget);
    Topic first = greatest.get(0);
    Related[] related = new Related[greatest.size() - 1];
    for (int i = 0; i < related.length; i++) {
      Topic topic = greatest.get(i + 1);
      related[i] =
          new Related(
              topic.partitions().place(),
              "Topic '" + topic.name() + "' has " + replicas(topic, bundle) + " replicas.");
    }
    findings.add(
        RULE,
        first,
        first.partitions(),
        "The topics have "
            + sum
            + " replicas of partitions in all, more than the "
            + budget
            + (budget == perCluster
                ? " that a cluster may hold"
                : " that " + there + " brokers may hold at " + perBroker + " each")
            + "; topic '"
            + first.name()
            + "' has "
            + replicas(first, bundle)
            + " of them. Give topics fewer partitions, delete what nobody reads, or add brokers.",
        related);
  }

  private static long sum(Bundle bundle) {
    long sum = 0;
    for (Topic topic : bundle.all(Topic.class)) {
      sum += replicas(topic, bundle);
    }
    return sum;
  }

  /** As many as are known: what nobody said is not counted, and one replica is always there. */
  private static long replicas(@Nullable Topic topic, Bundle bundle) {
    Integer partitions = topic == null ? null : topic.partitions().orNull();
    if (topic == null || partitions == null || partitions < 1) {
      return 0;
    }
    Long replication = Effective.replication(topic, bundle.environment());
    return partitions * Math.max(1, replication == null ? 1 : replication);
  }

  /**
   * The topics that have the most; where the change is what exceeds the budget, those to which it
   * adds the most.
   */
  private static List<Topic> greatest(Bundle bundle, long budget) {
    Bundle base = bundle.base();
    boolean grew = base != null && sum(base) <= budget;
    List<Topic> topics = new ArrayList<>();
    for (Topic topic : bundle.all(Topic.class)) {
      if (weight(topic, bundle, grew) > 0) {
        topics.add(topic);
      }
    }
    topics.sort((a, b) -> Long.compare(weight(b, bundle, grew), weight(a, bundle, grew)));
    return topics.subList(0, Math.min(SHOWN, topics.size()));
  }

  private static long weight(Topic topic, Bundle bundle, boolean grew) {
    Bundle base = bundle.base();
    long was =
        grew && base != null && topic.name().isKnown()
            ? replicas(base.topic(topic.name().get()), base)
            : 0;
    return replicas(topic, bundle) - was;
  }
}
