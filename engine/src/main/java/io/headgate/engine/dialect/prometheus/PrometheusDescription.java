package io.headgate.engine.dialect.prometheus;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of Prometheus says of itself; loaded only when somebody asks. */
final class PrometheusDescription {

  private PrometheusDescription() {}

  static Description get() {
    String[] fields = {
      "groups[].labels: labels of each rule that does not set them",
      "groups[].rules[].alert: name",
      "groups[].rules[].expr: watch, topic, group, matchers, threshold and window",
      "groups[].rules[].for: pending",
      "groups[].rules[].labels: labels, such as severity",
      "groups[].rules[].annotations: annotations, such as runbook_url",
      "groups[].rules[].record: the name of an expression that alerts of the same file use"
    };
    String[] below = new String[fields.length];
    for (int i = 0; i < fields.length; i++) {
      below[i] = "spec." + fields[i];
    }
    return new Description(
        "Prometheus rules",
        "YAML and JSON documents of the apiVersion 'monitoring.coreos.com/v1' and rule files with"
            + " 'groups' at their root, if a rule in them asks a metric of Kafka.",
        List.of(
            ReadKind.of("PrometheusRule", "alert-rule", below),
            ReadKind.of("rule file", "alert-rule", fields)),
        List.of(),
        List.of(
            "What an alert watches is told from its metric: lag, topics that get too little or too"
                + " much, partitions that are under-replicated, below min.insync.replicas or"
                + " offline, the active controller, unclean elections, disks, certificates,"
                + " connectors that have failed and records that they could not handle. It knows"
                + " the names of kafka_exporter, of the JMX exporter, of KMinion, Burrow,"
                + " kafka-lag-exporter, Redpanda and Confluent Cloud.",
            "A rule without a matcher for topics or groups is about each of them. Of a regular"
                + " expression alternatives, brackets and wildcards are followed; what else is in"
                + " it is taken to match anything.",
            "Rates count as messages in their window, lag in seconds has no threshold in messages,"
                + " and a lag that is counted by partition is compared as it is written.",
            "The rules of a file that are about something else are left alone.",
            "A name that a recording rule of another file gives is unknown, and so is what a"
                + " template fills in."));
  }
}
