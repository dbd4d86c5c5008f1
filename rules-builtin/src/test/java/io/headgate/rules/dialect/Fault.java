package io.headgate.rules.dialect;

import io.headgate.rules.dialect.TopicFormat.DeclaredTopic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One mistake in one topic.
 *
 * @param rule the rule that is to fire
 * @param topic the topic with the mistake
 * @param at the key or the value at which it is to be shown, without quotes
 */
record Fault(String rule, DeclaredTopic topic, String at) {

  private static final Map<String, String> GOOD =
      Map.of("min.insync.replicas", "2", "retention.ms", "604800000");

  /** The ten of them, each in a topic of its own. */
  static final List<Fault> ALL =
      List.of(
          new Fault("topic-illegal-name", topic("orders@placed"), "orders@placed"),
          new Fault(
              "topic-partitions-out-of-range",
              new DeclaredTopic("too-many", 1777, 3, GOOD),
              "1777"),
          new Fault("topic-under-replicated", new DeclaredTopic("single", 12, 1, GOOD), "1"),
          config("topic-unknown-config", "retension.ms", "5", "retension.ms"),
          config("topic-invalid-config", "cleanup.policy", "compacted", "compacted"),
          config("topic-min-isr-equals-replication", "min.insync.replicas", "3", "3"),
          config("topic-unbounded-retention", "retention.ms", "-1", "-1"),
          config("topic-unclean-election", "unclean.leader.election.enable", "true", "true"),
          config("topic-left-throttle", "leader.replication.throttled.replicas", "*", "*"),
          new Fault(
              "topic-contradictory-config",
              topic("lag", "min.compaction.lag.ms", "20000", "max.compaction.lag.ms", "10000"),
              "20000"));

  private static Fault config(String rule, String key, String value, String at) {
    return new Fault(rule, topic(rule.substring("topic-".length()), key, value), at);
  }

  private static DeclaredTopic topic(String name, String... config) {
    Map<String, String> all = new LinkedHashMap<>(GOOD);
    for (int i = 0; i < config.length; i += 2) {
      all.put(config[i], config[i + 1]);
    }
    return new DeclaredTopic(name, 12, 3, all);
  }
}
