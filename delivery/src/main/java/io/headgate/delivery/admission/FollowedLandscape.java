package io.headgate.delivery.admission;

import io.headgate.engine.Landscape;
import io.headgate.engine.error.UserError;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a landscape anew when it changes. What cannot be read changes nothing, and is said once.
 */
final class FollowedLandscape implements AutoCloseable {

  private final LandscapeSource source;
  private final LandscapeReviewer reviewer;
  private final Clock clock;
  private final Consumer<String> log;
  private volatile @Nullable Instant good;
  private volatile int resources;
  private String trouble = "";

  FollowedLandscape(
      LandscapeSource source,
      LandscapeReviewer reviewer,
      PrometheusRegistry registry,
      Clock clock,
      Consumer<String> log) {
    this.source = source;
    this.reviewer = reviewer;
    this.clock = clock;
    this.log = log;
    register(registry);
  }

  /** Looks whether it has changed. */
  void look() {
    try {
      Landscape next = source.next();
      if (next != null) {
        reviewer.against(next);
        resources = next.resources();
        log.accept("The landscape was read: " + resources + " resources.");
      }
      good = clock.instant();
      trouble = "";
    } catch (UserError e) {
      say(e.messages().get(0).text());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      say("It cannot be read (" + e.getClass().getName() + ").");
    }
  }

  private void say(String what) {
    if (!trouble.equals(what)) {
      trouble = what;
      log.accept(
          what + (isRead() ? " The landscape of before stays." : " There is no landscape yet."));
    }
  }

  boolean isRead() {
    return good != null;
  }

  private void register(PrometheusRegistry registry) {
    GaugeWithCallback.builder()
        .name("headgate_landscape_resources")
        .help("Resources of the landscape that objects are judged against.")
        .callback(now -> now.call(resources))
        .register(registry);
    GaugeWithCallback.builder()
        .name("headgate_landscape_age_seconds")
        .help("Since when the landscape has not been looked at with success; +Inf if never.")
        .callback(now -> now.call(age()))
        .register(registry);
  }

  private double age() {
    Instant last = good;
    return last == null
        ? Double.POSITIVE_INFINITY
        : Duration.between(last, clock.instant()).toMillis() / 1000.0;
  }

  @Override
  public void close() {
    reviewer.close();
  }
}
