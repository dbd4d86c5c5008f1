package io.headgate.rules.topic;

import io.headgate.spi.Nearest;
import io.headgate.spi.model.KafkaVersion;
import java.util.Map;

/**
 * Keys that people write although no topic has them: those Kafka 4 removed, those of the broker
 * ({@code org.apache.kafka.server.config.ServerTopicConfigSynonyms}), and slips of the pen.
 */
final class MisplacedConfigs {

  /** What to do about a key that Kafka 4.0 removed. */
  private static final Map<String, String> REMOVED =
      Map.of(
          "message.format.version",
          "Delete it.",
          "message.downconversion.enable",
          "Delete it.",
          "message.timestamp.difference.max.ms",
          "Write message.timestamp.before.max.ms and message.timestamp.after.max.ms.");

  /** The topic's key for a key of the broker, or for a unit of time that a topic does not have. */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("log.cleaner.delete.retention.ms", "delete.retention.ms"),
          Map.entry("log.cleaner.max.compaction.lag.ms", "max.compaction.lag.ms"),
          Map.entry("log.cleaner.min.cleanable.ratio", "min.cleanable.dirty.ratio"),
          Map.entry("log.cleaner.min.compaction.lag.ms", "min.compaction.lag.ms"),
          Map.entry("log.cleanup.policy", "cleanup.policy"),
          Map.entry("log.flush.interval.messages", "flush.messages"),
          Map.entry("log.flush.interval.ms", "flush.ms"),
          Map.entry("log.flush.scheduler.interval.ms", "flush.ms"),
          Map.entry("log.index.interval.bytes", "index.interval.bytes"),
          Map.entry("log.index.size.max.bytes", "segment.index.bytes"),
          Map.entry("log.local.retention.bytes", "local.retention.bytes"),
          Map.entry("log.local.retention.ms", "local.retention.ms"),
          Map.entry("log.message.timestamp.after.max.ms", "message.timestamp.after.max.ms"),
          Map.entry("log.message.timestamp.before.max.ms", "message.timestamp.before.max.ms"),
          Map.entry("log.message.timestamp.type", "message.timestamp.type"),
          Map.entry("log.preallocate", "preallocate"),
          Map.entry("log.remote.copy.lag.bytes", "remote.copy.lag.bytes"),
          Map.entry("log.remote.copy.lag.ms", "remote.copy.lag.ms"),
          Map.entry("log.retention.bytes", "retention.bytes"),
          Map.entry("log.retention.hours", "retention.ms"),
          Map.entry("log.retention.minutes", "retention.ms"),
          Map.entry("log.retention.ms", "retention.ms"),
          Map.entry("log.roll.hours", "segment.ms"),
          Map.entry("log.roll.jitter.hours", "segment.jitter.ms"),
          Map.entry("log.roll.jitter.ms", "segment.jitter.ms"),
          Map.entry("log.roll.ms", "segment.ms"),
          Map.entry("log.segment.bytes", "segment.bytes"),
          Map.entry("log.segment.delete.delay.ms", "file.delete.delay.ms"),
          Map.entry("message.max.bytes", "max.message.bytes"),
          Map.entry("retention.days", "retention.ms"),
          Map.entry("retention.hours", "retention.ms"),
          Map.entry("retention.minutes", "retention.ms"));

  private MisplacedConfigs() {}

  /** Whether a broker older than 4.0 knows the key. */
  static boolean existedBefore(KafkaVersion version, String key) {
    return !version.atLeast(4, 0) && REMOVED.containsKey(key);
  }

  /** What is wrong with a key and what to do about it: the end of one sentence, and another. */
  static String fault(String key) {
    String removed = REMOVED.get(key);
    if (removed != null) {
      return "which Kafka 4.0 removed. " + removed;
    }
    if (key.equals("internal.segment.bytes")) {
      return "which is for Kafka's own tests. Write segment.bytes.";
    }
    String synonym = SYNONYMS.get(key);
    if (synonym != null) {
      return "which no topic has. Write " + synonym + ".";
    }
    String nearest = Nearest.to(key, TopicConfigs.keys());
    return "which no topic has. "
        + (nearest == null ? "Delete it." : "The nearest key is " + nearest + ".");
  }
}
