package io.headgate.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Secret;
import io.headgate.testcluster.TestBroker;
import io.headgate.testcluster.TestConnect;
import io.headgate.testcluster.TestRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real worker of Kafka Connect and a real registry. */
class SnapshotOfServersTest {

  private static final String FILE_SOURCE =
      "org.apache.kafka.connect.file.FileStreamSourceConnector";

  private static TestBroker broker;
  private static TestConnect connect;
  private static TestRegistry registry;
  private static Path commandConfig;

  @TempDir static Path shared;
  @TempDir Path directory;

  @BeforeAll
  static void start() throws Exception {
    long began = System.nanoTime();
    broker = TestBroker.start();
    registry = TestRegistry.start();
    connect = TestConnect.start(broker);
    System.out.println(
        "Broker, registry and worker took "
            + Duration.ofNanos(System.nanoTime() - began).toMillis()
            + " ms to start.");
    Files.writeString(shared.resolve("in.txt"), "a\n");
    Files.writeString(shared.resolve("secrets.properties"), "password=hunter3\n");
    commandConfig = shared.resolve("client.properties");
    Properties properties = new Properties();
    properties.putAll(broker.adminClient());
    try (var writer = Files.newBufferedWriter(commandConfig)) {
      properties.store(writer, null);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    for (AutoCloseable server : new AutoCloseable[] {connect, registry, broker}) {
      if (server != null) {
        try {
          server.close();
        } catch (Exception e) {
          throw new IOException(e);
        }
      }
    }
  }

  private Snapshot snapshot() {
    return new Snapshot(
        broker.bootstrapServer(),
        commandConfig,
        List.of(Source.parse("files=" + connect.url() + "/", "--connect", null)),
        Source.parse(registry.url(), "--schema-registry", null),
        Duration.ofSeconds(20));
  }

  @Test
  void readsBackWhatAWorkerSaid() throws Exception {
    String file = shared.resolve("in.txt").toString();
    String secret = "${file:" + shared.resolve("secrets.properties") + ":password}";
    connect.create(
        """
        {"name": "in", "config": {"connector.class": "%s", "tasks.max": "1", "topic": "files",
         "file": "%s", "extra.password": "hunter2", "other.password": "%s"}}
        """
            .formatted(FILE_SOURCE, file, secret));
    connect.create(
        """
        {"name": "Odd / n\u00e4me", "config": {"connector.class": "%s", "topic": "files",
         "file": "%s", "batch.size": 7, "errors.log.enable": true}}
        """
            .formatted(FILE_SOURCE, file));
    Snapshot.Outcome outcome = snapshot().to(directory);
    Running.Connector in =
        new Running.Connector(
            "files",
            "in",
            new TreeMap<>(
                Map.of(
                    "connector.class",
                    FILE_SOURCE,
                    "tasks.max",
                    "1",
                    "topic",
                    "files",
                    "file",
                    shared.resolve("in.txt").toString(),
                    "name",
                    "in",
                    "extra.password",
                    Masked.PLACEHOLDER,
                    "other.password",
                    secret)));
    assertThat(outcome.running().connectors())
        .extracting(Running.Connector::name)
        .containsExactly("Odd / näme", "in");
    assertThat(outcome.running().connectors()).contains(in);
    assertThat(outcome.secrets())
        .containsExactly("config.extra.password of connector 'in' in Connect cluster 'files'");
    assertThat(SnapshotOfKafkaTest.texts(directory))
        .doesNotContain("hunter2")
        .doesNotContain("hunter3");
    ReadBack read = ReadBack.of(directory);
    assertThat(read.unread()).isZero();
    assertThat(read.connectors().get(0)).isEqualTo(outcome.running().connectors().get(0));
    assertThat(directory.resolve("apps/connectors/connector-files-in.yaml"))
        .hasContent(
            """
            clusterName: files
            name: in
            config:
              connector.class: "%s"
              extra.password: "[secret hidden by headgate]"
              file: "%s"
              name: "in"
              other.password: "%s"
              tasks.max: "1"
              topic: "files"
            """
                .formatted(FILE_SOURCE, file, secret));
    assertThat(read.bundle().all(Secret.class))
        .filteredOn(found -> found.form() == Secret.Form.LITERAL)
        .extracting(Secret::attribute)
        .containsExactly("config.extra.password");
  }

  @Test
  void readsBackWhatARegistrySaid() throws Exception {
    registry.register(
        "common.Money",
        """
        {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"Money\\",\\"fields\\":[]}"}
        """);
    registry.register(
        "orders.v1-value",
        """
        {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"O\\",\\"fields\\":[{\\"name\\":\\"m\\",\\"type\\":\\"Money\\"}]}",
         "references": [{"name": "Money", "subject": "common.Money", "version": 1}]}
        """);
    registry.compatibility("orders.v1-value", "FULL_TRANSITIVE");
    registry.register(
        "Odd%20%2F%20subject",
        """
        {"schemaType": "JSON", "schema": "{\\"$schema\\":\\"http://json-schema.org/draft-07/schema#\\"}"}
        """);
    registry.register(
        "p-value",
        """
        {"schemaType": "PROTOBUF",
         "schema": "syntax = \\"proto3\\";\\n\\nmessage P {\\n  string a = 1;\\n}\\n"}
        """);
    Snapshot.Outcome outcome = snapshot().to(directory);
    assertThat(outcome.running().gaps()).isEmpty();
    assertThat(outcome.running().subjects()).hasSize(4);
    ReadBack read = ReadBack.of(directory);
    assertThat(read.unread()).isZero();
    assertThat(read.subjects())
        .containsExactly(
            "Odd / subject JSON NONE 0",
            "common.Money AVRO NONE 0",
            "orders.v1-value AVRO FULL_TRANSITIVE 0",
            "p-value PROTOBUF NONE 0");
    assertThat(directory.resolve("schemas/orders.v1-value.yaml"))
        .content()
        .endsWith("headgate-references:\n  Money: \"common.Money 1\"\n");
  }
}
