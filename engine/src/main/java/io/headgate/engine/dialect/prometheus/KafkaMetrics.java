package io.headgate.engine.dialect.prometheus;

import io.headgate.engine.promql.Expression.LabelMatcher;
import io.headgate.engine.promql.Expression.Selector;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What metrics about Kafka tell, by their names. They come of kafka_exporter (which Strimzi brings
 * too: {@code kafka_consumergroup_lag}), of the JMX exporter, whose configuration decides how the
 * names of Kafka's own metrics are written (so case and underscores do not count), of KMinion,
 * Burrow's exporters, kafka-lag-exporter, Redpanda and Confluent Cloud.
 */
final class KafkaMetrics {

  /** The labels of these exporters that bear the name of a topic. */
  static final List<String> TOPIC = List.of("topic", "topic_name", "redpanda_topic");

  /** The labels that bear the name of a consumer group. */
  static final List<String> GROUP =
      List.of(
          "consumergroup",
          "group",
          "group_id",
          "consumer_group",
          "consumer_group_id",
          "redpanda_group");

  /** The labels that bear the name of a connector. */
  static final List<String> CONNECTOR = List.of("connector", "connector_name");

  private static final List<String> PREFIXES =
      List.of("redpanda_", "vectorized_", "strimzi_", "burrow_", "klag_");

  private KafkaMetrics() {}

  /** What a metric tells. */
  enum Family {
    /** How many messages a group is behind. */
    LAG,
    /** How long a group is behind. */
    TIME_LAG,
    /** Up to where a group has read. */
    COMMITTED,
    /** How many messages a topic has got since it is counted. */
    PRODUCED,
    /** How many messages a topic gets, as a rate. */
    PRODUCED_RATE,
    /** How many bytes a topic has got, or gets. */
    PRODUCED_BYTES,
    UNDER_REPLICATED,
    IN_SYNC,
    UNDER_MIN_ISR,
    OFFLINE_PARTITIONS,
    ACTIVE_CONTROLLER,
    UNCLEAN_ELECTION,
    DISK,
    CERTIFICATE,
    /** How many tasks or connectors have failed. */
    FAILED,
    /** How many tasks or connectors run. */
    RUNNING,
    /** A series for each status that a connector or a task is in. */
    STATUS,
    RECORD_ERRORS,
    OTHER
  }

  /** Whether a metric is about Kafka. */
  static boolean isKafka(String metric) {
    String name = metric.toLowerCase(Locale.ROOT);
    if (name.contains("kafka")) {
      return true;
    }
    for (String prefix : PREFIXES) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a metric of another system is asked about Kafka, such as the disk of a broker. */
  static boolean isAskedAboutKafka(Selector selector) {
    for (LabelMatcher matcher : selector.matchers()) {
      String value = matcher.value();
      if (value != null
          && !matcher.operator().startsWith("!")
          && value.toLowerCase(Locale.ROOT).contains("kafka")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text that cannot be read as an expression has the name of such a metric. */
  static boolean areIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("kafka_")
        || lower.contains("_kafka")
        || PREFIXES.stream().anyMatch(lower::contains);
  }

  /** What a metric tells. */
  static Family family(String metric) {
    String lower = metric.toLowerCase(Locale.ROOT);
    String name = lower.replace("_", "").replace(":", "");
    if (name.contains("underreplicated")) {
      return Family.UNDER_REPLICATED;
    } else if (name.contains("underminisr")) {
      return Family.UNDER_MIN_ISR;
    } else if (name.contains("insyncreplica")) {
      return Family.IN_SYNC;
    } else if (name.contains("offlinepartition") || name.contains("unavailablepartitions")) {
      return Family.OFFLINE_PARTITIONS;
    } else if (name.contains("activecontroller")) {
      return Family.ACTIVE_CONTROLLER;
    } else if (name.contains("uncleanleaderelection")) {
      return Family.UNCLEAN_ELECTION;
    } else if (isDisk(name)) {
      return Family.DISK;
    } else if (name.contains("certificate") && name.contains("expir")) {
      return Family.CERTIFICATE;
    } else if (name.contains("connect")) {
      return ofConnect(name);
    }
    return ofRecords(name, Arrays.asList(lower.split("[_:]", -1)));
  }

  private static boolean isDisk(String name) {
    return name.contains("offlinelogdirectory")
        || name.contains("logdirsize")
        || name.contains("storagedisk")
        || name.startsWith("kubeletvolumestats")
        || name.startsWith("nodefilesystem");
  }

  private static Family ofConnect(String name) {
    if (name.contains("taskerror") || name.contains("deadletter")) {
      return Family.RECORD_ERRORS;
    } else if (name.contains("failed")) {
      return Family.FAILED;
    } else if (name.contains("running")) {
      return Family.RUNNING;
    }
    return name.contains("status") || name.contains("state") ? Family.STATUS : Family.OTHER;
  }

  private static Family ofRecords(String name, List<String> words) {
    boolean consumed =
        name.contains("consumer") || name.contains("group") || name.contains("burrow");
    if (consumed && !name.contains("replica") && (words.contains("lag") || isRecordsLag(name))) {
      boolean time = words.contains("seconds") || words.contains("ms") || words.contains("millis");
      return time ? Family.TIME_LAG : Family.LAG;
    } else if (name.contains("group") && name.contains("offset")) {
      return Family.COMMITTED;
    } else if (name.contains("topicpartitioncurrentoffset")
        || name.contains("partitionlatestoffset")
        || name.contains("highwatermark")
        || name.contains("logendoffset")
        || name.endsWith("kafkamaxoffset")) {
      return Family.PRODUCED;
    } else if (name.contains("messagesin")) {
      return name.contains("rate") ? Family.PRODUCED_RATE : Family.PRODUCED;
    } else if (name.contains("receivedrecords")) {
      return Family.PRODUCED_RATE;
    }
    return name.contains("bytesin") || name.contains("receivedbytes")
        ? Family.PRODUCED_BYTES
        : Family.OTHER;
  }

  private static boolean isRecordsLag(String name) {
    return name.contains("recordslag") || name.contains("consumerlag");
  }
}
