package io.headgate.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.testcluster.ReadOnlyAuthorizer;
import io.headgate.testcluster.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real broker, by a user who may do nothing but describe. */
class SnapshotOfKafkaTest {

  private static final String READER = "reader";
  private static final String PASSWORD = "hunter2-of-the-reader";

  private static TestBroker broker;
  private static Path commandConfig;

  @TempDir static Path shared;
  @TempDir Path directory;

  /** What docs/snapshot.md asks for, and nothing else. */
  private static List<AclBinding> leastPrivilege(String user) {
    return List.of(
        allow(user, ResourceType.CLUSTER, "kafka-cluster", AclOperation.DESCRIBE),
        allow(user, ResourceType.CLUSTER, "kafka-cluster", AclOperation.DESCRIBE_CONFIGS),
        allow(user, ResourceType.TOPIC, "*", AclOperation.DESCRIBE),
        allow(user, ResourceType.TOPIC, "*", AclOperation.DESCRIBE_CONFIGS),
        allow(user, ResourceType.GROUP, "*", AclOperation.DESCRIBE));
  }

  @BeforeAll
  static void start() throws Exception {
    broker =
        TestBroker.start(
            Map.of(
                "authorizer.class.name",
                ReadOnlyAuthorizer.class.getName(),
                ReadOnlyAuthorizer.USER,
                READER,
                ReadOnlyAuthorizer.FILE,
                shared.resolve("asked").toString()));
    System.out.println("The broker took " + broker.startTime().toMillis() + " ms to start.");
    try (Admin admin = broker.admin()) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("orders.v1", 3, (short) 1)
                      .configs(Map.of("retention.ms", "604800000", "cleanup.policy", "compact")),
                  new NewTopic("Orders.V1", 1, (short) 1),
                  new NewTopic("yes", 1, (short) 1).configs(Map.of("compression.type", "gzip")),
                  new NewTopic("0123", 1, (short) 1),
                  new NewTopic("t".repeat(249), 1, (short) 1)))
          .all()
          .get();
      List<AclBinding> acls = new ArrayList<>(leastPrivilege(READER));
      acls.add(allow("alice", ResourceType.TOPIC, "orders.v1", AclOperation.READ));
      acls.add(allow("CN=Doe\\, \"J\",O=ACME", ResourceType.GROUP, "g: #1", AclOperation.READ));
      acls.add(
          new AclBinding(
              new ResourcePattern(ResourceType.TRANSACTIONAL_ID, "tx-", PatternType.PREFIXED),
              new AccessControlEntry(
                  "User:*", "10.0.0.1", AclOperation.ALL, AclPermissionType.DENY)));
      admin.createAcls(acls).all().get();
      admin
          .alterClientQuotas(
              List.of(
                  quota(Map.of("user", "alice"), "producer_byte_rate", 1048576),
                  quota(entity("user", null), "consumer_byte_rate", 2048),
                  quota(entity("client-id", null), "request_percentage", 12.5),
                  quota(Map.of("user", "bob", "client-id", "app 1"), "producer_byte_rate", 1e12),
                  quota(Map.of("user", "all"), "producer_byte_rate", 7),
                  quota(Map.of("user", "carol"), "controller_mutation_rate", 2),
                  quota(Map.of("ip", "10.0.0.9"), "connection_creation_rate", 3)))
          .all()
          .get();
      admin
          .alterUserScramCredentials(
              List.of(
                  new UserScramCredentialUpsertion(
                      READER,
                      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4096),
                      PASSWORD)))
          .all()
          .get();
      Map<String, Object> producing = new HashMap<>(broker.adminClient());
      try (KafkaProducer<String, String> producer =
          new KafkaProducer<>(producing, new StringSerializer(), new StringSerializer())) {
        for (int i = 0; i < 5; i++) {
          producer.send(new ProducerRecord<>("orders.v1", 0, "k", "v")).get();
        }
      }
      admin
          .alterConsumerGroupOffsets(
              "billing", Map.of(new TopicPartition("orders.v1", 0), new OffsetAndMetadata(3)))
          .all()
          .get();
      long until = System.nanoTime() + 10_000_000_000L;
      while (admin.describeAcls(AclBindingFilter.ANY).values().get().size() < acls.size()
          && System.nanoTime() < until) {
        Thread.sleep(20);
      }
    }
    commandConfig = config(shared.resolve("reader.properties"), READER, PASSWORD);
  }

  private static Path config(Path file, String user, String password) throws IOException {
    Properties properties = new Properties();
    properties.putAll(broker.client(user, password));
    properties.remove("bootstrap.servers");
    try (var writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    return file;
  }

  private static AclBinding allow(
      String user, ResourceType type, String name, AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(type, name, PatternType.LITERAL),
        new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
  }

  private static Map<String, @Nullable String> entity(String type, @Nullable String name) {
    Map<String, @Nullable String> entity = new HashMap<>();
    entity.put(type, name);
    return entity;
  }

  private static ClientQuotaAlteration quota(Map<String, String> entity, String key, double value) {
    return new ClientQuotaAlteration(
        new ClientQuotaEntity(entity), List.of(new ClientQuotaAlteration.Op(key, value)));
  }

  @AfterAll
  static void stop() throws IOException {
    broker.close();
  }

  private Snapshot snapshot() {
    return new Snapshot(
        broker.bootstrapServer(), commandConfig, List.of(), null, Duration.ofSeconds(20));
  }

  @Test
  void readsBackWhatTheClusterSaid() throws IOException {
    Snapshot.Outcome outcome = snapshot().to(directory);
    ReadBack read = ReadBack.of(directory);
    Running running = outcome.running();
    assertThat(running.gaps()).isEmpty();
    assertThat(running.topics()).hasSize(5);
    assertThat(read.unread()).isZero();
    assertThat(read.topics()).isEqualTo(running.topics());
    assertThat(running.acls()).hasSize(8);
    assertThat(read.acls()).isEqualTo(running.acls());
    assertThat(read.quotas())
        .containsExactly(
            "{client-id=<default>} {request_percentage=12.5}",
            "{client-id=app 1, user=bob} {producer_byte_rate=1.0E12}",
            "{user=<default>} {consumer_byte_rate=2048.0}",
            "{user=alice} {producer_byte_rate=1048576.0}");
    assertThat(running.quotas()).hasSize(7);
    assertThat(directory.resolve(".headgate-snapshot/quotas.yaml"))
        .hasContent(
            """
            - ip: "10.0.0.9"
              limits:
                connection_creation_rate: "3"
            - user: "all"
              limits:
                producer_byte_rate: "7"
            - user: "carol"
              limits:
                controller_mutation_rate: "2"
            """);
  }

  @Test
  void keepsInAPlaceOfItsOwnWhatTheLayoutCannotSay() throws IOException {
    snapshot().to(directory);
    assertThat(directory.resolve(".headgate-snapshot/users.yaml"))
        .hasContent(
            """
            - name: admin
              iterations:
                SCRAM-SHA-256: 4096
            - name: reader
              iterations:
                SCRAM-SHA-256: 4096
            """);
    assertThat(directory.resolve(".headgate-snapshot/groups.yaml"))
        .hasContent(
            """
            - name: billing
              state: Empty
              type: Classic
              positions:
              - topic: orders.v1
                partition: 0
                committed: 3
                end: 5
                lag: 2
            """);
  }

  @Test
  void writesTheSameBytesAgainAndTouchesNothing() throws IOException {
    snapshot().to(directory);
    SortedMap<String, String> first = bytes(directory);
    Snapshot.Outcome again = snapshot().to(directory);
    assertThat(again.written()).isZero();
    assertThat(again.removed()).isZero();
    assertThat(bytes(directory)).isEqualTo(first);
    Path other = directory.resolve("other");
    snapshot().to(other);
    assertThat(bytes(other)).isEqualTo(first);
  }

  /** A call that is new here changes what docs/snapshot.md says of rights. */
  @Test
  void asksForDescriptionsAlone() throws IOException {
    Path asked = shared.resolve("asked");
    Files.deleteIfExists(asked);
    snapshot().to(directory);
    assertThat(new TreeSet<>(Files.readAllLines(asked)))
        .containsExactly(
            "DESCRIBE_ACLS: DESCRIBE CLUSTER",
            "DESCRIBE_CLIENT_QUOTAS: DESCRIBE_CONFIGS CLUSTER",
            "DESCRIBE_CLUSTER: DESCRIBE CLUSTER",
            "DESCRIBE_CONFIGS: DESCRIBE_CONFIGS TOPIC",
            "DESCRIBE_TOPIC_PARTITIONS: DESCRIBE TOPIC",
            "DESCRIBE_USER_SCRAM_CREDENTIALS: DESCRIBE CLUSTER",
            "FIND_COORDINATOR: DESCRIBE GROUP",
            "LIST_GROUPS: DESCRIBE CLUSTER",
            "LIST_OFFSETS: DESCRIBE TOPIC",
            "METADATA: DESCRIBE TOPIC",
            "OFFSET_FETCH: DESCRIBE GROUP",
            "OFFSET_FETCH: DESCRIBE TOPIC");
  }

  @Test
  void changesNothingInTheCluster() throws Exception {
    // The authorizer refuses whatever is not described in leastPrivilege; this user has no more.
    try (Admin reader = Admin.create(Map.copyOf(broker.client(READER, PASSWORD)))) {
      assertThatThrownBy(
              () -> reader.createTopics(List.of(new NewTopic("x", 1, (short) 1))).all().get())
          .hasCauseInstanceOf(AuthorizationException.class);
      assertThatThrownBy(() -> reader.deleteTopics(List.of("orders.v1")).all().get())
          .hasCauseInstanceOf(AuthorizationException.class);
      assertThatThrownBy(() -> reader.createAcls(leastPrivilege("mallory")).all().get())
          .hasCauseInstanceOf(AuthorizationException.class);
    }
    Running before = snapshot().look();
    snapshot().to(directory);
    assertThat(snapshot().look()).isEqualTo(before);
  }

  /** Everything that was written. */
  static String texts(Path root) throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(file).append('\n').append(Files.readString(file));
      }
    }
    return all.toString();
  }

  static SortedMap<String, String> bytes(Path root) throws IOException {
    SortedMap<String, String> bytes = new TreeMap<>();
    try (var files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = root.relativize(file).toString();
        if (!path.startsWith("other")) {
          bytes.put(path, Arrays.toString(Files.readAllBytes(file)));
        }
      }
    }
    return bytes;
  }
}
