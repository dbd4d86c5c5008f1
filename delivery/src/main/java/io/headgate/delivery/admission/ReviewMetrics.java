package io.headgate.delivery.admission;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what the server does. For several threads. There are no traces that an example could name,
 * and looking for one would cost at each review, so there are no examples.
 */
final class ReviewMetrics {

  private static final double[] BOUNDS = {
    0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10
  };

  private final Counter reviews;
  private final Histogram seconds;
  private final Counter warnings;
  private final AtomicInteger inFlight = new AtomicInteger();

  ReviewMetrics(PrometheusRegistry registry) {
    reviews =
        Counter.builder()
            .name("headgate_reviews_total")
            .help("Reviews by what became of them.")
            .labelNames("outcome")
            .withoutExemplars()
            .register(registry);
    seconds =
        Histogram.builder()
            .name("headgate_review_seconds")
            .help("How long reviews took.")
            .classicOnly()
            .classicUpperBounds(BOUNDS)
            .withoutExemplars()
            .register(registry);
    warnings =
        Counter.builder()
            .name("headgate_warnings_total")
            .help("Warnings given with answers.")
            .withoutExemplars()
            .register(registry);
    GaugeWithCallback.builder()
        .name("headgate_reviews_in_flight")
        .help("Reviews that wait or are being judged.")
        .callback(now -> now.call(inFlight.get()))
        .register(registry);
  }

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
    reviews.labelValues(outcome).inc();
    seconds.observe(tookNanos / 1e9);
  }

  void warned(int count) {
    warnings.inc(count);
  }

  int inFlight() {
    return inFlight.get();
  }
}
