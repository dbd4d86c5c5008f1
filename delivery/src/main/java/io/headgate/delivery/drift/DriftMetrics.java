package io.headgate.delivery.drift;

import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** What the last good look saw. For several threads. */
final class DriftMetrics {

  private static final String PREFIX = "drift-";

  private final Counter looks;

  /** Changed as one, so that nobody is told half of what a look saw. */
  private volatile Counts counts = new Counts(Map.of(), Map.of(), 0);

  /** What there is, by the values of the labels. */
  private record Counts(
      Map<List<String>, Integer> drift, Map<List<String>, Integer> findings, int notCompared) {}

  /**
   * The metrics of a watch.
   *
   * @param age the age of the last good look in seconds; not a number before the first
   */
  DriftMetrics(PrometheusRegistry registry, DoubleSupplier age) {
    GaugeWithCallback.builder()
        .name("headgate_drift")
        .help("Open findings about what runs beside what is declared.")
        .labelNames("kind", "severity")
        .callback(now -> counts.drift().forEach((labels, count) -> tell(now, labels, count)))
        .register(registry);
    GaugeWithCallback.builder()
        .name("headgate_findings")
        .help("Open findings about what runs, judged by the policy.")
        .labelNames("severity", "rule")
        .callback(now -> counts.findings().forEach((labels, count) -> tell(now, labels, count)))
        .register(registry);
    GaugeWithCallback.builder()
        .name("headgate_drift_not_compared")
        .help("Reasons for which something that runs was not compared.")
        .callback(now -> now.call(counts.notCompared()))
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
    Map<List<String>, Integer> kinds = new HashMap<>();
    for (Result result : seen.drift().results()) {
      String rule = result.finding().rule().id();
      if (seen.drift().weighs(result) && rule.startsWith(PREFIX)) {
        List<String> labels = List.of(rule.substring(PREFIX.length()), result.severity().word());
        kinds.merge(labels, 1, Integer::sum);
      }
    }
    Map<List<String>, Integer> rules = new HashMap<>();
    for (Result result : seen.running().results()) {
      if (seen.running().weighs(result)) {
        rules.merge(
            List.of(result.severity().word(), result.finding().rule().id()), 1, Integer::sum);
      }
    }
    Report.Running running = seen.drift().running();
    counts = new Counts(kinds, rules, running == null ? 0 : running.notes().size());
    looks.labelValues("good").inc();
  }

  private static void tell(GaugeWithCallback.Callback now, List<String> labels, int count) {
    now.call(count, labels.get(0), labels.get(1));
  }
}
