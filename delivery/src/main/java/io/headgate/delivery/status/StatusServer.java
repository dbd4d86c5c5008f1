package io.headgate.delivery.status;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.headgate.delivery.http.Http;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /healthz}, {@code /readyz} and {@code /metrics} in plain HTTP, so it belongs on a
 * port that only probes and Prometheus reach.
 */
public final class StatusServer implements AutoCloseable {

  private static final int THREADS = 2;

  private static final int WAITING = 64;

  private final Supplier<@Nullable String> trouble;
  private final PrometheusRegistry registry;
  private final ExpositionFormats formats = ExpositionFormats.init();
  private final HttpServer server;
  private final ThreadPoolExecutor threads;

  private StatusServer(
      InetSocketAddress address, Supplier<@Nullable String> trouble, PrometheusRegistry registry)
      throws IOException {
    this.trouble = trouble;
    this.registry = registry;
    this.server = Http.plain(address);
    this.threads = Http.pool("headgate-status", THREADS, WAITING);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  /**
   * Starts one. It is healthy as long as it answers.
   *
   * @param address where; port 0 for any that is free
   * @param trouble asked by each {@code /readyz}: why the work is not done now, as a sentence
   *     without secrets, or null where it is; for several threads
   * @param registry what {@code /metrics} tells, in the format that the client asks for
   * @throws IOException if the port cannot be had, with a sentence that says which and why
   */
  public static StatusServer start(
      InetSocketAddress address, Supplier<@Nullable String> trouble, PrometheusRegistry registry)
      throws IOException {
    StatusServer server = new StatusServer(address, trouble, registry);
    server.server.start();
    return server;
  }

  private void handle(HttpExchange exchange) {
    try {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        Http.answer(exchange, 405, Http.TEXT, "This is only read.\n");
        return;
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/healthz" -> Http.answer(exchange, 200, Http.TEXT, "ok\n");
        case "/readyz" -> ready(exchange);
        case "/metrics" -> metrics(exchange);
        default ->
            Http.answer(exchange, 404, Http.TEXT, "There are /healthz, /readyz and /metrics.\n");
      }
    } catch (IOException | RuntimeException e) {
      // A message may hold anything; its type does not.
      String said = "The status cannot be told (" + e.getClass().getName() + ").\n";
      Http.answer(exchange, 500, Http.TEXT, said);
    }
  }

  private void ready(HttpExchange exchange) {
    String why = trouble.get();
    Http.answer(exchange, why == null ? 200 : 503, Http.TEXT, (why == null ? "ok" : why) + "\n");
  }

  private void metrics(HttpExchange exchange) throws IOException {
    ExpositionFormatWriter writer =
        formats.findWriter(exchange.getRequestHeaders().getFirst("Accept"));
    ByteArrayOutputStream text = new ByteArrayOutputStream(4096);
    writer.write(text, registry.scrape());
    Http.answer(exchange, 200, writer.getContentType(), text.toByteArray());
  }

  /** The port that it has got. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Stops at once: what is being answered is cut off, and no thread is left. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
