package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code headgate drift} beside what a snapshot wrote. */
class DriftCommandTest {

  @TempDir Path root;

  @BeforeEach
  void aLandscapeAndWhatRuns() {
    topic("declared", "orders", 3);
    topic("declared", "payments", 1);
    Cli.write(root, "running/.headgate-snapshot/manifest", "headgate snapshot 1\n");
    Cli.write(
        root,
        "running/.headgate-snapshot/cluster.yaml",
        "clusterId: x\nregistry: false\nconnects: []\ntopicDefaults: {}\n");
    topic("running", "orders", 3);
    topic("running", "payments", 1);
  }

  private void topic(String where, String name, int partitions) {
    Cli.write(
        root,
        where + "/kafka/topics/topic-" + name + ".yaml",
        "name: " + name + "\npartitions: " + partitions + "\nreplication: 1\nconfigs: {}\n");
  }

  private Cli drift(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "drift",
                root.resolve("declared").toString(),
                "--snapshot",
                root.resolve("running").toString()));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  @Test
  void saysThatThereIsNone() {
    Cli cli = drift();
    assertThat(cli.out())
        .contains("No findings in 2 resources, 2 files (lenses 2), 1 bundle.\n")
        .endsWith("There is no drift.\n");
    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isZero();
  }

  @Test
  void saysWhatWasNotCompared() {
    Cli.write(
        root,
        "declared/apps/connectors/connector-eu-files.yaml",
        """
        clusterName: eu
        name: files
        config:
          connector.class: FileStreamSink
          topics: orders
        """);
    Cli.write(
        root,
        "declared/schemas/orders-value.yaml",
        "name: orders-value\nformat: AVRO\nschema: '\"string\"'\n");
    Cli.write(
        root,
        "running/.headgate-snapshot/gaps.yaml",
        "- what: ACLs\n  text: \"The ACLs may not be read. Allow DESCRIBE on CLUSTER <b>.\"\n");
    Cli.write(
        root,
        "declared/kafka/acls/acls.yaml",
        """
        - permissionType: ALLOW
          principal: User:web
          host: "*"
          operation: WRITE
          resourceType: TOPIC
          patternType: LITERAL
          resourceName: orders
        """);
    Cli cli = drift();
    assertThat(cli.out())
        .contains("Not compared: 'The ACLs may not be read. Allow DESCRIBE on CLUSTER <b>.'\n")
        .contains("Connectors are not compared: no Connect cluster was asked ('--connect').")
        .contains("Schemas are not compared: no registry was asked ('--schema-registry').");
    assertThat(cli.code()).isZero();
    assertThat(drift("--report", "html").out()).doesNotContain("CLUSTER <b>");
    assertThat(drift("--report", "markdown").out())
        .startsWith("<!-- headgate -->\n## headgate: there is no drift\n");
  }

  @Test
  void writesJsonAndSarifAtTheDeclaringLine() {
    topic("running", "orders", 5);
    topic("running", "added", 1);
    JsonMapper json = new JsonMapper();
    Cli cli = drift("--report", "json");
    assertThat(cli.code()).isEqualTo(1);
    JsonNode report = json.readTree(cli.out());
    assertThat(report.at("/running/source").asString()).endsWith("running");
    assertThat(report.at("/results/0/rule").asString()).isEqualTo("drift-undeclared");
    assertThat(report.at("/results/1/rule").asString()).isEqualTo("drift-different");
    assertThat(report.at("/results/1/attribute").asString()).isEqualTo("partitions");
    JsonNode log = json.readTree(drift("--report", "sarif").out()).at("/runs/0");
    assertThat(log.at("/automationDetails/id").asString()).startsWith("headgate-drift/");
    assertThat(log.at("/results/1/locations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(2);
    assertThat(log.at("/invocations/0/exitCode").asInt()).isEqualTo(1);
  }

  @Test
  void heedsThePolicy() {
    topic("running", "orders", 5);
    topic("running", "added", 1);
    assertThat(drift("--fail-on", "error").code()).isEqualTo(1);
    Cli.write(
        root,
        "headgate.yaml",
        """
        version: 1
        waivers: waivers.yaml
        rules:
          drift-undeclared: note
        """);
    Cli.write(
        root,
        "waivers.yaml",
        """
        version: 1
        waivers:
        - rule: drift-different
          resource: topic orders
          reason: Grown in the night of the sale, the declaration follows.
          owner: shop
          approver: platform
          until: 2999-01-01
        - rule: topic-under-replicated
          resource: topic orders
          reason: Another command's.
          owner: shop
          approver: platform
          until: 2999-01-01
        """);
    Cli cli = drift("--fail-on", "error");
    assertThat(cli.out())
        .contains(": note: Topic 'added' runs and nobody declares it.")
        .contains("1 finding is waived")
        .doesNotContain("waives nothing");
    assertThat(cli.code()).as(cli.out() + cli.err()).isZero();
    assertThat(drift().code()).isEqualTo(1);
    assertThat(drift("--no-waivers", "--fail-on", "error").code()).isEqualTo(1);
  }

  @Test
  void comparesOneClusterWithAllThatIsDeclaredForIt() {
    Cli.write(
        root,
        "headgate.yaml",
        """
        version: 1
        bundles:
        - {name: a, paths: [declared], environment: prod}
        - {name: b, paths: [other], environment: prod}
        - {name: c, paths: [test], environment: test}
        """);
    topic("other", "added", 1);
    topic("running", "added", 1);
    topic("test", "orders", 1);
    String running = root.resolve("running").toString();
    Cli all = Cli.run("drift", root.toString(), "--snapshot", running);
    assertThat(all.code()).isEqualTo(2);
    assertThat(all.err()).contains("'prod', 'test'");
    Cli one = Cli.run("drift", root.toString(), "--snapshot", running, "--environment", "prod");
    assertThat(one.out()).as(one.err()).contains("There is no drift.");
    assertThat(one.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "headgate.yaml | x: [ | headgate.yaml",
        "headgate.yaml | {version: 1, rules: {drift-missing: off, drift-undeclared: off,"
            + " drift-different: off}} | turns off all rules about drift",
        "running/.headgate-snapshot/cluster.yaml | brokers: -1 |"
            + " is not what 'headgate snapshot' writes",
        "declared/kafka/topics/topic-x.yaml | name: [ | A file cannot be read: ",
        "running/kafka/topics/topic-x.yaml | name: [ | A file of what runs cannot be read: ",
        "running/.headgate-snapshot/groups.yaml | - [ | is not what 'headgate snapshot' writes",
        "running/.headgate-snapshot/groups.yaml |"
            + " [{name: g, state: Stable, positions: [{topic: a, partition: x, lag: 1}]}] |"
            + " is not what 'headgate snapshot' writes",
        "running/.headgate-snapshot/journal | x | was not written to its end",
      })
  void saysWhatCannotBeCompared(String file, String text, String message) {
    Cli.write(root, file, text + "\n");
    Cli cli = drift();
    assertThat(cli.err()).contains(message);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "                                      | Say what runs",
        "--snapshot s --bootstrap-server a:1   | Say what runs",
        "--snapshot nowhere                    | holds no snapshot",
        "--bootstrap-server localhost          | is no address of a broker",
        "--bootstrap-server localhost:1        | nobody answers",
        "--snapshot running --connect http://a | goes with '--bootstrap-server'",
        "--snapshot running --environment x --policy none.yaml | none.yaml",
        "--snapshot running --watch 0          | '--watch' takes 1 to 86400 seconds",
        "--snapshot running --watch 5 --metrics-port 70000 | takes a port",
        "--snapshot running --metrics-port 80  | '--metrics-port' goes with '--watch'.",
        "--watch 5                             | Say what runs",
      })
  void saysWhatIsWrongWithTheCommandLine(String options, String message) {
    List<String> args = new ArrayList<>(List.of("drift", root.resolve("declared").toString()));
    if (options != null) {
      for (String word : options.strip().split(" ", -1)) {
        args.add(word.equals("running") ? root.resolve(word).toString() : word);
      }
    }
    Cli cli = Cli.run(args.toArray(String[]::new));
    assertThat(cli.err()).contains(message).doesNotContain("Exception");
    assertThat(cli.code()).isEqualTo(2);
  }

  @Test
  void showsNoSecretOfAConnector() {
    String secret = "hunter2-of-the-database";
    Cli.write(
        root,
        "running/.headgate-snapshot/cluster.yaml",
        "clusterId: x\nregistry: false\nconnects:\n- name: eu\ntopicDefaults: {}\n");
    String connector =
        "clusterName: eu\nname: jdbc\nconfig:\n  connector.class: a.B\n  topics: orders\n";
    Cli.write(
        root,
        "declared/apps/connectors/connector-eu-jdbc.yaml",
        connector + "  connection.password: other\n  dsn: x\n");
    Cli.write(
        root,
        "running/apps/connectors/connector-eu-jdbc.yaml",
        connector + "  connection.password: " + secret + "\n  dsn: " + secret + "\n");
    for (String format : ReportTarget.FORMATS) {
      Cli cli = drift("--report", format);
      assertThat(cli.out()).as(format).contains("dsn").doesNotContain(secret);
      assertThat(cli.code()).isEqualTo(1);
    }
  }

  @Test
  void aCheckOfASnapshotKnowsTheGroups() {
    Cli.write(
        root,
        "running/.headgate-snapshot/groups.yaml",
        """
        - name: billing
          state: Empty
          type: Classic
          positions:
          - topic: orders
            partition: 0
            committed: 3
            end: 5
            lag: 2
        """);
    Cli of = Cli.run("check", root.resolve("running").toString());
    assertThat(of.out())
        .contains("Group 'billing' has no member, and 2 records of topic 'orders' wait for it.")
        .contains("No group of consumers has an offset on topic 'payments'")
        .doesNotContain("[drift-");
    assertThat(Cli.run("check", root.resolve("declared").toString()).out())
        .doesNotContain("billing")
        .doesNotContain("topic-unread");
  }

  @Test
  void watchesUntilItIsTerminated() throws IOException, InterruptedException {
    topic("running", "orders", 5);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.headgate.cli.Main",
                "drift",
                root.resolve("declared").toString(),
                "--snapshot",
                root.resolve("running").toString(),
                "--watch",
                "1",
                "--address",
                "localhost",
                "--metrics-port",
                "0")
            .directory(root.toFile())
            .redirectOutput(root.resolve("out").toFile())
            .redirectError(root.resolve("err").toFile())
            .start();
    try {
      await("out", "There is drift.");
      topic("running", "orders", 3);
      await("out", "There is no drift.");
      await("err", "headgate: Health and metrics are at port ");
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(Files.readString(root.resolve("out")).split("There is drift\\.", -1)).hasSize(2);
  }

  private void await(String file, String wanted) throws IOException, InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Files.readString(root.resolve(file)).contains(wanted) && System.nanoTime() < until) {
      Thread.sleep(50);
    }
    assertThat(Files.readString(root.resolve(file))).contains(wanted);
  }
}
