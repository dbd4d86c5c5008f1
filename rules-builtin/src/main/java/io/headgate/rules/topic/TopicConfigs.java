package io.headgate.rules.topic;

import io.headgate.rules.kafka.ConfigValue;
import io.headgate.rules.kafka.ConfigValue.Either;
import io.headgate.rules.kafka.ConfigValue.Flag;
import io.headgate.rules.kafka.ConfigValue.Fraction;
import io.headgate.rules.kafka.ConfigValue.Replicas;
import io.headgate.rules.kafka.ConfigValue.WholeNumber;
import io.headgate.rules.kafka.ConfigValue.Word;
import io.headgate.rules.kafka.ConfigValue.Words;
import io.headgate.spi.model.KafkaVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The topic-level configuration of Kafka 4, from {@code
 * org.apache.kafka.storage.internals.log.LogConfig} of the releases 4.0.0, 4.1.0, 4.2.0, 4.3.0 and
 * 4.4.0. A row of a version holds from it on.
 */
final class TopicConfigs {

  private static final KafkaVersion V4_0 = new KafkaVersion(4, 0);
  private static final KafkaVersion V4_1 = new KafkaVersion(4, 1);
  private static final KafkaVersion V4_4 = new KafkaVersion(4, 4);

  /** By key, what it takes; the rows of a key from the oldest version to the newest. */
  private static final Map<String, List<Row>> TABLE =
      Stream.of(
              row("cleanup.policy", new Words(List.of("compact", "delete"))),
              row("compression.gzip.level", new Either(ints(1, 9), ints(-1, -1))),
              row("compression.lz4.level", ints(1, 17)),
              row(
                  "compression.type",
                  new Word(List.of("uncompressed", "zstd", "lz4", "snappy", "gzip", "producer"))),
              row("compression.zstd.level", ints(-131072, 22)),
              row("delete.retention.ms", longs(0)),
              row(V4_4, "errors.deadletterqueue.group.enable", new Flag()),
              row("file.delete.delay.ms", longs(0)),
              row("flush.messages", longs(1)),
              row("flush.ms", longs(0)),
              row("follower.replication.throttled.replicas", new Replicas()),
              row("index.interval.bytes", ints(0)),
              row("leader.replication.throttled.replicas", new Replicas()),
              row("local.retention.bytes", longs(-2)),
              row("local.retention.ms", longs(-2)),
              row("max.compaction.lag.ms", longs(1)),
              // The longest array that every JVM can make.
              row(V4_4, "max.decompressed.message.bytes", ints(1, Integer.MAX_VALUE - 8)),
              row("max.message.bytes", ints(0)),
              row("message.timestamp.after.max.ms", longs(0)),
              row("message.timestamp.before.max.ms", longs(0)),
              row("message.timestamp.type", new Word(List.of("CreateTime", "LogAppendTime"))),
              row("min.cleanable.dirty.ratio", new Fraction(0, 1)),
              row("min.compaction.lag.ms", longs(0)),
              row("min.insync.replicas", ints(1)),
              row("preallocate", new Flag()),
              row(V4_4, "remote.copy.lag.bytes", longs(-1)),
              row(V4_4, "remote.copy.lag.ms", longs(-1)),
              row("remote.log.copy.disable", new Flag()),
              row("remote.log.delete.on.disable", new Flag()),
              row("remote.storage.enable", new Flag()),
              row("retention.bytes", longs(Long.MIN_VALUE)),
              row("retention.ms", longs(-1)),
              row("segment.bytes", ints(14)),
              row(V4_1, "segment.bytes", ints(1048576)),
              row("segment.index.bytes", ints(4)),
              row("segment.jitter.ms", longs(0)),
              row("segment.ms", longs(1)),
              row("unclean.leader.election.enable", new Flag()))
          .collect(Collectors.groupingBy(Row::key, TreeMap::new, Collectors.toUnmodifiableList()));

  private TopicConfigs() {}

  /** All keys of any version, in order. */
  static Set<String> keys() {
    return java.util.Collections.unmodifiableSet(TABLE.keySet());
  }

  /** The first version that knows the key, or null for a key that none knows. */
  static @Nullable KafkaVersion since(String key) {
    List<Row> rows = TABLE.get(key);
    return rows == null ? null : rows.get(0).since();
  }

  /**
   * What the brokers of a version take as the value of a key.
   *
   * @param version null when nobody said: the oldest that knows the key
   * @return null for a key that the version does not know; versions before 4.0 count as 4.0
   */
  static @Nullable ConfigValue value(String key, @Nullable KafkaVersion version) {
    List<Row> rows = TABLE.getOrDefault(key, List.of());
    ConfigValue value = null;
    for (Row row : rows) {
      boolean holds =
          version == null ? value == null : row.since().compareTo(max(version, V4_0)) <= 0;
      value = holds ? row.value() : value;
    }
    return value;
  }

  private static KafkaVersion max(KafkaVersion a, KafkaVersion b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Row row(String key, ConfigValue value) {
    return row(V4_0, key, value);
  }

  private static Row row(KafkaVersion since, String key, ConfigValue value) {
    return new Row(key, since, value);
  }

  private static WholeNumber ints(int min) {
    return ints(min, Integer.MAX_VALUE);
  }

  private static WholeNumber ints(int min, int max) {
    return new WholeNumber(min, max);
  }

  private static WholeNumber longs(long min) {
    return new WholeNumber(min, Long.MAX_VALUE);
  }

  private record Row(String key, KafkaVersion since, ConfigValue value) {}
}
