package io.headgate.delivery.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.delivery.tls.ServerCertificate;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.policy.Policy;
import io.headgate.rules.BuiltinRules;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server where clients, certificates and reviews are not as they should be. */
class HardReviewsTest {

  private static final String TOPIC = Reviews.topic("orders", 3, "");

  private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
  private final List<AdmissionServer> servers = new ArrayList<>();
  private TestTls tls;

  @BeforeEach
  void issue(@TempDir Path directory) throws Exception {
    tls = new TestTls(directory);
    tls.issue("one", "EC", "-1d", 5);
  }

  @AfterEach
  void stop() {
    servers.forEach(AdmissionServer::close);
  }

  private AdmissionServer start(Reviewer reviewer, Duration time, int queue, Clock clock)
      throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    AdmissionServer server =
        AdmissionServer.start(
            new ServerSettings(any, any, 2, queue, time, Duration.ofSeconds(10)),
            ServerCertificate.read(tls.certificate(), tls.key()),
            reviewer,
            clock,
            log::add);
    servers.add(server);
    return server;
  }

  private AdmissionServer start() throws IOException {
    Judging judging =
        new Judging(new Catalog(List.of(new BuiltinRules())), Policy.NONE, "", null, false);
    return start(new ObjectReviewer(judging), Duration.ofSeconds(8), 2000, Clock.systemUTC());
  }

  private HttpClient client() throws Exception {
    return HttpClient.newBuilder().sslContext(tls.client()).build();
  }

  private static HttpRequest request(AdmissionServer server, String body, String timeout) {
    URI uri = URI.create("https://localhost:" + server.port() + "/validate?timeout=" + timeout);
    return HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body)).build();
  }

  private HttpResponse<String> send(AdmissionServer server, String body) throws Exception {
    return client().send(request(server, body, "10s"), BodyHandlers.ofString());
  }

  private static HttpResponse<String> plain(AdmissionServer server, String path) throws Exception {
    URI uri = URI.create("http://localhost:" + server.metricsPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  @Test
  void refusesWhatIsNoReview() throws Exception {
    AdmissionServer server = start();
    String review = Reviews.create(TOPIC);
    assertRefused(server, "", "The review is not JSON: it ends in the middle.");
    assertRefused(server, "hello", "The review is not JSON, at character 1.");
    assertRefused(server, review.substring(0, 500), "it ends in the middle.");
    assertRefused(server, review + "x", "The review is not JSON, at character");
    assertRefused(server, "{\"a\":".repeat(2000), "nested deeper than 512 levels.");
    assertRefused(
        server, review.replace("admission.k8s.io/v1", "admission.k8s.io/v1beta1"), "v1 alone");
    assertRefused(server, review.replace("\"uid\":\"705", "\"uidd\":\"705"), "no uid");
    assertRefused(server, "{\"kind\":\"Pod\"}", "no AdmissionReview.");
    assertRefused(
        server,
        "{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\"}",
        "The AdmissionReview has no request.");
    assertThat(plain(server, "/metrics").body())
        .contains("headgate_reviews_total{outcome=\"bad_request\"} 9");
  }

  private void assertRefused(AdmissionServer server, String body, String because) throws Exception {
    HttpResponse<String> response = send(server, body);
    assertThat(response.body()).contains(because);
    assertThat(response.statusCode()).isEqualTo(400);
  }

  @Test
  void takesThreeMebibytesAndNoMore() throws Exception {
    AdmissionServer server = start();
    String annotation = ",\"status\":{\"observed\":\"" + "x".repeat(3 * 1024 * 1024 - 2000) + "\"}";
    assertThat(send(server, Reviews.create(Reviews.topic("orders", 3, annotation))).statusCode())
        .isEqualTo(200);
    HttpResponse<String> response = send(server, "x".repeat(3 * 1024 * 1024 + 1));
    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void cutsOffAClientThatIsSlow() throws Exception {
    AdmissionServer server = start();
    try (SSLSocket socket =
        (SSLSocket) tls.client().getSocketFactory().createSocket("localhost", server.port())) {
      socket.setSoTimeout(30_000);
      socket
          .getOutputStream()
          .write(
              "POST /validate HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(end(socket)).isBetween(8_000L, 20_000L);
    }
    assertThat(send(server, Reviews.create(TOPIC)).statusCode()).isEqualTo(200);
  }

  @Test
  void cutsOffAClientThatNeverShakesHands() throws Exception {
    AdmissionServer server = start();
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(22);
      assertThat(end(socket)).isBetween(8_000L, 20_000L);
    }
  }

  /** How long it takes, in milliseconds, until the other side is gone. */
  private static long end(Socket socket) {
    long start = System.nanoTime();
    try (InputStream in = socket.getInputStream()) {
      in.readAllBytes();
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("It is still there.", e);
    } catch (IOException e) {
      // Cut off is cut off.
    }
    return (System.nanoTime() - start) / 1_000_000;
  }

  @Test
  void answersAThousandAtOnce() throws Exception {
    AdmissionServer server = start();
    HttpClient client = client();
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      String body = Reviews.create(Reviews.topic("orders-" + i, i % 2 == 0 ? 3 : 1, ""));
      all.add(client.sendAsync(request(server, body, "30s"), BodyHandlers.ofString()));
    }
    for (int i = 0; i < 1000; i++) {
      HttpResponse<String> response = all.get(i).get(60, TimeUnit.SECONDS);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).contains("\"allowed\":" + (i % 2 == 0));
    }
  }

  @Test
  void turnsAwayWhatItCannotHold() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    AdmissionServer server = start(held(go), Duration.ofSeconds(8), 1, Clock.systemUTC());
    HttpClient client = client();
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(
          client.sendAsync(request(server, Reviews.create(TOPIC), "10s"), BodyHandlers.ofString()));
    }
    CompletableFuture.anyOf(all.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
    Thread.sleep(500);
    go.countDown();
    int served = 0;
    for (CompletableFuture<HttpResponse<String>> one : all) {
      int status = one.get(10, TimeUnit.SECONDS).statusCode();
      assertThat(status).isIn(200, 503);
      served += status == 200 ? 1 : 0;
    }
    assertThat(served).isEqualTo(3);
  }

  private static Reviewer held(CountDownLatch go) {
    return review -> {
      try {
        go.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Answer.ALLOWED;
    };
  }

  @Test
  void hasATimeLimitBelowThatOfWhoAsks() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    AdmissionServer server = start(held(go), Duration.ofSeconds(8), 9, Clock.systemUTC());
    long start = System.nanoTime();
    HttpResponse<String> response =
        client().send(request(server, Reviews.create(TOPIC), "2s"), BodyHandlers.ofString());
    go.countDown();
    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(log).containsExactly("There was no time to judge KafkaTopic kafka/orders.");
  }

  @Test
  void aRuleThatBreaksIsNoVerdict() throws Exception {
    AdmissionServer server =
        start(
            review -> {
              throw new NoVerdict("The rule acme-x broke; there is no verdict.");
            },
            Duration.ofSeconds(8),
            9,
            Clock.systemUTC());
    HttpResponse<String> response = send(server, Reviews.create(TOPIC));
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEqualTo("The rule acme-x broke; there is no verdict.\n");
  }

  @Test
  void readsTheCertificateAnewWithoutLettingGoOfAnybody() throws Exception {
    ServerCertificate certificate = ServerCertificate.read(tls.certificate(), tls.key());
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    AdmissionServer server =
        AdmissionServer.start(
            ServerSettings.on(any, any),
            certificate,
            review -> Answer.ALLOWED,
            Clock.systemUTC(),
            log::add);
    servers.add(server);
    HttpClient early = client();
    HttpRequest request = request(server, Reviews.create(TOPIC), "10s");
    assertThat(subject(early.send(request, BodyHandlers.ofString()))).isEqualTo("CN=one");
    assertThat(certificate.reload()).isFalse();
    tls.issue("two", "RSA", "-1d", 5);
    assertThat(certificate.reload()).isTrue();
    assertThat(subject(early.send(request, BodyHandlers.ofString()))).isEqualTo("CN=one");
    assertThat(subject(client().send(request, BodyHandlers.ofString()))).isEqualTo("CN=two");
    String half = Files.readString(tls.certificate()).substring(0, 300);
    Files.writeString(tls.certificate(), half);
    org.assertj.core.api.Assertions.assertThatThrownBy(certificate::reload)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("tls.crt' cannot be used.");
    assertThat(subject(client().send(request, BodyHandlers.ofString()))).isEqualTo("CN=two");
  }

  private static String subject(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).isEqualTo(200);
    return ((X509Certificate) response.sslSession().orElseThrow().getPeerCertificates()[0])
        .getSubjectX500Principal()
        .getName();
  }

  @Test
  void isNotReadyWithACertificateThatHasExpired() throws Exception {
    AdmissionServer ready = start();
    assertThat(plain(ready, "/readyz").statusCode()).isEqualTo(200);
    Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(30)), ZoneOffset.UTC);
    AdmissionServer server = start(review -> Answer.ALLOWED, Duration.ofSeconds(8), 9, later);
    HttpResponse<String> response = plain(server, "/readyz");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).startsWith("The certificate has expired at ");
    assertThat(plain(server, "/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void answersWhatHasComeInBeforeItStopsAndLeavesNoThread() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    AdmissionServer server = start(held(go), Duration.ofSeconds(8), 9, Clock.systemUTC());
    CompletableFuture<HttpResponse<String>> open =
        client().sendAsync(request(server, Reviews.create(TOPIC), "10s"), BodyHandlers.ofString());
    for (int i = 0; i < 100 && !plain(server, "/metrics").body().contains("in_flight 1"); i++) {
      Thread.sleep(20);
    }
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
    Thread.sleep(200);
    HttpResponse<String> ready = plain(server, "/readyz");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(stopped).isNotDone();
    go.countDown();
    assertThat(open.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    stopped.get(10, TimeUnit.SECONDS);
    Thread.sleep(200);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("headgate-") || name.startsWith("HTTP-Dispatcher"));
  }
}
