package io.headgate.delivery.admission;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A client that sends reviews at a steady rate and tells how long the answers took, from when each
 * was due. To be run by hand: see docs/operator.md.
 */
final class ReviewLoad {

  /** So that a client that falls behind does not shake hands anew for each review. */
  private static final int AT_ONCE = 64;

  private static final char[] PASSWORD = "changeit".toCharArray();

  private ReviewLoad() {}

  /**
   * Arguments: port, a store of keys with the authority as {@code ca} and a certificate for
   * localhost as {@code tls}, reviews a second, seconds.
   */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    int rate = Integer.parseInt(args[2]);
    int seconds = Integer.parseInt(args[3]);
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(trusting(Path.of(args[1])))
            .build();
    URI uri = URI.create("https://localhost:" + port + "/validate?timeout=10s");
    warm(client, Path.of(args[1]), rate);
    System.out.println("at first: " + run(client, uri, rate, Math.min(5, seconds)));
    System.out.println("then:     " + run(client, uri, rate, Math.min(10, seconds)));
    System.out.println("measured: " + run(client, uri, rate, seconds));
  }

  /** A client that has just started is slow itself: it practises with a server of its own. */
  private static void warm(HttpClient client, Path store, int rate) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(keys(store), PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
          }
        });
    server.start();
    URI uri = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
    String unused = run(client, uri, rate, 10);
    server.stop(0);
    threads.shutdownNow();
  }

  private static KeyStore keys(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static String run(HttpClient client, URI uri, int rate, int seconds) throws Exception {
    int count = rate * seconds;
    BlockingQueue<Long> micros = new ArrayBlockingQueue<>(count);
    AtomicInteger errors = new AtomicInteger();
    AtomicInteger denied = new AtomicInteger();
    Semaphore open = new Semaphore(AT_ONCE);
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = start + i * 1_000_000_000L / rate;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      open.acquire();
      String object = Reviews.topic("load.t" + i % 1000, i % 10 == 0 ? 1 : 3, "");
      HttpRequest request =
          HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(Reviews.create(object))).build();
      CompletableFuture<Void> unused =
          client
              .sendAsync(request, BodyHandlers.ofString())
              .handle(
                  (response, thrown) -> {
                    micros.add((System.nanoTime() - due) / 1000);
                    open.release();
                    if (thrown != null || response.statusCode() != 200) {
                      if (errors.incrementAndGet() <= 3) {
                        System.out.println(thrown == null ? response.body() : thrown);
                      }
                    } else if (response.body().contains("\"allowed\":false")) {
                      denied.incrementAndGet();
                    }
                    return null;
                  });
    }
    if (!open.tryAcquire(AT_ONCE, 30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Some reviews are never answered.");
    }
    double took = (System.nanoTime() - start) / 1e9;
    long[] sorted = micros.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "%d reviews in %.1f s, errors %d, denied %d, ms: p50 %.1f, p90 %.1f, p99 %.1f, p99.9 %.1f,"
            + " max %.1f",
        count,
        took,
        errors.get(),
        denied.get(),
        sorted[count / 2] / 1000.0,
        sorted[count * 9 / 10] / 1000.0,
        sorted[count * 99 / 100] / 1000.0,
        sorted[(int) (count * 999L / 1000)] / 1000.0,
        sorted[count - 1] / 1000.0);
  }

  private static SSLContext trusting(Path store) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", keys(store).getCertificate("ca"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
