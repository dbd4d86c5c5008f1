package io.headgate.engine.dialect.strimzi;

import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration of brokers means for topics that say nothing: the key of each topic
 * configuration with those of the brokers, the first that is set counts ({@code
 * ServerTopicConfigSynonyms} of Kafka 4.4).
 */
final class BrokerDefaults {

  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  /** Keys that are read as they stand. */
  private static final List<String> PLAIN =
      List.of(
          "segment.bytes",
          "log.segment.bytes",
          "segment.index.bytes",
          "log.index.size.max.bytes",
          "flush.messages",
          "log.flush.interval.messages",
          "retention.bytes",
          "log.retention.bytes",
          "max.message.bytes",
          "message.max.bytes",
          "index.interval.bytes",
          "log.index.interval.bytes",
          "delete.retention.ms",
          "log.cleaner.delete.retention.ms",
          "min.compaction.lag.ms",
          "log.cleaner.min.compaction.lag.ms",
          "max.compaction.lag.ms",
          "log.cleaner.max.compaction.lag.ms",
          "file.delete.delay.ms",
          "log.segment.delete.delay.ms",
          "min.cleanable.dirty.ratio",
          "log.cleaner.min.cleanable.ratio",
          "cleanup.policy",
          "log.cleanup.policy",
          "unclean.leader.election.enable",
          "unclean.leader.election.enable",
          "min.insync.replicas",
          "min.insync.replicas",
          "compression.type",
          "compression.type",
          "compression.gzip.level",
          "compression.gzip.level",
          "compression.lz4.level",
          "compression.lz4.level",
          "compression.zstd.level",
          "compression.zstd.level",
          "preallocate",
          "log.preallocate",
          "message.timestamp.type",
          "log.message.timestamp.type",
          "message.timestamp.before.max.ms",
          "log.message.timestamp.before.max.ms",
          "message.timestamp.after.max.ms",
          "log.message.timestamp.after.max.ms",
          "local.retention.ms",
          "log.local.retention.ms",
          "local.retention.bytes",
          "log.local.retention.bytes",
          "default.replication.factor",
          "default.replication.factor",
          "num.partitions",
          "num.partitions");

  private BrokerDefaults() {}

  /** The defaults by topic-level key; what a template gives is not among them. */
  static Map<String, String> of(Config brokers) {
    Map<String, String> defaults = new HashMap<>();
    for (int i = 0; i < PLAIN.size(); i += 2) {
      put(PLAIN.get(i), brokers.get(PLAIN.get(i + 1)).orNull(), defaults);
    }
    put(
        "retention.ms",
        time(brokers, "log.retention.ms", "log.retention.minutes", "log.retention.hours"),
        defaults);
    put("segment.ms", time(brokers, "log.roll.ms", "", "log.roll.hours"), defaults);
    put(
        "segment.jitter.ms",
        time(brokers, "log.roll.jitter.ms", "", "log.roll.jitter.hours"),
        defaults);
    put("flush.ms", time(brokers, "log.flush.interval.ms", "", ""), defaults);
    return defaults;
  }

  private static void put(String key, @Nullable String value, Map<String, String> defaults) {
    if (value != null && !value.isBlank()) {
      defaults.put(key, value.strip());
    }
  }

  private static @Nullable String time(
      Config brokers, String millis, String minutes, String hours) {
    Located<Long> exact = brokers.number(millis);
    if (!exact.isAbsent()) {
      return scaled(exact, 1);
    }
    Located<Long> coarse = brokers.number(minutes);
    return coarse.isAbsent() ? scaled(brokers.number(hours), HOUR) : scaled(coarse, MINUTE);
  }

  /** In milliseconds; what is negative means without end. */
  private static @Nullable String scaled(Located<Long> value, long unit) {
    if (!value.isKnown() || value.get() > Long.MAX_VALUE / unit) {
      return null;
    }
    return Long.toString(value.get() < 0 ? -1 : value.get() * unit);
  }
}
