package io.headgate.delivery.drift;

import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/** What the last good look saw. For several threads. */
final class DriftMetrics {

  private static final String PREFIX = "drift-";

  private final Gauge drift;
  private final Gauge findings;
  private final Gauge notCompared;
  private final Counter looks;

  /**
   * The metrics of a watch.
   *
   * @param age the age of the last good look in seconds; not a number before the first
   */
  DriftMetrics(PrometheusRegistry registry, DoubleSupplier age) {
    drift =
        Gauge.builder()
            .name("headgate_drift")
            .help("Open findings about what runs beside what is declared.")
            .labelNames("kind", "severity")
            .register(registry);
    findings =
        Gauge.builder()
            .name("headgate_findings")
            .help("Open findings about what runs, judged by the policy.")
            .labelNames("severity", "rule")
            .register(registry);
    notCompared =
        Gauge.builder()
            .name("headgate_drift_not_compared")
            .help("Reasons for which something that runs was not compared.")
            .register(registry);
    looks =
        Counter.builder()
            .name("headgate_drift_looks_total")
            .help("Looks at what runs by what became of them.")
            .labelNames("outcome")
            .withoutExemplars()
            .register(registry);
    GaugeWithCallback.builder()
        .name("headgate_drift_age_seconds")
        .help("How long the last good look is past.")
        .callback(
            now -> {
              double seconds = age.getAsDouble();
              if (!Double.isNaN(seconds)) {
                now.call(seconds);
              }
            })
        .register(registry);
    for (String outcome : List.of("good", "failed")) {
      looks.initLabelValues(outcome);
    }
  }

  /** A look failed: what the last good one saw stays. */
  void failed() {
    looks.labelValues("failed").inc();
  }

  void seen(Look.Seen seen) {
    looks.labelValues("good").inc();
    Map<List<String>, Integer> kinds = new TreeMap<>(DriftMetrics::compare);
    for (Result result : seen.drift().results()) {
      String rule = result.finding().rule().id();
      if (seen.drift().weighs(result) && rule.startsWith(PREFIX)) {
        List<String> labels = List.of(rule.substring(PREFIX.length()), result.severity().word());
        kinds.merge(labels, 1, Integer::sum);
      }
    }
    fill(drift, kinds);
    Map<List<String>, Integer> rules = new TreeMap<>(DriftMetrics::compare);
    for (Result result : seen.running().results()) {
      if (seen.running().weighs(result)) {
        rules.merge(
            List.of(result.severity().word(), result.finding().rule().id()), 1, Integer::sum);
      }
    }
    fill(findings, rules);
    Report.Running running = seen.drift().running();
    notCompared.set(running == null ? 0 : running.notes().size());
  }

  private static void fill(Gauge gauge, Map<List<String>, Integer> counts) {
    // What was seen before and is gone now must not stay.
    gauge.clear();
    counts.forEach((labels, count) -> gauge.labelValues(labels.get(0), labels.get(1)).set(count));
  }

  private static int compare(List<String> one, List<String> other) {
    int first = one.get(0).compareTo(other.get(0));
    return first != 0 ? first : one.get(1).compareTo(other.get(1));
  }
}
