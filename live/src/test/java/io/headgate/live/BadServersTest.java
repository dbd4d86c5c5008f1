package io.headgate.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.engine.error.UserError;
import io.headgate.testcluster.TestServer;
import io.headgate.testcluster.TlsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connect and registries that keep to no rule of HTTP, or of TLS. */
class BadServersTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  @TempDir Path directory;

  /** What one who listens does with a connection whose request has been read. */
  private interface Conversation {
    void answer(OutputStream out) throws IOException, InterruptedException;
  }

  private static String said(Conversation conversation) throws IOException, InterruptedException {
    return said("http", conversation);
  }

  private static String said(String scheme, Conversation conversation)
      throws IOException, InterruptedException {
    Thread thread;
    String message;
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      thread = new Thread(() -> talk(socket, conversation));
      thread.start();
      message = message(scheme + "://localhost:" + socket.getLocalPort());
    }
    thread.interrupt();
    thread.join(10_000);
    assertThat(thread.isAlive()).isFalse();
    return message;
  }

  private static void talk(ServerSocket server, Conversation conversation) {
    while (true) {
      try (Socket socket = server.accept()) {
        if (socket.getInputStream().read(new byte[8192]) > 0) {
          conversation.answer(socket.getOutputStream());
        }
      } catch (IOException | InterruptedException e) {
        if (server.isClosed()) {
          return;
        }
      }
    }
  }

  /** What the user is told; the address is left out. */
  private static String message(String url) {
    List<Running.Gap> gaps = new ArrayList<>();
    String[] message = new String[1];
    long began = System.nanoTime();
    assertThatThrownBy(
            () -> RegistryReader.read(Source.parse(url, "--schema-registry", null), TIMEOUT, gaps))
        .isInstanceOf(UserError.class)
        .satisfies(thrown -> message[0] = thrown.getMessage());
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    return message[0].replace("The registry at '" + url + "' ", "");
  }

  private static void head(OutputStream out, String length) throws IOException {
    out.write(
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + length + "\r\n")
            .getBytes(US_ASCII));
  }

  @Test
  void dropsWhatIsTooLarge() throws Exception {
    assertThat(
            said(
                out -> {
                  head(out, "Content-Length: 40000000\r\n");
                  byte[] some = "[\"a\",\n\n\n\n".repeat(1000).getBytes(US_ASCII);
                  for (int i = 0; i < 5000; i++) {
                    out.write(some);
                  }
                }))
        .isEqualTo(
            "answered GET /subjects with more than 32 MiB; nothing was written. Check the URL.");
  }

  @Test
  void doesNotWaitForDrops() throws Exception {
    assertThat(
            said(
                out -> {
                  head(out, "Content-Length: 1000\r\n");
                  for (int i = 0; i < 1000; i++) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(50);
                  }
                }))
        .isEqualTo("did not answer GET /subjects within 2 s; nothing was written. Check the URL.");
  }

  @Test
  void noticesThatOneHangsUpInTheMiddle() throws Exception {
    assertThat(
            said(
                out -> {
                  head(out, "Content-Length: 1000\r\n");
                  out.write("[\"a\",".getBytes(US_ASCII));
                }))
        .isEqualTo("broke off GET /subjects (IOException); nothing was written. Check the URL.");
  }

  @Test
  void noticesThatOneSpeaksAnotherLanguage() throws Exception {
    assertThat(said(out -> out.write("220 mail.example.org ESMTP hunter2\r\n".getBytes(US_ASCII))))
        .startsWith("broke off GET /subjects (")
        .endsWith("Exception); nothing was written. Check the URL.")
        .doesNotContain("hunter2");
  }

  @Test
  void wantsTheApiAtTheUrl() throws Exception {
    try (TestServer server = new TestServer()) {
      assertThat(message(server.url()))
          .isEqualTo("answered 404 to GET /subjects; nothing was written. Check the URL.");
    }
  }

  @Test
  void knowsThatThereIsNoHost() {
    assertThat(message("http://no-such-host.invalid:8081"))
        .startsWith("cannot be reached: there is no such host");
  }

  @Test
  void trustsNobodyUnknown() throws Exception {
    String untrusted =
        "and this JVM did not agree on TLS: it does not trust the certificate, or plain HTTP is"
            + " spoken there; nothing was written. Check the URL.";
    try (TlsServer server = TlsServer.start(directory)) {
      assertThat(message("https://localhost:" + server.port())).isEqualTo(untrusted);
      assertThat(message("http://localhost:" + server.port()))
          .startsWith("broke off GET /subjects (");
    }
    assertThat(
            said("https", out -> out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII))))
        .isEqualTo(untrusted);
  }

  /** The client's own thread ends once the client is garbage. */
  @AfterEach
  void leavesNoThreadBehind() throws InterruptedException {
    long until = System.nanoTime() + 20_000_000_000L;
    List<String> left = threads();
    while (!left.isEmpty() && System.nanoTime() < until) {
      System.gc();
      Thread.sleep(50);
      left = threads();
    }
    assertThat(left).isEmpty();
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("HttpClient-") || name.equals("headgate-http"))
        .toList();
  }
}
