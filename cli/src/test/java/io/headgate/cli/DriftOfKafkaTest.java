package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.live.cluster.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code headgate drift} against a real broker. */
class DriftOfKafkaTest {

  private static TestBroker broker;
  private static Path commandConfig;

  @TempDir static Path shared;
  @TempDir Path root;

  @BeforeAll
  static void start() throws Exception {
    broker = TestBroker.start();
    try (Admin admin = broker.admin()) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("orders", 3, (short) 1)
                      .configs(Map.of("cleanup.policy", "compact,delete")),
                  new NewTopic("payments", 1, (short) 1)
                      .configs(Map.of("retention.ms", "86400000")),
                  new NewTopic("left.over", 1, (short) 1)))
          .all()
          .get();
    }
    commandConfig = shared.resolve("admin.properties");
    Properties properties = new Properties();
    properties.putAll(broker.adminClient());
    properties.remove("bootstrap.servers");
    try (var writer = Files.newBufferedWriter(commandConfig)) {
      properties.store(writer, null);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    broker.close();
  }

  private Cli drift(String... more) {
    List<String> args =
        new java.util.ArrayList<>(
            List.of(
                "drift",
                root.resolve("landscape").toString(),
                "--bootstrap-server",
                broker.bootstrapServer(),
                "--command-config",
                commandConfig.toString()));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  private void topic(String name, String rest) {
    Cli.write(
        root, "landscape/kafka/topics/topic-" + name + ".yaml", "name: " + name + "\n" + rest);
  }

  @Test
  void saysWhatIsMissingUndeclaredAndDifferent() {
    topic(
        "orders",
        """
        partitions: 3
        replication: 1
        configs:
          cleanup.policy: "delete, compact"
          retention.ms: "604800000"
        """);
    topic(
        "payments",
        """
        partitions: 2
        replication: 1
        configs:
          retention.ms: "604800000"
        """);
    topic("refunds", "partitions: 1\nreplication: 1\n");
    Cli cli = drift();
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out().lines().filter(line -> line.contains(".yaml:")))
        .hasSize(4)
        .anyMatch(line -> line.contains("topic-refunds.yaml:1:7: error: Topic 'refunds' is"))
        .anyMatch(line -> line.contains("warning: Topic 'left.over' runs and nobody declares it."))
        .anyMatch(line -> line.contains("topic-payments.yaml:2:13: error: Topic 'payments' runs"))
        .anyMatch(line -> line.contains("is declared with retention.ms 604800000 and runs with 8"));
    assertThat(cli.out())
        .contains("Compared with what runs at '" + broker.bootstrapServer() + "'.")
        .contains("There is drift.");
    assertThat(cli.code()).isEqualTo(1);
  }

  @Test
  void findsNoDriftFromWhatWasJustWritten() {
    Cli snapshot =
        Cli.run(
            "snapshot",
            "--bootstrap-server",
            broker.bootstrapServer(),
            "--command-config",
            commandConfig.toString(),
            "--to",
            root.resolve("landscape").toString());
    assertThat(snapshot.code()).as(snapshot.err()).isZero();
    Cli cli = drift();
    assertThat(cli.out()).contains("No findings").contains("There is no drift.");
    assertThat(cli.code()).isZero();
    Cli offline =
        Cli.run(
            "drift",
            root.resolve("landscape").toString(),
            "--snapshot",
            root.resolve("landscape").toString());
    assertThat(offline.code()).as(offline.out() + offline.err()).isZero();
  }
}
