package io.headgate.delivery.admission;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.headgate.delivery.tls.ServerCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A validating admission webhook: reviews over TLS at {@code /validate}, and in plain HTTP on
 * another port {@code /healthz}, {@code /readyz} and {@code /metrics}.
 */
public final class AdmissionServer implements AutoCloseable {

  /** How many connections are read at once; judging has fewer threads of its own. */
  private static final int READERS = 128;

  /** A client that has not sent its request by then is cut off, in seconds. */
  private static final int REQUEST_SECONDS = 10;

  private static final int RESPONSE_SECONDS = 10;

  private static final String TEXT = "text/plain; charset=utf-8";

  private static final Duration LANDSCAPE_EVERY = Duration.ofSeconds(5);

  private static final Duration CERTIFICATE_EVERY = Duration.ofSeconds(10);

  private final ServerSettings settings;
  private final ServerCertificate certificate;
  private final Clock clock;
  private final Consumer<String> log;
  private final Metrics metrics = new Metrics();
  private final HttpsServer reviews;
  private final HttpServer plain;
  private final ThreadPoolExecutor readers;
  private final ThreadPoolExecutor judges;
  private final ThreadPoolExecutor probes;
  private final ScheduledExecutorService timer;
  private volatile @Nullable FollowedLandscape landscapes;
  private volatile boolean stopping;

  private AdmissionServer(
      ServerSettings settings,
      ServerCertificate certificate,
      Reviewer reviewer,
      Clock clock,
      Consumer<String> log)
      throws IOException {
    limits();
    this.settings = settings;
    this.certificate = certificate;
    this.clock = clock;
    this.log = log;
    this.reviews = bound(HttpsServer.create(), settings.address());
    try {
      this.plain = bound(HttpServer.create(), settings.metrics());
    } catch (IOException e) {
      reviews.stop(0);
      throw e;
    }
    this.readers = pool("headgate-reader", READERS, Integer.MAX_VALUE);
    this.judges = pool("headgate-judge", settings.judges(), settings.queue());
    this.probes = pool("headgate-probe", 2, Integer.MAX_VALUE);
    this.timer = Executors.newSingleThreadScheduledExecutor(named("headgate-timer"));
    reviews.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    reviews.setExecutor(readers);
    reviews.createContext("/", new ReviewHandler(reviewer, judges, settings.time(), metrics, log));
    plain.setExecutor(probes);
    plain.createContext("/healthz", exchange -> Bodies.answer(exchange, 200, TEXT, "ok\n"));
    plain.createContext(
        "/readyz",
        exchange -> {
          String trouble = trouble();
          String said = trouble == null ? "ok" : trouble;
          Bodies.answer(exchange, trouble == null ? 200 : 503, TEXT, said + "\n");
        });
    plain.createContext(
        "/metrics",
        exchange -> Bodies.answer(exchange, 200, TEXT + "; version=0.0.4", metrics.text(gauges())));
  }

  /**
   * Starts one.
   *
   * @param log hears of trouble, a sentence at a time
   * @throws IOException if a port cannot be had, with a sentence that says which
   */
  public static AdmissionServer start(
      ServerSettings settings, ServerCertificate certificate, Judging judging, Consumer<String> log)
      throws IOException {
    ObjectReviewer reviewer = new ObjectReviewer(judging);
    WarmUp.of(reviewer);
    return start(settings, certificate, reviewer, Clock.systemUTC(), log);
  }

  /**
   * Starts one that also judges objects against a landscape. It is not ready before it has read
   * that once; what cannot be read later changes nothing.
   *
   * @param source reads the landscape, where it has changed
   * @throws IOException if a port cannot be had, with a sentence that says which
   */
  public static AdmissionServer start(
      ServerSettings settings,
      ServerCertificate certificate,
      Judging judging,
      LandscapeRules rules,
      LandscapeSource source,
      Consumer<String> log)
      throws IOException {
    WarmUp.of(new ObjectReviewer(judging));
    LandscapeReviewer reviewer = new LandscapeReviewer(judging, rules);
    AdmissionServer server = start(settings, certificate, reviewer, Clock.systemUTC(), log);
    server.follow(source, reviewer);
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
    server.reviews.start();
    server.plain.start();
    long every = CERTIFICATE_EVERY.toMillis();
    Future<?> unused =
        server.timer.scheduleWithFixedDelay(
            server::lookAtCertificate, every, every, TimeUnit.MILLISECONDS);
    return server;
  }

  /**
   * The JDK's server has no limits unless it is told so, and it asks when its classes are loaded.
   * It would also wait for more to send where there is no more.
   */
  private static void limits() {
    limit("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
    limit("sun.net.httpserver.maxRspTime", RESPONSE_SECONDS);
    limit("sun.net.httpserver.maxReqHeaders", 100);
    limit("jdk.httpserver.maxConnections", 4096);
    // A client that keeps a connection is to be the one that ends it: a review sent into one that
    // the server closes is lost. The API server lets go after 90 seconds.
    limit("sun.net.httpserver.maxIdleConnections", 2048);
    limit("sun.net.httpserver.idleInterval", 300);
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private static void limit(String name, int value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, Integer.toString(value));
    }
  }

  private static <S extends HttpServer> S bound(S server, InetSocketAddress address)
      throws IOException {
    try {
      server.bind(address, 1024);
      return server;
    } catch (IOException e) {
      throw new IOException(
          "The port "
              + address.getPort()
              + " of "
              + address.getHostString()
              + " cannot be had: "
              + e.getMessage()
              + ".");
    }
  }

  private static ThreadPoolExecutor pool(String name, int threads, int queue) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            queue == Integer.MAX_VALUE
                ? new LinkedBlockingQueue<>()
                : new ArrayBlockingQueue<>(queue),
            named(name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> new Thread(work, name + "-" + count.incrementAndGet());
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

  private void follow(LandscapeSource source, LandscapeReviewer reviewer) {
    landscapes = new FollowedLandscape(source, reviewer, log);
    long every = LANDSCAPE_EVERY.toMillis();
    Future<?> unused =
        timer.scheduleWithFixedDelay(landscapes::look, 0, every, TimeUnit.MILLISECONDS);
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
    FollowedLandscape followed = landscapes;
    return followed == null || followed.isRead() ? null : "The landscape is not read yet.";
  }

  private Map<String, Metrics.Gauge> gauges() {
    Map<String, Metrics.Gauge> gauges = new LinkedHashMap<>();
    gauges.put(
        "headgate_certificate_expiry_seconds",
        new Metrics.Gauge(
            "When the certificate expires, in seconds since 1970.",
            certificate.expiry().equals(Instant.MAX) ? 0 : certificate.expiry().getEpochSecond()));
    FollowedLandscape followed = landscapes;
    if (followed != null) {
      followed.gauges(gauges, clock.instant());
    }
    return gauges;
  }

  /** The port of reviews. */
  public int port() {
    return reviews.getAddress().getPort();
  }

  /** The port of health, readiness and metrics. */
  public int metricsPort() {
    return plain.getAddress().getPort();
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
      plain.stop(0);
      FollowedLandscape followed = landscapes;
      if (followed != null) {
        followed.close();
      }
      for (ThreadPoolExecutor pool : new ThreadPoolExecutor[] {judges, readers, probes}) {
        pool.shutdownNow();
      }
      for (ThreadPoolExecutor pool : new ThreadPoolExecutor[] {judges, readers, probes}) {
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
