package io.headgate.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.headgate.engine.error.UserError;
import io.headgate.spi.model.Secret;
import io.headgate.testcluster.TestServer;
import io.headgate.testcluster.TestServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kafka Connect and registries, well and badly behaved. */
class SourcesTest {

  private static final Duration TIMEOUT = Duration.ofMillis(700);
  private static final String CONNECTORS = "/connectors?expand=info";

  private TestServer server;
  @TempDir Path directory;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Source source() {
    return Source.parse("eu=" + server.url(), "--connect", null);
  }

  private List<Running.Connector> connectors(List<Running.Gap> gaps) {
    return ConnectReader.read(source(), TIMEOUT, gaps);
  }

  private List<Running.Subject> subjects(List<Running.Gap> gaps) {
    return RegistryReader.read(source(), TIMEOUT, gaps);
  }

  private static Running running(
      List<Running.Connector> connectors, List<Running.Subject> subjects) {
    return new Running(
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        connectors,
        subjects,
        List.of(),
        Running.Extent.NONE);
  }

  @Test
  void hidesSecretsOfConnectorsAndKeepsTheRest() throws IOException {
    server.answer(
        CONNECTORS,
        200,
        """
        {"jdbc":{"info":{"name":"jdbc","config":{
          "connector.class":"io.acme.JdbcSink","name":"jdbc","topics":"orders.v1","tasks.max":"1",
          "connection.password":"hunter2","connection.url":"jdbc:pg://u:s3cr3tpw@h/db?password=hunter3",
          "vault.password":"${vault:kafka:pw}","errors.log.enable":"true"},
          "tasks":[],"type":"sink"}},
         "a b/c":{"info":{"name":"a b/c","config":{"connector.class":"x.Y","name":"a b/c"},"tasks":[]}}}
        """);
    Masked masked = Masked.of(running(connectors(new ArrayList<>()), List.of()));
    new SnapshotDirectory(directory).write(Landscape.of(masked.running()));
    assertThat(masked.places())
        .containsExactly(
            "config.connection.password of connector 'jdbc' in Connect cluster 'eu'",
            "config.connection.url of connector 'jdbc' in Connect cluster 'eu'");
    String all = SnapshotOfKafkaTest.texts(directory);
    assertThat(all).doesNotContain("hunter2").doesNotContain("hunter3").doesNotContain("s3cr3tpw");
    assertThat(all).contains("${vault:kafka:pw}");
    ReadBack read = ReadBack.of(directory);
    assertThat(read.unread()).isZero();
    assertThat(read.connectors()).hasSize(2);
    TreeMap<String, String> config = new TreeMap<>(masked.running().connectors().get(1).config());
    assertThat(config)
        .containsEntry("connection.password", Masked.PLACEHOLDER)
        .containsEntry("errors.log.enable", "true");
    // So check finds the placeholder where the secret was, too.
    assertThat(read.bundle().all(Secret.class))
        .anyMatch(
            secret ->
                secret.form() == Secret.Form.LITERAL
                    && secret.attribute().equals("config.connection.password"));
    assertThat(server.requests()).containsExactly("GET " + CONNECTORS);
  }

  /** What a standalone worker of Kafka 4.3.0 answered about a file connector. */
  @Test
  void understandsARealWorker() throws IOException {
    try (var recorded = getClass().getResourceAsStream("/recorded/connect-4.3.0-connectors.json")) {
      assertThat(recorded).isNotNull();
      server.answer(CONNECTORS, 200, new String(recorded.readAllBytes(), UTF_8));
    }
    Masked masked = Masked.of(running(connectors(new ArrayList<>()), List.of()));
    new SnapshotDirectory(directory).write(Landscape.of(masked.running()));
    assertThat(directory.resolve("apps/connectors/connector-eu-files.yaml"))
        .hasContent(
            """
            clusterName: eu
            name: files
            config:
              connector.class: "org.apache.kafka.connect.file.FileStreamSourceConnector"
              extra.password: "[secret hidden by headgate]"
              file: "/srv/in.txt"
              name: "files"
              other.password: "${vault:a:b}"
              tasks.max: "1"
              topic: "files"
            """);
    assertThat(ReadBack.of(directory).unread()).isZero();
  }

