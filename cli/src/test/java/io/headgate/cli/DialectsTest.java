package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of several dialects in one bundle, judged by rules that need two of them. */
class DialectsTest {

  private static final String TOPIC =
      """
      apiVersion: kafka.strimzi.io/v1
      kind: KafkaTopic
      metadata: {name: orders}
      spec: {partitions: 6, replicas: 3}
      """;

  @TempDir Path root;

  @Test
  void aSecretInTheConfigurationOfAConnectorIsFoundAndNotShown() {
    Cli.write(root, "topics/orders.yaml", TOPIC);
    Cli.write(
        root,
        "connect/lake.json",
        """
        {
          "name": "lake",
          "config": {"connector.class": "a.BSinkConnector", "topics": "orders", "a.password": "hunter2"}
        }
        """);
    Cli cli = Cli.run("check", root.toString());

    assertThat(cli.out())
        .contains("connect/lake.json:3:87: error:")
        .contains("[secret-inline]")
        .contains("(connect 1, strimzi 1)")
        .doesNotContain("hunter2");
  }

  @Test
  void aSchemaFileIsForATopicOfAnotherDialect() {
    Cli.write(root, "topics/orders.yaml", TOPIC);
    Cli.write(root, "schemas/order-value.avsc", "{\"type\": \"string\"}");
    Cli.write(root, "schemas/orders-key.avsc", "{\"type\": \"strin\"}");
    Cli.write(root, "schemas/Customer.avsc", "{\"type\": \"string\"}");
    Cli cli = Cli.run("check", root.toString());

    assertThat(cli.out())
        .contains("schemas/order-value.avsc:1:1: ")
        .contains("[schema-dangling-topic]")
        .contains("Did you mean 'orders'?")
        .contains("schemas/orders-key.avsc:1:10: error: ")
        .contains("[schema-invalid]")
        .contains("1 other file skipped.");
    assertThat(Cli.run("inspect", root.toString()).out())
        .contains("schemas/Customer.avsc: it is called like no subject");
  }

  @Test
  void aConnectorNamesAConnectClusterOfItsOwnDialect() {
    Cli.write(
        root,
        "connect.yaml",
        """
        apiVersion: kafka.strimzi.io/v1
        kind: KafkaConnect
        metadata: {name: loader}
        spec:
          replicas: 1
          bootstrapServers: main-kafka-bootstrap:9093
          groupId: w
          configStorageTopic: c
          offsetStorageTopic: o
          statusStorageTopic: s
        ---
        apiVersion: kafka.strimzi.io/v1
        kind: KafkaConnector
        metadata: {name: lake, labels: {strimzi.io/cluster: loder}}
        spec: {class: a.BSinkConnector, tasksMax: 1, config: {topics: orders}}
        """);
    Cli cli = Cli.run("check", root.toString());

    assertThat(cli.out())
        .contains("connect.yaml:14:53: error: Connector 'lake' refers to Connect cluster 'loder'")
        .contains("Did you mean 'loader'?");
  }

  @Test
  void propertiesBesideALandscapeAreItsConnections() {
    Cli.writeGoodTopic(root);
    Cli.write(
        root, "clients/app.properties", "bootstrap.servers=a:9092\nsecurity.protocol=PLAINTEXT\n");
    Cli cli = Cli.run("check", root.toString());

    assertThat(cli.out())
        .contains("clients/app.properties:2:19: error: Connection 'app' sets security.protocol");
  }

  @Test
  void propertiesAloneMakeNoLandscape() {
    Cli.write(root, "app.properties", "bootstrap.servers=a:9092\n");
    Cli cli = Cli.run("check", root.toString());

    assertThat(cli.err()).contains("Nothing to judge");
    assertThat(cli.code()).isEqualTo(2);
  }

  @Test
  void aSchemaThatIsNamedWithoutASubjectIsNothingToJudge() {
    Path file = Cli.write(root, "Customer.avsc", "{\"type\": \"string\"}");

    assertThat(Cli.run("check", file.toString()).err()).contains("Nothing to judge");
  }

  /** Six tools call something a KafkaTopic or a KafkaConnector; the group says whose it is. */
  @Test
  void oneKindOfSeveralToolsIsReadByItsGroup() {
    Cli.write(root, "strimzi.yaml", TOPIC);
    Cli.write(
        root,
        "jikkou.yaml",
        """
        apiVersion: kafka.jikkou.io/v1
        kind: KafkaTopic
        metadata: {name: refunds}
        spec: {partitions: 6, replicas: 3, configs: {retention.ms: 1000}}
        """);
    Cli.write(
        root,
        "cfk.yaml",
        """
        apiVersion: platform.confluent.io/v1beta1
        kind: KafkaTopic
        metadata: {name: visits}
        spec: {partitionCount: 6, replicas: 3}
        """);
    String out = Cli.run("inspect", root.toString()).out();

    assertThat(out)
        .contains("jikkou.yaml: jikkou: 1 topic")
        .contains("strimzi.yaml: strimzi: 1 topic")
        .contains("cfk.yaml: cfk: 1 topic");
  }

  @Test
  void whatBelongsToNoBundleIsCounted() {
    Cli.write(root, "kafka/orders.yaml", TOPIC);
    for (String directory : List.of("kafka", "shop", "stock")) {
      Cli.write(
          root,
          directory + "/app.yaml",
          "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + directory + "}\n");
    }
    assertThat(Cli.run("check", root.toString()).out())
        .contains("2 files (kubernetes 1, strimzi 1), 1 bundle.")
        .contains("2 files belong to no bundle, so no rule has looked at them.");
    assertThat(Cli.run("check", "--report", "sarif", root.toString()).out())
        .contains("2 files belong to no bundle, so no rule has looked at what is in there.");
  }
}
