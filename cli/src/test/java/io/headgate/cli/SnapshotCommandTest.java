package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.testcluster.TestBroker;
import io.headgate.testcluster.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code headgate snapshot}: what it says, and its exit codes. What it reads is tested in live. */
class SnapshotCommandTest {

  private static TestBroker broker;

  @TempDir static Path shared;
  @TempDir Path root;

  @BeforeAll
  static void start() throws Exception {
    broker = TestBroker.start();
    try (Admin admin = broker.admin()) {
      admin.createTopics(List.of(new NewTopic("orders", 1, (short) 1))).all().get();
      admin
          .alterUserScramCredentials(
              List.of(
                  new UserScramCredentialUpsertion(
                      "weak",
                      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4096),
                      "weak-pw")))
          .all()
          .get();
    }
  }

  @AfterAll
  static void stop() throws IOException {
    broker.close();
  }

  private static String config(Map<String, String> client) throws IOException {
    Path file = shared.resolve("client" + client.hashCode() + ".properties");
    Properties properties = new Properties();
    properties.putAll(client);
    try (var writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    return file.toString();
  }

  private Cli snapshot(Map<String, String> client, String... more) throws IOException {
    List<String> args =
        new ArrayList<>(List.of("snapshot", "--bootstrap-server", broker.bootstrapServer()));
    args.addAll(List.of("--command-config", config(client)));
    args.addAll(List.of("--to", root.resolve("live").toString(), "--timeout", "10"));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  @Test
  void saysWhatItWroteAndWhereSecretsWere() throws IOException {
    try (TestServer connect = new TestServer()) {
      connect.answer(
          "/connectors?expand=info",
          200,
          """
          {"files":{"info":{"name":"files","config":{"connector.class":"x.Y","name":"files",
            "some.password":"hunter2"},"tasks":[],"type":"source"}}}
          """);
      Cli cli = snapshot(broker.adminClient(), "--connect", "eu=" + connect.url());
      assertThat(cli.err().lines())
          .containsExactly(
              "headgate: warning: config.some.password of connector 'files' in Connect cluster 'eu'"
                  + " holds a secret in the clear; '[secret hidden by headgate]' was written in its"
                  + " place. Refer to it through a config provider.",
              "headgate: Wrote to '"
                  + root.resolve("live")
                  + "': topics 1, ACLs 0, quotas 0, users 2, groups 0, connectors 1, subjects 0."
                  + " Files: 4, new or changed 4, removed 0.");
      assertThat(cli.code()).isZero();
    }
    Cli check = Cli.run("check", root.resolve("live").toString());
    assertThat(check.out()).contains("secret-inline").doesNotContain("hunter2");
  }

  @Test
  void saysEachGapAndIsNotAllRight() throws IOException {
    Cli cli = snapshot(broker.client("weak", "weak-pw"));
    assertThat(cli.err())
        .contains("headgate: gap: The ACLs may not be read. Allow DESCRIBE on CLUSTER.\n")
        .contains("headgate: gap: The client quotas may not be read.")
        .contains("': topics 0, ACLs 0,");
    assertThat(cli.code()).isEqualTo(1);
  }

  @Test
  void writesNothingIfSomebodyDoesNotAnswer() throws IOException {
    try (TestServer registry = new TestServer()) {
      registry.answer("/subjects", 500, "hunter2");
      Cli cli = snapshot(broker.adminClient(), "--schema-registry", registry.url());
      assertThat(cli.err())
          .isEqualTo(
              "headgate: The registry at '"
                  + registry.url()
                  + "' answered 500 to GET /subjects; nothing was written. Check the URL.\n");
      assertThat(cli.code()).isEqualTo(2);
    }
    Cli cli = snapshot(broker.client("weak", "hunter2"));
    assertThat(cli.err().lines())
        .singleElement()
        .asString()
        .contains("did not accept the credentials")
        .doesNotContain("hunter2");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(root.resolve("live")).doesNotExist();
  }

  @Test
  void refusesOptionsThatAreWrong() throws IOException {
    Path file = Files.writeString(root.resolve("live"), "a file");
    assertThat(snapshot(broker.adminClient()).err())
        .isEqualTo("headgate: '" + file + "' is no directory; name one with --to.\n");
    for (String[] wrong :
        List.of(
            new String[] {"--timeout", "0"},
            new String[] {"--connect", "http://a:1", "--connect", "http://a:2"},
            new String[] {"--schema-registry", "http://u:hunter2@h:1"})) {
      Cli cli =
          Cli.run(
              java.util.stream.Stream.concat(
                      java.util.stream.Stream.of(
                          "snapshot", "--bootstrap-server", "localhost:1", "--to", "x"),
                      java.util.stream.Stream.of(wrong))
                  .toArray(String[]::new));
      assertThat(cli.code()).isEqualTo(2);
      assertThat(cli.err().lines()).hasSize(1).allSatisfy(line -> assertThat(line).endsWith("."));
      assertThat(cli.err()).doesNotContain("hunter2");
    }
    assertThat(file).hasContent("a file");
  }
}
