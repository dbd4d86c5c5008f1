package io.headgate.testcluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One real registry with the API of Confluent's, as its own process: Apicurio Registry, which keeps
 * what it is told in memory.
 */
public final class TestRegistry implements AutoCloseable {

  private final ChildServer server;
  private final String url;

  private TestRegistry(ChildServer server, String url) {
    this.server = server;
    this.url = url;
  }

  /** Starts one. */
  public static TestRegistry start() throws IOException {
    Path directory = Files.createTempDirectory("headgate-registry");
    int port = ChildServer.freePort();
    String url = "http://localhost:" + port + "/apis/ccompat/v7";
    return new TestRegistry(
        ChildServer.start(
            directory,
            List.of(
                "-Dquarkus.http.host=localhost",
                "-Dquarkus.http.port=" + port,
                "-jar",
                runner().toString()),
            URI.create(url + "/subjects")),
        url);
  }

  private static Path runner() throws IOException {
    try (Stream<Path> files = Files.list(ChildServer.server("registry"))) {
      return files
          .filter(file -> file.toString().endsWith("-runner.jar"))
          .findAny()
          .orElseThrow(() -> new AssertionError("There is no registry in test-servers/target."));
    }
  }

  /** Where the API of Confluent's is. */
  public String url() {
    return url;
  }

  /**
   * Adds a version to a subject.
   *
   * @param subject as it is in a URL
   * @param version a JSON object of {@code schema}, {@code schemaType} and {@code references}
   */
  public void register(String subject, String version) throws IOException, InterruptedException {
    server.send("POST", URI.create(url + "/subjects/" + subject + "/versions"), version);
  }

  /** Gives a subject a level of compatibility of its own. */
  public void compatibility(String subject, String level) throws IOException, InterruptedException {
    server.send(
        "PUT", URI.create(url + "/config/" + subject), "{\"compatibility\":\"" + level + "\"}");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
