package io.headgate.delivery.admission;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.headgate.delivery.http.Http;
import io.headgate.delivery.tls.ServerCertificate;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends reviews of objects that nobody has, over TLS, before anybody asks: a JVM that has just
 * started takes a hundred times as long for one, and its compilers take the processors from those
 * that follow. They go to a server of their own beside the real one, so that nothing of them is
 * counted. It ends when the compilers have little left to do.
 */
final class WarmUp {

  /** Before that the compilers may be quiet because they have seen nothing yet. */
  private static final int REVIEWS = 2000;

  private static final long LOOK_MILLIS = 500;

  /** Compilers that work for less of the time than that are quiet. */
  private static final double QUIET = 0.2;

  /** So that the compilers have a processor while it goes on. */
  private static final long PAUSE_MILLIS = 2;

  /** As many among all others: each looks at a whole landscape. */
  private static final int TRIED = 20;

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final int CLIENTS = 2;

  /** So that shaking hands gets quick too. */
  private static final int REVIEWS_PER_CONNECTION = 25;

  private static final int PATIENCE_MILLIS = 10_000;

  private static final String OBJECT =
      "{\"apiVersion\":\"kafka.strimzi.io/v1\",\"kind\":\"%K\",\"metadata\":{\"name\":\"warm-up\","
          + "\"namespace\":\"n\",\"labels\":{\"strimzi.io/cluster\":\"c\"}},\"spec\":%S}";

  private static final List<String> KINDS = List.of("KafkaTopic", "KafkaUser", "KafkaConnector");

  private static final List<String> SPECS =
      List.of(
          "{\"partitions\":%N,\"replicas\":1,\"config\":{\"cleanup.policy\":\"compact\","
              + "\"retention.ms\":\"1\"}}",
          "{\"authentication\":{\"type\":\"tls\"},\"authorization\":{\"type\":\"simple\",\"acls\":"
              + "[{\"resource\":{\"type\":\"topic\",\"name\":\"*\",\"patternType\":\"literal\"},"
              + "\"operations\":[\"Read\",\"Write\"]}]},\"quotas\":{\"producerByteRate\":%N}}",
          "{\"class\":\"org.apache.kafka.connect.file.FileStreamSinkConnector\",\"tasksMax\":%N,"
              + "\"config\":{\"topics\":\"warm-up\",\"file\":\"f\"}}");

  private WarmUp() {}

  /**
   * Does it, for some seconds; ends early when the thread is interrupted.
   *
   * @param judges where the real server judges
   */
  static void of(ServerCertificate certificate, CurrentReviewer reviewer, ExecutorService judges) {
    Thread among = new Thread(() -> reviewer.tryOut(tried()), "headgate-warm-up-landscape");
    among.start();
    ThreadPoolExecutor threads = Http.pool("headgate-warm-up", 2 * CLIENTS, Integer.MAX_VALUE);
    HttpsServer server = null;
    List<Thread> clients = new ArrayList<>();
    try {
      server = Http.secure(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
      server.setExecutor(threads);
      ReviewMetrics uncounted = new ReviewMetrics(new PrometheusRegistry());
      server.createContext(
          "/", new ReviewHandler(reviewer::alone, judges, LONGEST, uncounted, line -> {}));
      server.start();
      InetSocketAddress address = server.getAddress();
      AtomicInteger sent = new AtomicInteger();
      for (int i = 0; i < CLIENTS; i++) {
        int first = i;
        Thread client =
            new Thread(
                () -> send(certificate, address, first, sent), "headgate-warm-up-client-" + i);
        clients.add(client);
        client.start();
      }
      awaitQuiet(sent);
      clients.add(among);
      clients.forEach(Thread::interrupt);
      for (Thread client : clients) {
        client.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      // The first review will meet it again, and tell.
    } finally {
      clients.forEach(Thread::interrupt);
      among.interrupt();
      if (server != null) {
        server.stop(0);
      }
      threads.shutdownNow();
    }
  }

  private static void awaitQuiet(AtomicInteger sent) throws InterruptedException {
    CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
    boolean tells = compilers != null && compilers.isCompilationTimeMonitoringSupported();
    long end = System.nanoTime() + LONGEST.toNanos();
    long before = tells ? compilers.getTotalCompilationTime() : 0;
    int quiet = 0;
    while (quiet < 2 && System.nanoTime() < end) {
      Thread.sleep(LOOK_MILLIS);
      long now = tells ? compilers.getTotalCompilationTime() : 0;
      boolean isQuiet = now - before < QUIET * LOOK_MILLIS && sent.get() >= REVIEWS;
      quiet = isQuiet ? quiet + 1 : 0;
      before = now;
    }
  }

  private static void send(
      ServerCertificate certificate, InetSocketAddress address, int first, AtomicInteger sent) {
    try {
      int next = first;
      while (true) {
        // One that remembers no session, so that the whole handshake is done each time.
        SSLSocketFactory sockets = certificate.clientContext().getSocketFactory();
        try (Socket socket = sockets.createSocket(address.getAddress(), address.getPort())) {
          socket.setTcpNoDelay(true);
          socket.setSoTimeout(PATIENCE_MILLIS);
          OutputStream out = socket.getOutputStream();
          InputStream in = socket.getInputStream();
          for (int i = 0; i < REVIEWS_PER_CONNECTION; i++, next += CLIENTS) {
            out.write(request(next));
            out.flush();
            skipAnswer(in);
            sent.incrementAndGet();
            Thread.sleep(PAUSE_MILLIS);
          }
        }
      }
    } catch (IOException e) {
      // The first review will meet it again, and tell.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<AdmissionReview> tried() {
    List<AdmissionReview> reviews = new ArrayList<>();
    for (int i = 0; i < TRIED; i++) {
      String object = object(KINDS.get(i % 2), SPECS.get(i % 2), i + 2);
      reviews.add(new AdmissionReview("warm-up", "CREATE", "", "", "", "", true, object, null));
    }
    return reviews;
  }

  private static byte[] request(int number) {
    int of = number % KINDS.size();
    String kind = KINDS.get(of);
    String object = object(kind, SPECS.get(of), number + 2);
    String body =
        "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":"
            + "\"warm-up\",\"kind\":{\"kind\":\""
            + kind
            + "\"},\"operation\":\"UPDATE\",\"name\":\"warm-up\",\"object\":"
            + object
            + ",\"oldObject\":"
            + object(kind, SPECS.get(of), number + 1)
            + "}}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head = "POST /validate HTTP/1.1\r\nHost: localhost\r\nContent-Length: ";
    byte[] start = (head + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(start, start.length + bytes.length);
    System.arraycopy(bytes, 0, all, start.length, bytes.length);
    return all;
  }

  private static String object(String kind, String spec, int number) {
    return OBJECT.replace("%K", kind).replace("%S", spec.replace("%N", Integer.toString(number)));
  }

  /** Reads to the end of an answer, which says how long it is. */
  private static void skipAnswer(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = in.read();
      if (read < 0) {
        throw new IOException("There is no answer.");
      }
      head.append((char) read);
    }
    String lower = head.toString().toLowerCase(Locale.ROOT);
    int at = lower.indexOf("content-length:");
    String length = lower.substring(at + 15, lower.indexOf('\r', at)).trim();
    in.skipNBytes(Integer.parseInt(length));
  }
}
