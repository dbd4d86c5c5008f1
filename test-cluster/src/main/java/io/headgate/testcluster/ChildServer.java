package io.headgate.testcluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server of the module {@code test-servers} in a process and a directory of its own: it brings
 * libraries that would not go with ours. It ends with {@link #close}, and with the JVM of the test.
 */
final class ChildServer implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofSeconds(90);

  private final Process process;
  private final Path directory;
  private final Thread hook;
  private final HttpClient client = HttpClient.newHttpClient();

  private ChildServer(Process process, Path directory) {
    this.process = process;
    this.directory = directory;
    this.hook = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Where the module has laid a server: {@code connect} or {@code registry}. */
  static Path server(String name) {
    Path from = Path.of("").toAbsolutePath();
    for (Path up = from; up != null; up = up.getParent()) {
      Path server = up.resolve("test-servers").resolve("target").resolve(name);
      if (Files.isDirectory(server)) {
        return server;
      }
    }
    throw new AssertionError(
        "There is no test-servers/target/"
            + name
            + " above "
            + from
            + ": mvn test -pl test-servers");
  }

  /** A port that was free a moment ago. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param java the arguments of the JVM; the directory is where it runs, and is removed at the end
   * @param ready what it answers 200 to when it is there
   */
  static ChildServer start(Path directory, List<String> java, URI ready) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
    command.addAll(java);
    Path log = directory.resolve("log");
    ChildServer server =
        new ChildServer(
            new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start(),
            directory);
    long until = System.nanoTime() + LONGEST_START.toNanos();
    while (!server.answers(ready)) {
      if (!server.process.isAlive() || System.nanoTime() > until) {
        String said = Files.readString(log);
        server.close();
        throw new IOException("No answer from " + ready + ". It said:\n" + said);
      }
    }
    return server;
  }

  private boolean answers(URI ready) throws IOException {
    try {
      Thread.sleep(50);
      return send(HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build()).statusCode()
          == 200;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (IOException e) {
      return false;
    }
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Sends JSON, and wants it taken. */
  String send(String method, URI uri, String json) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(method + " " + uri + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(hook);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