  @Test
  void readsSubjectsBackAsTheRegistryHasThem() throws IOException {
    server
        .answer("/subjects", 200, "[\"orders.v1-value\",\"Odd / subject\",\"p-value\",\"gone\"]")
        .answer(
            "/subjects/orders.v1-value/versions/latest",
            200,
            "{\"subject\":\"orders.v1-value\",\"version\":3,\"id\":7,\"schema\":"
                + "\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"O\\\",\\\"fields\\\":[]}\"}")
        .answer("/config/orders.v1-value", 200, "{\"compatibilityLevel\":\"FULL\"}")
        .answer(
            "/subjects/Odd%20%2F%20subject/versions/latest",
            200,
            "{\"version\":1,\"schemaType\":\"JSON\",\"schema\":\"{\\\"type\\\":\\\"object\\\"}\","
                + "\"references\":[{\"name\":\"r\",\"subject\":\"base\",\"version\":2}]}")
        .answer(
            "/subjects/p-value/versions/latest",
            200,
            "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = \\\"proto3\\\";\\n\\nmessage P {\\n"
                + "  string a = 1;\\n}\\n\"}");
    List<Running.Subject> subjects = subjects(new ArrayList<>());
    assertThat(subjects)
        .extracting(Running.Subject::name)
        .containsExactly("Odd / subject", "orders.v1-value", "p-value");
    new SnapshotDirectory(directory).write(Landscape.of(running(List.of(), subjects)));
    ReadBack read = ReadBack.of(directory);
    assertThat(read.unread()).isZero();
    assertThat(read.subjects())
        .containsExactly(
            "Odd / subject JSON none 0", "orders.v1-value AVRO FULL 0", "p-value PROTOBUF none 0");
    try (var files = Files.newDirectoryStream(directory.resolve("schemas"), "*.json")) {
      assertThat(files.iterator().next())
          .hasContent(
              """
              {
                "name": "Odd / subject",
                "format": "JSON",
                "schema": "{\\"type\\":\\"object\\"}",
                "headgate-references": {
                  "r": "base 2"
                }
              }
              """);
    }
  }

  /** What Apicurio Registry 3.0.9 answered, which says a level of every subject. */
  @Test
  void understandsARealRegistry() throws IOException {
    try (var recorded = getClass().getResourceAsStream("/recorded/apicurio-3.0.9.tsv")) {
      assertThat(recorded).isNotNull();
      for (String line : new String(recorded.readAllBytes(), UTF_8).lines().toList()) {
        List<String> parts = List.of(line.split("\t", -1));
        server.answer(parts.get(0), Integer.parseInt(parts.get(2)), parts.get(1));
      }
    }
    List<Running.Subject> subjects = subjects(new ArrayList<>());
    assertThat(subjects)
        .extracting(Running.Subject::name, Running.Subject::type, Running.Subject::compatibility)
        .containsExactly(
            tuple("Odd / subject", "JSON", "NONE"),
            tuple("common.Money", "AVRO", "NONE"),
            tuple("orders.v1-value", "AVRO", "FULL_TRANSITIVE"),
            tuple("p-value", "PROTOBUF", "NONE"));
    assertThat(subjects.get(2).references()).containsExactly(Map.entry("Money", "common.Money 1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html>Sign in, hunter2</html>", "", "[1,2", "\"text\"", "[[]]", "{\"a\":1}"})
  void doesNotTakeWhatIsNoAnswer(String body) {
    server.answer(CONNECTORS, new Answer(200, "text/html", body));
    server.answer("/subjects", new Answer(200, "text/html", body));
    assertThatThrownBy(() -> connectors(new ArrayList<>()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Kafka Connect at '" + server.url() + "'")
        .hasMessageContaining("something else than its API says")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> subjects(new ArrayList<>()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("The registry at '" + server.url() + "'");
  }

  @Test
  void saysThatAServerIsIll() {
    server.answer("/subjects", 500, "{\"message\":\"hunter2\"}");
    assertThatThrownBy(() -> subjects(new ArrayList<>()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The registry at '"
                + server.url()
                + "' answered 500 to GET /subjects; nothing was written. Check the URL.");
  }

  @Test
  void doesNotFollowToAnotherPlace() {
    server.answer("/subjects", 302, "");
    assertThatThrownBy(() -> subjects(new ArrayList<>())).hasMessageContaining("answered 302");
  }

  @Test
  void doesNotWaitForEver() {
    server.answer(CONNECTORS, new Answer(0, "", ""));
    long began = System.nanoTime();
    assertThatThrownBy(() -> connectors(new ArrayList<>()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("did not answer");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void makesAGapOfWhatMayNotBeRead() {
    server.answer(CONNECTORS, 403, "").answer("/subjects", 401, "");
    List<Running.Gap> gaps = new ArrayList<>();
    assertThat(connectors(gaps)).isEmpty();
    assertThat(subjects(gaps)).isEmpty();
    assertThat(gaps).extracting(Running.Gap::what).containsExactly("connectors", "subjects");
  }

  @Test
  void saysThatNobodyIsThere() {
    String url = server.url();
    server.close();
    assertThatThrownBy(
            () -> RegistryReader.read(Source.parse(url, "--x", null), TIMEOUT, new ArrayList<>()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The registry at '"
                + url
                + "' cannot be reached: there is no such host, or nobody answers there; nothing was"
                + " written. Check the URL.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost:8083", "ftp://h", "http://", "http://h/?a", "a=b", "http://[x"})
  void wantsAUrl(String text) {
    assertThatThrownBy(() -> Source.parse(text, "--connect", null))
        .isInstanceOf(UserError.class)
        .hasMessage("What --connect says is no URL; write http://HOST:PORT.");
  }

  @Test
  void takesNoPasswordFromTheCommandLine() {
    assertThatThrownBy(() -> Source.parse("http://u:hunter2@h:1", "--connect", null))
        .isInstanceOf(UserError.class)
        .hasMessageNotContaining("hunter2");
    assertThat(Files.exists(directory)).isTrue();
  }
}
