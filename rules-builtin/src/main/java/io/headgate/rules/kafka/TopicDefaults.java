package io.headgate.rules.kafka;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a broker that nobody configured uses where a topic says nothing: {@code
 * org.apache.kafka.storage.internals.log.LogConfig} of Kafka 4.4. A cluster that was asked knows
 * better.
 */
public final class TopicDefaults {

  private static final String LONGEST = Long.toString(Long.MAX_VALUE);

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("cleanup.policy", "delete"),
          Map.entry("compression.gzip.level", "-1"),
          Map.entry("compression.lz4.level", "9"),
          Map.entry("compression.type", "producer"),
          Map.entry("compression.zstd.level", "3"),
          Map.entry("delete.retention.ms", "86400000"),
          Map.entry("file.delete.delay.ms", "60000"),
          Map.entry("flush.messages", LONGEST),
          Map.entry("flush.ms", LONGEST),
          Map.entry("follower.replication.throttled.replicas", ""),
          Map.entry("index.interval.bytes", "4096"),
          Map.entry("leader.replication.throttled.replicas", ""),
          Map.entry("local.retention.bytes", "-2"),
          Map.entry("local.retention.ms", "-2"),
          Map.entry("max.compaction.lag.ms", LONGEST),
          Map.entry("max.message.bytes", "1048588"),
          Map.entry("message.timestamp.after.max.ms", "3600000"),
          Map.entry("message.timestamp.before.max.ms", LONGEST),
          Map.entry("message.timestamp.type", "CreateTime"),
          Map.entry("min.cleanable.dirty.ratio", "0.5"),
          Map.entry("min.compaction.lag.ms", "0"),
          Map.entry("min.insync.replicas", "1"),
          Map.entry("preallocate", "false"),
          Map.entry("remote.log.copy.disable", "false"),
          Map.entry("remote.log.delete.on.disable", "false"),
          Map.entry("remote.storage.enable", "false"),
          Map.entry("retention.bytes", "-1"),
          Map.entry("retention.ms", "604800000"),
          Map.entry("segment.bytes", "1073741824"),
          Map.entry("segment.index.bytes", "10485760"),
          Map.entry("segment.jitter.ms", "0"),
          Map.entry("segment.ms", "604800000"),
          Map.entry("unclean.leader.election.enable", "false"));

  private TopicDefaults() {}

  /** The value of a key; null for one that Kafka does not know, or that is new. */
  public static @Nullable String of(String key) {
    return VALUES.get(key);
  }

  /** All of them. */
  static Map<String, String> values() {
    return VALUES;
  }
}
