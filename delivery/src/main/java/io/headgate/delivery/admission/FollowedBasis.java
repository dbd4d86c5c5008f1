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
 * Follows the policy and the landscape as they change. What cannot be read changes nothing, and is
 * said once.
 */
final class FollowedBasis {

  private final BasisSource source;
  private final CurrentReviewer reviewer;
  private final Clock clock;
  private final Consumer<String> log;
  private volatile @Nullable Instant good;
  private volatile boolean fresh = true;
  private volatile int resources;
  private @Nullable Judging judging;
  private @Nullable Landscape landscape;
  private String trouble = "";

  FollowedBasis(
      BasisSource source,
      CurrentReviewer reviewer,
      Judging judging,
      PrometheusRegistry registry,
      Clock clock,
      Consumer<String> log) {
    this.source = source;
    this.reviewer = reviewer;
    this.judging = judging;
    this.clock = clock;
    this.log = log;
    GaugeWithCallback.builder()
        .name("headgate_last_reload_successful")
        .help("Whether policy and landscape could be read when they were last looked at: 1 or 0.")
        .callback(now -> now.call(fresh ? 1 : 0))
        .register(registry);
    if (reviewer.needsLandscape()) {
      register(registry);
    }
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

  /** Looks whether something has changed. */
  void look() {
    try {
      Basis next = source.next();
      if (next != null) {
        reviewer.by(next);
        tell(next);
      }
      good = clock.instant();
      fresh = true;
      trouble = "";
    } catch (UserError e) {
      say(e.messages().get(0).text());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // A message may quote what cannot be read; its type does not.
      say("The policy or the landscape cannot be read (" + e.getClass().getName() + ").");
    }
  }

  private void tell(Basis next) {
    if (!next.judging().equals(judging)) {
      judging = next.judging();
      log.accept("The policy was read anew.");
    }
    Landscape now = next.landscape();
    if (now != null && now != landscape) {
      landscape = now;
      resources = now.resources();
      log.accept("The landscape was read: " + resources + " resources.");
    }
  }

  private void say(String what) {
    fresh = false;
    if (!trouble.equals(what)) {
      trouble = what;
      log.accept(what + (isRead() ? " What held before stays." : " There is no landscape yet."));
    }
  }

  /** Whether there is all that reviews need. */
  boolean isRead() {
    return good != null || !reviewer.needsLandscape();
  }
}
