package io.headgate.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.engine.error.UserError;
import io.headgate.testcluster.TestBroker;
import io.headgate.testcluster.TestServer;
import io.headgate.testcluster.TlsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clusters that are not there, do not answer, let nobody in or go away. */
class BadKafkaTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  @TempDir Path directory;

  private static Snapshot snapshot(String servers, @Nullable Path config) {
    return new Snapshot(servers, config, List.of(), null, TIMEOUT);
  }

  private Path config(String text) throws IOException {
    return Files.writeString(directory.resolve("client.properties"), text);
  }

  @AfterEach
  void leavesNothingBehind() {
    assertThat(directory.resolve("out")).doesNotExist();
    long until = System.nanoTime() + 5_000_000_000L;
    while (hasClientThread() && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    assertThat(hasClientThread()).isFalse();
  }

  private static boolean hasClientThread() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("kafka-admin-client-thread | headgate"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "localhost:", "localhost:kafka", ":9092", "a:1,b", "a:70000"})
  void wantsAnAddress(String servers) {
    assertThatThrownBy(() -> snapshot(servers, null).to(directory.resolve("out")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is no address of a broker; write HOST:PORT");
  }

  @Test
  void saysThatNobodyAnswers() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertThatThrownBy(() -> snapshot("localhost:" + port, null).to(directory.resolve("out")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nobody answers at 'localhost:" + port + "'");
  }

  @Test
  void saysThatThereIsNoHost() {
    assertThatThrownBy(
            () -> snapshot("no-such-host.invalid:9092", null).to(directory.resolve("out")))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Kafka cannot be reached: there is no host 'no-such-host.invalid'. Check"
                + " --bootstrap-server; nothing was written.");
  }

  @Test
  void saysThatTlsIsWrong() throws Exception {
    Path tls = config("security.protocol=SSL\n");
    try (TlsServer server = TlsServer.start(directory)) {
      String address = "localhost:" + server.port();
      assertThatThrownBy(() -> snapshot(address, tls).to(directory.resolve("out")))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith(
              "There is no TLS with '" + address + "': the certificates do not");
      assertThatThrownBy(() -> snapshot(address, null).to(directory.resolve("out")))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("did not answer within 2 s while describing the cluster")
          .hasMessageContaining("Check the address, and security.protocol in --command-config");
    }
    try (TestServer server = new TestServer()) {
      String address = server.url().replace("http://", "");
      assertThatThrownBy(() -> snapshot(address, null).to(directory.resolve("out")))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("did not answer within 2 s while describing the cluster");
    }
  }

  @Test
  void doesNotWaitForEverForOneWhoListensAndSaysNothing() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      long began = System.nanoTime();
      String server = "localhost:" + socket.getLocalPort();
      assertThatThrownBy(() -> snapshot(server, null).to(directory.resolve("out")))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("did not answer within 2 s while describing the cluster");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void doesNotQuoteAConfigurationThatIsWrong() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Path file =
          config(
              "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config=hunter2\n");
      String server = "localhost:" + socket.getLocalPort();
      assertThatThrownBy(() -> snapshot(server, file).to(directory.resolve("out")))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("does not take the properties in '" + file + "'")
          .hasMessageNotContaining("hunter2");
    }
    assertThatThrownBy(
            () -> snapshot("localhost:1", directory.resolve("none")).to(directory.resolve("out")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be read as a file of properties");
  }

  @Test
  void saysWhichRightsAreMissingAndWhoIsNotLetIn() throws Exception {
    List<Running.Gap> gaps = new ArrayList<>();
    TestBroker broker = TestBroker.start();
    Admin admin = null;
    KafkaReader reader;
    try {
      try (Admin all = broker.admin()) {
        all.createTopics(List.of(new NewTopic("seen", 1, (short) 1))).all().get();
        all.alterUserScramCredentials(
                List.of(
                    new UserScramCredentialUpsertion(
                        "weak",
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4096),
                        "weak-pw")))
            .all()
            .get();
        all.createAcls(
                List.of(
                    new AclBinding(
                        new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL),
                        new AccessControlEntry(
                            "User:weak", "*", AclOperation.DESCRIBE, AclPermissionType.ALLOW))))
            .all()
            .get();
      }
      Path wrong = config(properties(broker.client("weak", "hunter2")));
      assertThatThrownBy(
              () -> snapshot(broker.bootstrapServer(), wrong).to(directory.resolve("out")))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("did not accept the credentials")
          .hasMessageNotContaining("hunter2");
      Path right = config(properties(broker.client("weak", "weak-pw")));
      Path written = directory.resolve("partly");
      Snapshot.Outcome outcome = snapshot(broker.bootstrapServer(), right).to(written);
      assertThat(outcome.running().topics()).containsExactly(new Running.Topic("seen", 1, 1, null));
      assertThat(outcome.running().gaps())
          .extracting(Running.Gap::what)
          .containsExactly(
              "groups", "topic configurations", "ACLs", "client quotas", "users with SCRAM");
      assertThat(ReadBack.of(written).topics()).hasSize(1);
      assertThat(written.resolve(".headgate-snapshot/gaps.yaml")).isRegularFile();
      Map<String, Object> client =
          new java.util.HashMap<>(
              Map.of(
                  "request.timeout.ms", 2000,
                  "default.api.timeout.ms", 2000,
                  "client.id", "headgate-test"));
      client.putAll(broker.adminClient());
      admin = Admin.create(client);
      reader = new KafkaReader(admin, new Calls("'it'", TIMEOUT), gaps);
      assertThat(reader.clusterId()).isNotEmpty();
    } finally {
      broker.close();
    }
    try {
      assertThatThrownBy(reader::topics)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("Kafka at 'it' did not answer within 2 s");
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  private static String properties(Map<String, String> client) {
    StringBuilder text = new StringBuilder();
    client.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return text.toString();
  }

  @Test
  void saysThatOneHangsUp() throws Exception {
    Thread closing;
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      closing = new Thread(() -> hangUp(socket));
      closing.start();
      String server = "localhost:" + socket.getLocalPort();
      assertThatThrownBy(() -> snapshot(server, null).to(directory.resolve("out")))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("did not answer within 2 s");
    }
    closing.join(5000);
  }

  private static void hangUp(ServerSocket socket) {
    try {
      while (true) {
        socket.accept().close();
      }
    } catch (IOException e) {
      // The test is over.
    }
  }
}
