package io.headgate.delivery.admission;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the server does, in the text format of Prometheus (0.0.4). For several threads. */
final class Metrics {

  /** Upper bounds in milliseconds; the last bucket has none. */
  private static final int[] BOUNDS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000};

  private final Map<String, LongAdder> reviews = new ConcurrentHashMap<>();
  private final AtomicLongArray buckets = new AtomicLongArray(BOUNDS.length + 1);
  private final LongAdder nanos = new LongAdder();
  private final LongAdder warnings = new LongAdder();
  private final AtomicLong inFlight = new AtomicLong();

  void begun() {
    inFlight.incrementAndGet();
  }

  /**
   * A review has been dealt with.
   *
   * @param outcome one of a few words
   */
  void ended(String outcome, long tookNanos) {
    inFlight.decrementAndGet();
    reviews.computeIfAbsent(outcome, key -> new LongAdder()).increment();
    int bucket = 0;
    while (bucket < BOUNDS.length && tookNanos > BOUNDS[bucket] * 1_000_000L) {
      bucket++;
    }
    buckets.incrementAndGet(bucket);
    nanos.add(tookNanos);
  }

  void warned(int count) {
    warnings.add(count);
  }

  long inFlight() {
    return inFlight.get();
  }

  /**
   * All of it.
   *
   * @param gauges further values by name, with what they mean
   */
  String text(Map<String, Gauge> gauges) {
    StringBuilder out = new StringBuilder(2048);
    head(out, "headgate_reviews_total", "counter", "Reviews by what became of them.");
    for (Map.Entry<String, LongAdder> entry : new TreeMap<>(reviews).entrySet()) {
      out.append("headgate_reviews_total{outcome=\"").append(entry.getKey()).append("\"} ");
      out.append(entry.getValue().sum()).append('\n');
    }
    head(out, "headgate_review_seconds", "histogram", "How long reviews took.");
    long sum = 0;
    for (int i = 0; i < BOUNDS.length; i++) {
      sum += buckets.get(i);
      out.append("headgate_review_seconds_bucket{le=\"").append(BOUNDS[i] / 1000.0).append("\"} ");
      out.append(sum).append('\n');
    }
    sum += buckets.get(BOUNDS.length);
    out.append("headgate_review_seconds_bucket{le=\"+Inf\"} ").append(sum).append('\n');
    out.append("headgate_review_seconds_sum ").append(nanos.sum() / 1e9).append('\n');
    out.append("headgate_review_seconds_count ").append(sum).append('\n');
    head(out, "headgate_warnings_total", "counter", "Warnings given with answers.");
    out.append("headgate_warnings_total ").append(warnings.sum()).append('\n');
    head(out, "headgate_reviews_in_flight", "gauge", "Reviews that wait or are being judged.");
    out.append("headgate_reviews_in_flight ").append(inFlight.get()).append('\n');
    gauges.forEach(
        (name, gauge) -> {
          head(out, name, "gauge", gauge.help());
          out.append(name).append(' ').append(gauge.value()).append('\n');
        });
    return out.toString();
  }

  /**
   * A value as it is now.
   *
   * @param help what it means, as a sentence
   */
  record Gauge(String help, double value) {}

  private static void head(StringBuilder out, String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }
}
