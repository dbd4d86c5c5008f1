package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code headgate baseline} writes, and what {@code check} makes of it. */
class BaselineCommandTest {

  private static final String POLICY =
      """
      version: 1
      bundles:
      - path: dev
        environment: dev
      - path: prod
        environment: prod
      baseline: headgate-baseline.yaml
      """;

  @TempDir Path root;

  private Path policy;
  private Path file;

  @BeforeEach
  void begin() {
    policy = Cli.write(root, "headgate.yaml", POLICY);
    file = root.resolve("headgate-baseline.yaml");
    topic("dev", "a.v1", 1);
    topic("prod", "a.v1", 1);
    topic("prod", "b.v1", 3);
  }

  private void topic(String directory, String name, int replication) {
    Cli.write(
        root,
        directory + "/kafka/topics/topic-" + name + ".yaml",
        """
        name: %s
        partitions: 12
        replication: %d
        configs:
          min.insync.replicas: "2"
          retention.ms: "604800000"
        """
            .formatted(name, replication));
  }

  private Cli run(String command, String... more) {
    String[] args = new String[more.length + 2];
    args[0] = command;
    args[1] = root.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return Cli.run(args);
  }

  private void written() {
    Cli cli = run("baseline");
    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isZero();
  }

  private static void isUserError(Cli cli, String message) {
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).startsWith("headgate: ").contains(message).doesNotContain("Exception");
    assertThat(cli.code()).isEqualTo(2);
  }

  @Test
  void whatIsFoundNowDoesNotCloseTheGateAnyMore() throws IOException {
    assertThat(run("check", "--no-baseline").code()).isEqualTo(1);

    Cli baseline = run("baseline");

    assertThat(baseline.out())
        .contains("  + topic-under-replicated: topic a.v1, replication (dev)\n")
        .contains("  + topic-under-replicated: topic a.v1, replication (prod)\n")
        .endsWith("headgate-baseline.yaml: 4 findings are known (4 added, 0 removed).\n");
    assertThat(Files.readString(file))
        .contains("version: 1\nknown:\n")
        .contains(
            "- {rule: topic-under-replicated, bundle: prod, resource: topic a.v1, attribute:"
                + " replication}\n");
    Cli check = run("check");
    assertThat(check.out())
        .isEqualTo(
            """
            No new findings in 3 resources, 3 files (lenses 3), 2 bundles.
            4 findings are known by 'headgate-baseline.yaml'.
            The gate is open.
            """);
    assertThat(check.code()).isZero();
    assertThat(run("check", "--fail-on", "note").code()).isZero();
    assertThat(run("check", "--no-baseline").out()).contains("[topic-under-replicated]");
  }

  @Test
  void aNewFlawClosesTheGateAgain() {
    written();
    topic("prod", "c.v1", 1);
    Cli check = run("check");
    assertThat(check.out().lines().filter(line -> line.contains("[topic-under-replicated]")))
        .singleElement()
        .asString()
        .startsWith("prod/kafka/topics/topic-c.v1.yaml:3:14: ");
    assertThat(check.out()).contains("\n4 findings are known by 'headgate-baseline.yaml'.\n");
    assertThat(check.code()).isEqualTo(1);
  }

  @Test
  void linesAboveAndOtherWordsChangeNothing() throws IOException {
    written();
    Path topic = root.resolve("prod/kafka/topics/topic-a.v1.yaml");
    Files.writeString(topic, "# one\n\n" + Files.readString(topic));
    assertThat(run("check").code()).isZero();
  }

  @Test
  void whatIsMendedIsToldAndPruned() throws IOException {
    written();
    topic("prod", "a.v1", 3);
    topic("prod", "c.v1", 1);
    assertThat(run("check").out())
        .contains(
            "2 findings are known by 'headgate-baseline.yaml'. 2 entries of it no longer occur;"
                + " 'headgate baseline' prunes them.\n");

    Cli prune = run("baseline", "--prune");

    assertThat(prune.out())
        .contains("  - topic-under-replicated: topic a.v1, replication (prod)\n")
        .doesNotContain("  + ")
        .endsWith("headgate-baseline.yaml: 2 findings are known (0 added, 2 removed).\n");
    assertThat(Files.readString(file)).doesNotContain("c.v1", "bundle: prod");
    assertThat(run("check").code()).isEqualTo(1);
    assertThat(run("baseline", "--prune").out())
        .isEqualTo(
            "headgate-baseline.yaml is as it should be: 2 findings are known (0 added, 0"
                + " removed).\n");
  }

  @Test
  void whoLooksAtOneEnvironmentLeavesTheOthersAlone() throws IOException {
    written();
    String before = Files.readString(file);
    assertThat(run("check", "--environment", "dev").out()).doesNotContain("no longer");
    assertThat(Cli.run("check", root.resolve("dev").toString()).out()).doesNotContain("no longer");
    run("baseline", "--environment", "dev");
    assertThat(file).content().isEqualTo(before);
    Cli.run("baseline", root.resolve("prod").toString());
    assertThat(file).content().isEqualTo(before);
  }

  @Test
  void aBundleThatIsGoneIsPruned() throws IOException {
    written();
    Files.delete(root.resolve("dev/kafka/topics/topic-a.v1.yaml"));
    run("baseline");
    assertThat(Files.readString(file)).contains("prod").doesNotContain("dev");
  }

  @Test
  void whatIsNotReadStaysOpen() throws IOException {
    Cli.write(root, "prod/kafka/topics/topic-cut.yaml", "name: [cut\n");
    Cli baseline = run("baseline");
    assertThat(baseline.out())
        .contains(
            "1 finding is left out and still open, for what is not read would pass as clean:\n"
                + "  prod/kafka/topics/topic-cut.yaml:");
    assertThat(Files.readString(file)).doesNotContain("unreadable-document");
    Cli check = run("check");
    assertThat(check.out()).contains("[unreadable-document]");
    assertThat(check.code()).isEqualTo(1);
  }

  @Test
  void sarifSuppressesWhatIsKnown() throws IOException {
    written();
    topic("prod", "c.v1", 1);
    String log = run("check", "--report", "sarif").out();
    assertThat(
            log.lines()
                .filter(line -> line.startsWith("{\"ruleId\"") || line.startsWith(",{\"ruleId\"")))
        .hasSize(6);
    assertThat(log.split("\"suppressions\":\\[\\]", -1)).hasSize(3);
    assertThat(
            log.split(
                "\"suppressions\":\\[\\{\"kind\":\"external\",\"status\":\"accepted\","
                    + "\"justification\":\"Known by the baseline 'headgate-baseline.yaml'.\"\\}\\]",
                -1))
        .hasSize(5);
    assertThat(run("check", "--no-baseline", "--report", "sarif").out())
        .doesNotContain("suppressions");
    assertThat(log).contains("\"exitCode\":1");
    String schema;
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema, InputFormat.JSON)
                .validate(log, InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void itHoldsFromAnyDirectory() throws IOException {
    // A secret is known by the path of its file, a bundle by its own.
    Path inside = root.resolve("team/kafka");
    Cli.write(inside, "headgate.yaml", POLICY);
    Cli.write(
        inside,
        "prod/kafka/topics/topic-a.v1.yaml",
        "name: a.v1\npartitions: 1\nreplication: 1\ndescription: AKIA7X2QJ5LMN3RTV4WZ\nodd: 1\n");
    Cli fromInside = Cli.run("baseline", inside.toString());
    assertThat(fromInside.out())
        .contains("secret-known-format: secret description of document prod/");
    // As seen from further up: the policy lies below the root of the run.
    Cli.run("baseline", root.toString(), "--policy", inside.resolve("headgate.yaml").toString());
    Cli above =
        Cli.run("check", root.toString(), "--policy", inside.resolve("headgate.yaml").toString());
    assertThat(above.out()).contains("No new findings").doesNotContain("no longer");
    assertThat(Files.readString(inside.resolve("headgate-baseline.yaml")))
        .contains("prod/kafka/topics/topic-a.v1.yaml")
        .doesNotContain("team/", "AKIA");
    assertThat(Cli.run("check", inside.toString()).code()).isZero();
  }

  @Test
  void aPolicyWithoutABaselineSaysWhatToDo() throws IOException {
    Files.writeString(policy, POLICY.replaceAll("baseline:.*\n", ""));
    isUserError(run("baseline"), "Add the line 'baseline: headgate-baseline.yaml' to it");
    Files.delete(policy);
    isUserError(run("baseline"), "There is no policy");
  }

  @Test
  void aBaselineThatIsNotThereIsAnErrorOfThePolicy() {
    Cli check = run("check");
    isUserError(check, "headgate.yaml:7:11: There is no baseline 'headgate-baseline.yaml'.");
    assertThat(run("inspect").code()).isZero();
    assertThat(run("access").err()).doesNotContain("baseline");
  }

  @Test
  void aFileThatIsNoBaselineIsNeverOverwritten() throws IOException {
    Files.writeString(policy, POLICY.replace("headgate-baseline.yaml", "headgate.yaml"));
    String before = Files.readString(policy);
    isUserError(run("baseline"), "is unknown in the baseline");
    assertThat(policy).content().isEqualTo(before);
  }

  @Test
  void aLinkThatLeadsOutIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Path other = Files.writeString(elsewhere.resolve("known.yaml"), "version: 1\n");
    Files.createSymbolicLink(file, other);
    isUserError(run("check"), "A link leads the baseline");
    isUserError(run("baseline"), "A link leads the baseline");
    assertThat(other).content().isEqualTo("version: 1\n");
    Files.delete(file);
    Files.createSymbolicLink(file, elsewhere.resolve("nowhere.yaml"));
    isUserError(run("baseline"), "A link leads the baseline");
    assertThat(elsewhere.resolve("nowhere.yaml")).doesNotExist();
  }

  @Test
  void withoutBundlesTheWholeMustBeSeen() throws IOException {
    Files.writeString(policy, "version: 1\nbaseline: headgate-baseline.yaml\n");
    isUserError(
        Cli.run("baseline", root.resolve("prod").toString()),
        "Give the directory of the policy as the path.");
    written();
    assertThat(run("check").code()).isZero();
    Cli part = Cli.run("check", root.resolve("prod/kafka/topics").toString());
    assertThat(part.out()).doesNotContain("no longer");
  }

  @Test
  void aMisspeltRuleIsToldAndAForeignOneIsGone() throws IOException {
    written();
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("topic-under-replicated", "topic-under-replicatd"));
    isUserError(run("check"), "Did you mean 'topic-under-replicated'?");
    assertThat(run("baseline", "--prune").out()).contains("- topic-under-replicatd: ");
    Files.writeString(file, text.replaceFirst("topic-under-replicated", "acme-no-such-rule"));
    Cli check = run("check");
    assertThat(check.out()).contains("1 entry of it no longer occurs");
    assertThat(check.code()).isEqualTo(1);
  }

  @Test
  void itHasHelpAndCompletion() {
    assertThat(Cli.run("baseline", "--help").out()).contains("--prune", "Exit codes:");
    assertThat(Cli.run("completion").out()).contains("baseline", "--prune", "--no-baseline");
  }
}
