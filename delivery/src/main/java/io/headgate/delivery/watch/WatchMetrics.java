package io.headgate.delivery.watch;

import io.headgate.delivery.status.StatusServer;
import io.headgate.delivery.watch.Status.State;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Counts what a watcher does, and serves that with its health and readiness. */
public final class WatchMetrics implements WatchListener, AutoCloseable {

  private static final double[] BOUNDS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300};

  private final Counter looks;
  private final Gauge state;
  private final Gauge behind;
  private final Counter moves;
  private final Counter judgements;
  private final Histogram seconds;
  private final Gauge findings;
  private final AtomicReference<@Nullable State> last = new AtomicReference<>();
  private final AtomicLong reached = new AtomicLong(System.nanoTime());
  private final StatusServer server;

  private WatchMetrics(InetSocketAddress address, PrometheusRegistry registry) throws IOException {
    looks =
        Counter.builder()
            .name("headgate_watch_looks_total")
            .help("Looks at the repository by what they found.")
            .labelNames("state")
            .withoutExemplars()
            .register(registry);
    state =
        gauge("headgate_watch_state", "How things stand: 1 for that state, 0 for others.", "state")
            .register(registry);
    behind =
        gauge("headgate_watch_behind_commits", "How many commits approved has yet to go.")
            .register(registry);
    moves =
        Counter.builder()
            .name("headgate_watch_moves_total")
            .help("How often approved was moved.")
            .withoutExemplars()
            .register(registry);
    judgements =
        Counter.builder()
            .name("headgate_watch_judgements_total")
            .help("Commits that were judged, by verdict.")
            .labelNames("verdict")
            .withoutExemplars()
            .register(registry);
    seconds =
        Histogram.builder()
            .name("headgate_watch_judge_seconds")
            .help("How long it took to judge a commit.")
            .classicOnly()
            .classicUpperBounds(BOUNDS)
            .withoutExemplars()
            .register(registry);
    findings =
        gauge(
                "headgate_watch_findings",
                "Findings that count in the branch's newest commit.",
                "severity")
            .register(registry);
    GaugeWithCallback.builder()
        .name("headgate_watch_reached_age_seconds")
        .help("How long ago the repository was last reached.")
        .callback(now -> now.call(age()))
        .register(registry);
    for (State each : State.values()) {
      state.labelValues(each.word()).set(0);
    }
    server = StatusServer.start(address, this::trouble, registry);
  }

  private static Gauge.Builder gauge(String name, String help, String... labels) {
    return Gauge.builder().name(name).help(help).labelNames(labels).withoutExemplars();
  }

  /**
   * Begins to serve.
   *
   * @param address where; port 0 for any that is free
   * @throws IOException if the port cannot be had, with a sentence that says which and why
   */
  public static WatchMetrics start(InetSocketAddress address) throws IOException {
    return new WatchMetrics(address, new PrometheusRegistry());
  }

  private double age() {
    return (double) (System.nanoTime() - reached.get()) / TimeUnit.SECONDS.toNanos(1);
  }

  private @Nullable String trouble() {
    State now = last.get();
    if (now == null) {
      return "The first look has not ended.";
    }
    return now.code() < 2 ? null : "The last look ended as '" + now.word() + "'.";
  }

  @Override
  public void judged(String commit, String base, Judgement judgement, long nanos) {
    judgements.labelValues(judgement.verdict().name().toLowerCase(Locale.ROOT)).inc();
    seconds.observe(nanos / 1e9);
  }

  @Override
  public void ended(Status status) {
    State before = last.getAndSet(status.state());
    if (before != null) {
      state.labelValues(before.word()).set(0);
    }
    state.labelValues(status.state().word()).set(1);
    looks.labelValues(status.state().word()).inc();
    moves.inc(status.moves().size());
    if (status.state() != State.UNREACHABLE) {
      reached.set(System.nanoTime());
      behind.set(status.behind());
      Status.Newest newest = status.newest();
      findings.labelValues("error").set(newest == null ? 0 : (double) newest.errors());
      findings.labelValues("warning").set(newest == null ? 0 : (double) newest.warnings());
      findings.labelValues("note").set(newest == null ? 0 : (double) newest.notes());
    }
  }

  /** The port that it has got. */
  public int port() {
    return server.port();
  }

  /** Serves no longer. */
  @Override
  public void close() {
    server.close();
  }
}
