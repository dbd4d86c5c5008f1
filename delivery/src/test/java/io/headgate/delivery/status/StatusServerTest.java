package io.headgate.delivery.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Health, readiness and metrics, as a probe and Prometheus ask for them. */
class StatusServerTest {

  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();
  private StatusServer server;

  @BeforeEach
  void start() throws IOException {
    server = StatusServer.start(ANY, trouble::get, registry);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(String method, String path, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .method(method, BodyPublishers.noBody())
            .header("Accept", accept)
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, "*/*");
  }

  @Test
  void isReadyUnlessThereIsTrouble() throws Exception {
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
    trouble.set("The landscape is not read yet.");
    HttpResponse<String> response = get("/readyz");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).isEqualTo("The landscape is not read yet.\n");
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/healthz").body()).isEqualTo("ok\n");
  }

  @Test
  void tellsMetricsInTheFormatThatIsAskedFor() throws Exception {
    Counter counter =
        Counter.builder().name("x_total").help("X.").labelNames("of").register(registry);
    counter.labelValues("a\"b").inc(3);
    HttpResponse<String> text = get("/metrics");
    assertThat(text.headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(text.body())
        .isEqualTo("# HELP x_total X.\n# TYPE x_total counter\nx_total{of=\"a\\\"b\"} 3.0\n");
    HttpResponse<String> open = send("GET", "/metrics", "application/openmetrics-text");
    assertThat(open.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/openmetrics-text");
    assertThat(open.body()).endsWith("# EOF\n");
  }

  @Test
  void answersNothingElse() throws Exception {
    assertThat(get("/metricsx").statusCode()).isEqualTo(404);
    assertThat(send("POST", "/metrics", "*/*").statusCode()).isEqualTo(405);
    HttpResponse<String> head = send("HEAD", "/healthz", "*/*");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void tellsOfWhatBreaksByItsTypeAlone() throws Exception {
    GaugeWithCallback.builder()
        .name("x")
        .callback(
            now -> {
              throw new IllegalStateException("secret");
            })
        .register(registry);
    HttpResponse<String> response = get("/metrics");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body())
        .isEqualTo("The status cannot be told (java.lang.IllegalStateException).\n");
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void saysWhichPortCannotBeHad() {
    InetSocketAddress taken =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    assertThatThrownBy(() -> StatusServer.start(taken, () -> null, registry).close())
        .isInstanceOf(IOException.class)
        .hasMessage(
            "The port "
                + server.port()
                + " of localhost cannot be had: Address already in use. Give another one, or stop"
                + " what listens there.");
  }

  @Test
  void leavesNoThread() throws Exception {
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    server.close();
    Thread.sleep(200);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("headgate-") || name.startsWith("HTTP-Dispatcher"));
  }
}
