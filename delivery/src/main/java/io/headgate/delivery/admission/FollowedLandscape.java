package io.headgate.delivery.admission;

import io.headgate.engine.Landscape;
import io.headgate.engine.error.UserError;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a landscape anew when it changes. What cannot be read changes nothing, and is said once.
 */
final class FollowedLandscape implements AutoCloseable {

  private final LandscapeSource source;
  private final LandscapeReviewer reviewer;
  private final Consumer<String> log;
  private volatile @Nullable Instant good;
  private volatile int resources;
  private String trouble = "";

  FollowedLandscape(LandscapeSource source, LandscapeReviewer reviewer, Consumer<String> log) {
    this.source = source;
    this.reviewer = reviewer;
    this.log = log;
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
      good = Instant.now();
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

  void gauges(Map<String, Metrics.Gauge> gauges, Instant now) {
    Instant last = good;
    gauges.put(
        "headgate_landscape_resources",
        new Metrics.Gauge(
            "Resources of the landscape that objects are judged against.", resources));
    gauges.put(
        "headgate_landscape_age_seconds",
        new Metrics.Gauge(
            "Since when the landscape has not been looked at with success; -1 if never.",
            last == null ? -1 : (now.toEpochMilli() - last.toEpochMilli()) / 1000.0));
  }

  @Override
  public void close() {
    reviewer.close();
  }
}
