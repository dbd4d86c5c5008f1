package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rules.kafka.TopicDefaults;
import io.headgate.testcluster.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
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
  void knowsWhatABrokerUsesByItself() throws IOException {
    Cli.run(
        "snapshot",
        "--bootstrap-server",
        broker.bootstrapServer(),
        "--command-config",
        commandConfig.toString(),
        "--to",
        root.resolve("live").toString());
    List<String> said =
        Files.readAllLines(root.resolve("live/.headgate-snapshot/cluster.yaml")).stream()
            .filter(line -> line.startsWith("  "))
            .map(line -> line.strip().replace("\"", ""))
            .toList();
    assertThat(said).hasSizeGreaterThan(30);
    for (String line : said) {
      String key = line.substring(0, line.indexOf(':'));
      String own = TopicDefaults.of(key);
      if (own != null) {
        assertThat(line.strip()).isEqualTo((key + ": " + own).strip());
      }
    }
    assertThat(said.stream().filter(l -> TopicDefaults.of(l.substring(0, l.indexOf(':'))) == null))
        .as("new in this version, and not in the table")
        .hasSizeLessThan(5);
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

  /** Adds what somebody did by hand, and takes it away again. */
  @Test
  void findsAccessAndQuotasOfSomebodysHand() throws Exception {
    AclBinding read =
        new AclBinding(
            new ResourcePattern(ResourceType.TOPIC, "ord", PatternType.PREFIXED),
            new AccessControlEntry("User:web", "*", AclOperation.READ, AclPermissionType.ALLOW));
    ClientQuotaEntity web = new ClientQuotaEntity(Map.of("user", "web"));
    topic("orders", "partitions: 3\nreplication: 1\nconfigs: {cleanup.policy: 'delete,compact'}\n");
    topic("payments", "partitions: 1\nreplication: 1\nconfigs: {retention.ms: 86400000}\n");
    topic("left.over", "partitions: 1\nreplication: 1\n");
    Cli.write(
        root,
        "landscape/kafka/acls/acls.yaml",
        """
        - permissionType: ALLOW
          principal: User:web
          host: "*"
          operation: DESCRIBE
          resourceType: TOPIC
          patternType: LITERAL
          resourceName: orders
        """);
    Cli before = drift();
    assertThat(before.out())
        .contains("User:web lacks DESCRIBE on topic 'orders' in the cluster, which is declared.")
        .contains("1 error in ");
    try (Admin admin = broker.admin()) {
      admin.createAcls(List.of(read)).all().get();
      admin
          .alterClientQuotas(
              List.of(
                  new ClientQuotaAlteration(
                      web, List.of(new ClientQuotaAlteration.Op("controller_mutation_rate", 2.5)))))
          .all()
          .get();
      Cli after = await("The quota of user web runs and nobody declares it.", "has READ on each");
      assertThat(after.out())
          .contains("User:web has READ on each topic that begins with 'ord' in the cluster")
          .doesNotContain("lacks")
          .contains("2 warnings in ");
      assertThat(after.code()).isEqualTo(1);
      admin.deleteAcls(List.of(read.toFilter())).all().get();
      admin
          .alterClientQuotas(
              List.of(
                  new ClientQuotaAlteration(
                      web,
                      List.of(new ClientQuotaAlteration.Op("controller_mutation_rate", null)))))
          .all()
          .get();
    }
    await("lacks DESCRIBE", "1 error in ");
  }

  /** A controller's answer is there a little before each broker knows of it. */
  private Cli await(String... wanted) throws InterruptedException {
    long until = System.nanoTime() + 20_000_000_000L;
    Cli cli = drift();
    while (!List.of(wanted).stream().allMatch(cli.out()::contains) && System.nanoTime() < until) {
      Thread.sleep(100);
      cli = drift();
    }
    assertThat(cli.out()).as(cli.err()).contains(wanted);
    return cli;
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
