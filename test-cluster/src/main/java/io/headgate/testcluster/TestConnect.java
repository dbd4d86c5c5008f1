package io.headgate.testcluster;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** One real worker of Kafka Connect, standalone, with the file connectors, as its own process. */
public final class TestConnect implements AutoCloseable {

  private final ChildServer server;
  private final String url;

  private TestConnect(ChildServer server, String url) {
    this.server = server;
    this.url = url;
  }

  /** Starts one that works on a broker as its administrator. */
  public static TestConnect start(TestBroker broker) throws IOException {
    Path directory = Files.createTempDirectory("headgate-connect");
    String url = "http://localhost:" + ChildServer.freePort();
    Properties worker = new Properties();
    for (String client : List.of("", "producer.", "consumer.")) {
      broker.adminClient().forEach((key, value) -> worker.setProperty(client + key, value));
    }
    worker.setProperty("listeners", url);
    worker.setProperty("plugin.discovery", "SERVICE_LOAD");
    worker.setProperty("key.converter", "org.apache.kafka.connect.storage.StringConverter");
    worker.setProperty("value.converter", "org.apache.kafka.connect.storage.StringConverter");
    worker.setProperty("offset.storage.file.filename", directory.resolve("offsets").toString());
    worker.setProperty("config.providers", "file");
    worker.setProperty(
        "config.providers.file.class",
        "org.apache.kafka.common.config.provider.FileConfigProvider");
    Path config = directory.resolve("worker.properties");
    try (var writer = Files.newBufferedWriter(config, StandardCharsets.UTF_8)) {
      worker.store(writer, null);
    }
    return new TestConnect(
        ChildServer.start(
            directory,
            List.of(
                "-cp",
                ChildServer.server("connect").resolve("*").toString(),
                "org.apache.kafka.connect.cli.ConnectStandalone",
                config.toString()),
            URI.create(url + "/connectors")),
        url);
  }

  /** Where its REST API is. */
  public String url() {
    return url;
  }

  /**
   * Makes a connector.
   *
   * @param connector a JSON object of {@code name} and {@code config}
   */
  public void create(String connector) throws IOException, InterruptedException {
    server.send("POST", URI.create(url + "/connectors"), connector);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
