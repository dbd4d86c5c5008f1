package io.headgate.delivery.drift;

import io.headgate.delivery.status.StatusServer;
import io.headgate.engine.error.UserError;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what runs at an interval until it is stopped. A look that fails changes nothing of what
 * is told, but that it grows old.
 */
public final class DriftWatch implements AutoCloseable {

  /** After so many intervals without a good look it is not ready. */
  private static final int MISSED = 3;

  private final Look look;
  private final Duration interval;
  private final Consumer<Look.Seen> listener;
  private final Consumer<String> log;
  private final DriftMetrics metrics;
  private final StatusServer status;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Long lastGood;
  private volatile @Nullable String trouble;

  private DriftWatch(
      InetSocketAddress address,
      Duration interval,
      Look look,
      Consumer<Look.Seen> listener,
      Consumer<String> log)
      throws IOException {
    this.look = look;
    this.interval = interval;
    this.listener = listener;
    this.log = log;
    PrometheusRegistry registry = new PrometheusRegistry();
    metrics = new DriftMetrics(registry, this::age);
    status = StatusServer.start(address, this::notReady, registry);
  }

  /**
   * Starts to tell how things stand; {@link #run} looks.
   *
   * @param address where health, readiness and metrics are told; port 0 for any that is free
   * @param interval how long to wait between two looks
   * @param listener hears what each good look saw, on the thread that runs
   * @param log hears why a look failed, as a sentence without secrets
   * @throws IOException if the port cannot be had
   */
  public static DriftWatch start(
      InetSocketAddress address,
      Duration interval,
      Look look,
      Consumer<Look.Seen> listener,
      Consumer<String> log)
      throws IOException {
    return new DriftWatch(address, interval, look, listener, log);
  }

  /** Looks until it is stopped; a look that has begun is finished. */
  public void run() {
    try {
      do {
        once();
      } while (!stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void once() {
    try {
      Look.Seen seen = look.now();
      if (!seen.drift().failures().isEmpty() || !seen.running().failures().isEmpty()) {
        fail("A rule broke; 'headgate drift' without '--watch' says which.");
        return;
      }
      lastGood = System.nanoTime();
      trouble = null;
      metrics.seen(seen);
      listener.accept(seen);
    } catch (UserError e) {
      fail(e.messages().get(0).text());
    } catch (IOException | RuntimeException e) {
      // Its message may quote what was read.
      StackTraceElement[] trace = e.getStackTrace();
      fail(
          "headgate broke ("
              + e.getClass().getName()
              + (trace.length == 0 ? "" : " at " + trace[0])
              + ").");
    }
  }

  private void fail(String why) {
    metrics.failed();
    trouble = why;
    log.accept(why);
  }

  private double age() {
    Long good = lastGood;
    return good == null ? Double.NaN : (System.nanoTime() - good) / 1e9;
  }

  private @Nullable String notReady() {
    double age = age();
    if (Double.isNaN(age)) {
      String why = trouble;
      return why == null ? "Nobody has looked yet." : why;
    }
    return age > interval.toSeconds() * (double) MISSED + 60
        ? "The last good look is " + Math.round(age) + " s past."
        : null;
  }

  /** The port that health, readiness and metrics have got. */
  public int port() {
    return status.port();
  }

  /** Lets the look that has begun be the last one. */
  public void stop() {
    stopped.countDown();
  }

  /** Stops at once to tell anything. */
  @Override
  public void close() {
    stop();
    status.close();
  }
}
