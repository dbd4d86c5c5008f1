package io.headgate.delivery.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's HTTP server as headgate uses it. */
public final class Http {

  /** The type of what people read. */
  public static final String TEXT = "text/plain; charset=utf-8";

  /** A client that has not sent its request by then is cut off, in seconds. */
  private static final int REQUEST_SECONDS = 10;

  private static final int RESPONSE_SECONDS = 10;

  private static final int BACKLOG = 1024;

  private Http() {}

  /**
   * A server in plain HTTP.
   *
   * @param address where; port 0 for any that is free
   * @throws IOException if the port cannot be had, with a sentence that says which
   */
  public static HttpServer plain(InetSocketAddress address) throws IOException {
    limits();
    return bound(HttpServer.create(), address);
  }

  /**
   * A server that has to be given its certificate before it is started.
   *
   * @param address where; port 0 for any that is free
   * @throws IOException if the port cannot be had, with a sentence that says which
   */
  public static HttpsServer secure(InetSocketAddress address) throws IOException {
    limits();
    return bound(HttpsServer.create(), address);
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
      server.bind(address, BACKLOG);
      return server;
    } catch (IOException e) {
      String wayOut =
          e instanceof BindException && address.getPort() != 0
              ? ". Give another one, or stop what listens there."
              : ".";
      throw new IOException(
          "The port "
              + address.getPort()
              + " of "
              + address.getHostString()
              + " cannot be had: "
              + e.getMessage()
              + wayOut,
          e);
    }
  }

  /**
   * Threads for a server; idle ones end.
   *
   * @param name what they are called, followed by a number
   * @param queue how much waits for them before more is refused; {@link Integer#MAX_VALUE} for all
   */
  public static ThreadPoolExecutor pool(String name, int threads, int queue) {
    AtomicInteger count = new AtomicInteger();
    ThreadFactory named = work -> new Thread(work, name + "-" + count.incrementAndGet());
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            queue == Integer.MAX_VALUE
                ? new LinkedBlockingQueue<>()
                : new ArrayBlockingQueue<>(queue),
            named);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Answers, and is done with the exchange; who has gone away hears nothing. */
  public static void answer(HttpExchange exchange, int status, String type, String text) {
    answer(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers, and is done with the exchange; who has gone away hears nothing. */
  public static void answer(HttpExchange exchange, int status, String type, byte[] body) {
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean bare = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    try (exchange) {
      exchange.sendResponseHeaders(status, bare ? -1 : body.length);
      if (!bare) {
        exchange.getResponseBody().write(body);
      }
    } catch (IOException e) {
      // Nobody is left to be told.
    }
  }
}
