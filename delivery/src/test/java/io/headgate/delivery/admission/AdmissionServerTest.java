package io.headgate.delivery.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.delivery.tls.ServerCertificate;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.policy.Policy;
import io.headgate.rules.BuiltinRules;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The server as Kubernetes sees it: over TLS, with an authority that it was given. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdmissionServerTest {

  private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
  private AdmissionServer server;
  private HttpClient client;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    TestTls tls = new TestTls(directory);
    tls.issue("server", "RSA", "-1d", 5);
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server =
        AdmissionServer.start(
            ServerSettings.on(any, any),
            ServerCertificate.read(tls.certificate(), tls.key()),
            new Judging(new Catalog(List.of(new BuiltinRules())), Policy.NONE, "", null, false),
            null,
            () -> null,
            log::add);
    client = HttpClient.newBuilder().sslContext(tls.client()).build();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(String body) throws Exception {
    URI uri = URI.create("https://localhost:" + server.port() + "/validate?timeout=10s");
    return client.send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private String answer(String body) throws Exception {
    HttpResponse<String> response = send(body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.body()).contains("\"uid\":\"705ab4f5-6393-11e8-b7cc-42010a800002\"");
    return response.body();
  }

  @Test
  void deniesATopicByARuleAboutOneObject() throws Exception {
    assertThat(answer(Reviews.create(Reviews.topic("orders", 1, ""))))
        .contains(
            "\"allowed\":false",
            "Topic 'orders' has replication factor 1, below 3.",
            "[topic-under-replicated]");
  }

  @Test
  void allowsATopicThatIsRight() throws Exception {
    assertThat(answer(Reviews.create(Reviews.topic("orders", 3, "")))).contains("\"allowed\":true");
    assertThat(log).isEmpty();
  }

  @Test
  void warmsUpBeforeItIsReadyAndCountsNothingOfThat() throws Exception {
    HttpClient plain = HttpClient.newHttpClient();
    String base = "http://localhost:" + server.metricsPort();
    HttpRequest ready = HttpRequest.newBuilder(URI.create(base + "/readyz")).build();
    HttpResponse<String> response = plain.send(ready, BodyHandlers.ofString());
    for (int i = 0; i < 600 && response.statusCode() != 200; i++) {
      assertThat(response.body()).isEqualTo("headgate is warming up.\n");
      Thread.sleep(100);
      response = plain.send(ready, BodyHandlers.ofString());
    }
    assertThat(response.statusCode()).isEqualTo(200);
    HttpRequest metrics = HttpRequest.newBuilder(URI.create(base + "/metrics")).build();
    assertThat(plain.send(metrics, BodyHandlers.ofString()).body().lines())
        .filteredOn(line -> line.startsWith("headgate_review_seconds_count"))
        .allMatch(line -> Double.parseDouble(line.substring(line.indexOf(' '))) < 10);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("headgate-warm-up"));
  }
}
