package io.headgate.testcluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that gives recorded answers, or misbehaves as told. */
public final class TestServer implements AutoCloseable {

  /**
   * An answer.
   *
   * @param status 0 for never
   */
  public record Answer(int status, String type, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** Starts one on a free port of the loopback address. */
  public TestServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Gives an answer to a path with its query, as it is on the wire. */
  public TestServer answer(String path, int status, String body) {
    answers.put(path, new Answer(status, "application/json", body));
    return this;
  }

  /** Gives an answer that is no JSON. */
  public TestServer answer(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    Answer answer =
        answers.getOrDefault(
            exchange.getRequestURI().toString(),
            new Answer(404, "application/json", "{\"error_code\":40401}"));
    if (answer.status() == 0) {
      // Until the client goes away or the server is closed.
      return;
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Where it is. */
  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What it was asked, such as {@code GET /subjects}. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
