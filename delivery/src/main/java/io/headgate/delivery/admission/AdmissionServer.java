package io.headgate.delivery.admission;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.headgate.delivery.http.Http;
import io.headgate.delivery.status.StatusServer;
import io.headgate.delivery.tls.ServerCertificate;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A validating admission webhook: reviews over TLS at {@code /validate}, and in plain HTTP on
 * another port {@code /healthz}, {@code /readyz} and {@code /metrics}.
 */
public final class AdmissionServer implements AutoCloseable {

  /** How many connections are read at once; judging has fewer threads of its own. */
  private static final int READERS = 128;

  private static final Duration BASIS_EVERY = Duration.ofSeconds(5);

  private static final Duration CERTIFICATE_EVERY = Duration.ofSeconds(10);

  private final ServerSettings settings;
  private final ServerCertificate certificate;
  private final Clock clock;
  private final Consumer<String> log;
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final ReviewMetrics metrics = new ReviewMetrics(registry);
  private final HttpsServer reviews;
  private final StatusServer status;
  private final ThreadPoolExecutor readers;
  private final ThreadPoolExecutor judges;
  private final ScheduledExecutorService timer;
  private volatile @Nullable CurrentReviewer current;
  private volatile @Nullable FollowedBasis followed;
  private volatile boolean warm = true;
  private volatile boolean stopping;

  private AdmissionServer(
      ServerSettings settings,
      ServerCertificate certificate,
      Reviewer reviewer,
      Clock clock,
      Consumer<String> log)
      throws IOException {
    this.settings = settings;
    this.certificate = certificate;
    this.clock = clock;
    this.log = log;
    this.reviews = Http.secure(settings.address());
    this.readers = Http.pool("headgate-reader", READERS, Integer.MAX_VALUE);
    this.judges = Http.pool("headgate-judge", settings.judges(), settings.queue());
    this.timer =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "headgate-timer"));
    reviews.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    reviews.setExecutor(readers);
    reviews.createContext("/", new ReviewHandler(reviewer, judges, settings.time(), metrics, log));
    GaugeWithCallback.builder()
        .name("headgate_certificate_expiry_timestamp_seconds")
        .help("When the certificate expires, in seconds since 1970; +Inf if never.")
        .callback(now -> now.call(expiry()))
        .register(registry);
    try {
      this.status = StatusServer.start(settings.metrics(), this::trouble, registry);
    } catch (IOException e) {
      reviews.stop(0);
      throw e;
    }
  }

  /**
   * Starts one. It answers at once, and is ready when it does so quickly and, if rules need a
   * landscape, that has been read. What cannot be read later changes nothing.
   *
   * @param judging what holds at first, without a landscape
   * @param rules what rules do that need a landscape; null if none comes and they are never asked
   * @param source what holds later, asked every few seconds
   * @param log hears of trouble, a sentence at a time
   * @throws IOException if a port cannot be had, with a sentence that says which
   */
  public static AdmissionServer start(
      ServerSettings settings,
      ServerCertificate certificate,
      Judging judging,
      @Nullable LandscapeRules rules,
      BasisSource source,
      Consumer<String> log)
      throws IOException {
    CurrentReviewer reviewer = new CurrentReviewer(judging, rules);
    AdmissionServer server =
        new AdmissionServer(settings, certificate, reviewer, Clock.systemUTC(), log);
    server.begin(
        reviewer, new FollowedBasis(source, reviewer, judging, server.registry, server.clock, log));
    return server;
  }

  static AdmissionServer start(
      ServerSettings settings,
      ServerCertificate certificate,
      Reviewer reviewer,
      Clock clock,
      Consumer<String> log)
      throws IOException {
    AdmissionServer server = new AdmissionServer(settings, certificate, reviewer, clock, log);
    server.begin();
    return server;
  }

  private void begin() {
    reviews.start();
    every(CERTIFICATE_EVERY, this::lookAtCertificate);
  }

  private void begin(CurrentReviewer reviewer, FollowedBasis basis) {
    current = reviewer;
    followed = basis;
    warm = false;
    begin();
    timer.execute(basis::look);
    timer.execute(
        () -> {
          WarmUp.of(certificate, reviewer, judges);
          warm = true;
        });
    every(BASIS_EVERY, basis::look);
  }

  private void every(Duration time, Runnable work) {
    long millis = time.toMillis();
    Future<?> unused = timer.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
  }

  private void lookAtCertificate() {
    try {
      if (certificate.reload()) {
        log.accept("The certificate was read anew; it holds until " + certificate.expiry() + ".");
      }
    } catch (IOException e) {
      log.accept(e.getMessage() + " The certificate of before stays.");
    } catch (RuntimeException e) {
      log.accept("The certificate cannot be looked at (" + e.getClass().getName() + ").");
    }
    if (isExpired()) {
      log.accept("The certificate has expired at " + certificate.expiry() + ".");
    }
  }

  private double expiry() {
    Instant expiry = certificate.expiry();
    return expiry.equals(Instant.MAX) ? Double.POSITIVE_INFINITY : (double) expiry.getEpochSecond();
  }

  private boolean isExpired() {
    return !clock.instant().isBefore(certificate.expiry());
  }

  /** Why nobody should ask this server; null if it answers. */
  private @Nullable String trouble() {
    if (stopping) {
      return "headgate is stopping.";
    }
    if (isExpired()) {
      return "The certificate has expired at " + certificate.expiry() + ".";
    }
    FollowedBasis basis = followed;
    if (basis != null && !basis.isRead()) {
      return "The landscape is not read yet.";
    }
    return warm ? null : "headgate is warming up.";
  }

  /** The port of reviews. */
  public int port() {
    return reviews.getAddress().getPort();
  }

  /** The port of health, readiness and metrics. */
  public int metricsPort() {
    return status.port();
  }

  /**
   * Stops: readiness fails at once, reviews that have come in are answered as long as there is
   * grace, and no thread is left.
   */
  @Override
  public void close() {
    stopping = true;
    timer.shutdownNow();
    long end = System.nanoTime() + settings.grace().toNanos();
    try {
      while (metrics.inFlight() > 0 && System.nanoTime() < end) {
        Thread.sleep(20);
      }
      reviews.stop(0);
      status.close();
      CurrentReviewer reviewer = current;
      if (reviewer != null) {
        reviewer.close();
      }
      for (ThreadPoolExecutor pool : new ThreadPoolExecutor[] {judges, readers}) {
        pool.shutdownNow();
      }
      for (ExecutorService pool : new ExecutorService[] {judges, readers, timer}) {
        if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
          log.accept("A review did not end in time; it is left alone.");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException e) {
      log.accept("The server did not stop as it should.");
    }
  }
}
