package io.headgate.engine.dialect.nais;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Located;
import java.util.List;

/**
 * The fields of {@code spec.config} as Kafka's keys, each value in Kafka's unit at its own place. A
 * local retention above zero turns tiered storage on (Kafkarator's {@code enableRemoteStorage}).
 */
final class NaisConfig {

  private static final long MS_PER_HOUR = 3_600_000;

  /** Fields with the same unit as Kafka's. */
  private static final List<String> PLAIN =
      List.of(
          "minimumInSyncReplicas",
          "min.insync.replicas",
          "retentionBytes",
          "retention.bytes",
          "localRetentionBytes",
          "local.retention.bytes",
          "maxMessageBytes",
          "max.message.bytes",
          "minCompactionLagMs",
          "min.compaction.lag.ms",
          "maxCompactionLagMs",
          "max.compaction.lag.ms");

  /** Fields in hours, and what fewer than the least of them means in milliseconds. */
  private static final List<String> HOURS =
      List.of(
          "retentionHours",
          "retention.ms",
          "-1",
          "localRetentionHours",
          "local.retention.ms",
          "-2",
          "deleteRetentionHours",
          "delete.retention.ms",
          "0",
          "segmentHours",
          "segment.ms",
          "3600000");

  private static final List<String> POLICIES = List.of("delete", "compact", "compact,delete");

  private NaisConfig() {}

  static void read(MappingReader config, PropertyReader properties, Reading reading) {
    Located<String> policy =
        config.word(
            "cleanupPolicy",
            "config.cleanup.policy",
            word -> POLICIES.contains(word) ? word : null,
            "one of delete, compact or 'compact,delete'");
    put("cleanupPolicy", "cleanup.policy", policy, config, properties);
    for (int i = 0; i < PLAIN.size(); i += 2) {
      Located<Long> number = config.number(PLAIN.get(i), "config." + PLAIN.get(i + 1));
      put(PLAIN.get(i), PLAIN.get(i + 1), number, config, properties);
    }
    for (int i = 0; i < HOURS.size(); i += 3) {
      String other = HOURS.get(i + 2);
      // A segment is open for an hour at least.
      long least = HOURS.get(i).equals("segmentHours") ? 1 : 0;
      Located<String> ms =
          config
              .number(HOURS.get(i), "config." + HOURS.get(i + 1))
              .map(hours -> milliseconds(hours, least, other));
      put(HOURS.get(i), HOURS.get(i + 1), ms, config, properties);
    }
    readRatio(config, properties, reading);
    for (String key : List.of("localRetentionBytes", "localRetentionHours")) {
      Entry entry = config.source().entry(key);
      if (entry != null && isPositive(entry.value())) {
        properties.read(
            scalar(entry.key(), "remote.storage.enable"), scalar(entry.value(), "true"));
        return;
      }
    }
  }

  private static boolean isPositive(Node value) {
    if (!(value instanceof Scalar number)) {
      return false;
    }
    try {
      return Long.parseLong(number.text()) > 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String milliseconds(long hours, long least, String other) {
    return hours < least || hours > Long.MAX_VALUE / MS_PER_HOUR
        ? other
        : Long.toString(hours * MS_PER_HOUR);
  }

  /** A whole number of per cent, with or without the sign. */
  private static void readRatio(MappingReader config, PropertyReader properties, Reading reading) {
    String key = "minCleanableDirtyRatioPercent";
    Located<String> text = config.text(key, "config.min.cleanable.dirty.ratio");
    Located<String> ratio = text;
    if (text.isKnown()) {
      int percent = percent(text.get());
      if (percent < 1 || percent > 100) {
        reading.unreadable(
            text.place(),
            text.attribute(),
            "'" + key + "' must be a whole number from 1 to 100, with a percent sign or without.");
        ratio = Located.unknown(text.attribute(), text.place());
      } else {
        ratio = text.map(any -> Double.toString(percent / 100.0));
      }
    }
    put(key, "min.cleanable.dirty.ratio", ratio, config, properties);
  }

  private static int percent(String text) {
    String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9 || number > 1000) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static void put(
      String key,
      String property,
      Located<?> value,
      MappingReader config,
      PropertyReader properties) {
    Entry entry = config.source().entry(key);
    if (entry == null || value.isAbsent()) {
      return;
    }
    if (value.isKnown()) {
      properties.read(scalar(entry.key(), property), scalar(entry.value(), value.toString()));
    } else {
      properties.refer(scalar(entry.key(), property), entry.value(), "");
    }
  }

  private static Scalar scalar(Node at, String text) {
    return new Scalar(at.place(), text, Style.PLAIN);
  }
}
