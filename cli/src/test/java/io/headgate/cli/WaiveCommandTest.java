package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.headgate.engine.policy.WaiverSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code headgate waive} writes, and what {@code check} makes of waivers. */
class WaiveCommandTest {

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final String until = today.plusYears(1).toString();

  private static final String POLICY =
      """
      version: 1
      bundles:
      - path: dev
        environment: dev
      - path: prod
        environment: prod
      waivers: headgate-waivers.yaml
      """;

  private final String other =
      """
      - rule: topic-under-replicated   # behind
        resource: topic gone.v1
        reason: |
          A reason of
          two lines
        owner: orders
        approver: jane
        until: %s
      """
          .formatted(until);

  @TempDir Path root;

  private Path file;

  @BeforeEach
  void begin() {
    Cli.write(root, "headgate.yaml", POLICY);
    file = root.resolve("headgate-waivers.yaml");
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
          min.insync.replicas: "1"
          retention.ms: "604800000"
        """
            .formatted(name, replication));
  }

  private Cli check(String... more) {
    List<String> args = new ArrayList<>(List.of("check", root.toString()));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  private Cli waive(String resource, String until, String... more) {
    List<String> args = new ArrayList<>(List.of("waive", "topic-under-replicated", resource));
    args.add(root.toString());
    args.addAll(List.of("--reason", "Three brokers: next week", "--until", until));
    args.addAll(List.of("--owner", "orders", "--approver", "jane"));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  private String entry(String more) {
    return "- rule: topic-under-replicated\n  resource: topic a.v1\n"
        + more
        + "  reason: \"Three brokers: next week\"\n  owner: orders\n  approver: jane\n  until: "
        + until
        + "\n";
  }

  private static void isUserError(Cli cli, String message) {
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).startsWith("headgate: ").contains(message).doesNotContain("Exception");
    assertThat(cli.code()).isEqualTo(2);
  }

  private static List<String> flawed(Cli check) {
    return check
        .out()
        .lines()
        .filter(line -> line.endsWith("[topic-under-replicated]"))
        .map(line -> line.substring(0, line.indexOf(':')))
        .toList();
  }

  @Test
  void whatIsWaivedDoesNotCloseTheGateAnyMore() throws IOException {
    Cli waive = waive("topic a.v1", until);

    assertThat(waive.err()).isEmpty();
    assertThat(waive.out())
        .startsWith(
            "headgate-waivers.yaml: 'topic-under-replicated' is waived for 'topic a.v1' until "
                + until
                + ". It waives 2 findings now:\n  dev/kafka/topics/topic-a.v1.yaml:3:14: Topic"
                + " 'a.v1' has replication factor 1");
    assertThat(waive.code()).isZero();
    assertThat(Files.readString(file))
        .startsWith("# ")
        .endsWith("version: 1\nwaivers:\n" + entry(""));
    Cli check = check();
    assertThat(flawed(check)).isEmpty();
    assertThat(check.out())
        .contains(
            "\n2 findings are waived, the next of them until " + until + " (owner 'orders').");
    assertThat(check.code()).isZero();
    assertThat(check("--no-waivers").code()).isEqualTo(1);
    assertThat(flawed(check("--no-waivers"))).hasSize(2);
  }

  @Test
  void itMayBeAboutOneBundleAndOneAttribute() throws IOException {
    assertThat(waive("topic a.v1", until, "--bundle", "prod").code()).isZero();
    assertThat(flawed(check())).containsExactly("dev/kafka/topics/topic-a.v1.yaml");
    assertThat(
            waive("topic a.v1", until, "--environment", "dev", "--attribute", "replication").out())
        .contains("until " + until + ". It waives 1 finding now:");
    assertThat(flawed(check())).isEmpty();
    assertThat(Files.readString(file))
        .endsWith(
            entry("  bundle: prod\n") + entry("  attribute: replication\n  environment: dev\n"));
  }

  @Test
  void whatPeopleWroteStaysAsItIs() throws IOException {
    String before = "# ours\nversion: 1\n\nwaivers: # the list\n" + other;
    Files.writeString(file, before);
    assertThat(waive("topic a.v1", until).code()).isZero();
    assertThat(Files.readString(file)).isEqualTo(before + entry(""));

    String indented = before.replace(other, other.indent(2)) + "# at the end\n";
    Files.writeString(file, indented);
    assertThat(waive("topic a.v1", until).code()).isZero();
    assertThat(Files.readString(file))
        .isEqualTo(indented.replace("# at the end\n", entry("").indent(2) + "# at the end\n"));

    String windows = before.replace("\n", "\r\n");
    Files.writeString(file, windows);
    assertThat(waive("topic a.v1", until).code()).isZero();
    assertThat(Files.readString(file)).isEqualTo(windows + entry("").replace("\n", "\r\n"));

    Files.writeString(file, before.substring(0, before.length() - 1));
    assertThat(waive("topic a.v1", until).code()).isZero();
    assertThat(Files.readString(file)).isEqualTo(before + entry(""));
  }

  @Test
  void aListMayBeEmptyOrNotThereYet() throws IOException {
    for (String before :
        List.of("version: 1\n", "version: 1\nwaivers:\n", "version: 1\nwaivers: []\n")) {
      Files.writeString(file, before);
      assertThat(waive("topic a.v1", until).err()).isEmpty();
      assertThat(Files.readString(file)).isEqualTo("version: 1\nwaivers:\n" + entry(""));
    }
    Files.writeString(file, "waivers: []   # none\nversion: 1\n");
    assertThat(waive("topic a.v1", until).err()).isEmpty();
    assertThat(Files.readString(file))
        .isEqualTo("waivers:   # none\n" + entry("") + "version: 1\n");
  }

  @Test
  void aFileInAnotherFormIsLeftAlone() throws IOException {
    String flow =
        "version: 1\nwaivers: [{rule: topic-under-replicated, resource: topic x, reason: r, owner:"
            + " o, approver: a, until: "
            + until
            + "}]\n";
    Files.writeString(file, flow);
    isUserError(
        waive("topic a.v1", until),
        "A waiver cannot be added to 'headgate-waivers.yaml' as it is written.");
    assertThat(file).hasContent(flow);
  }

  @Test
  void aWaiverForNothingNeedsForce() throws IOException {
    isUserError(
        waive("topic a.v2", until),
        "'topic-under-replicated' finds nothing about 'topic a.v2' that is not waived yet, so"
            + " nothing is written. It finds something about 'topic a.v1'.");
    isUserError(
        waive("topic a.v1", until, "--attribute", "partitions"),
        "It finds something about another attribute, bundle or environment.");
    assertThat(file).doesNotExist();
    assertThat(waive("topic a.v2", until, "--force").out()).endsWith(". It waives nothing now.\n");
    assertThat(check().out()).contains("[waiver-unused]");
    assertThat(waive("topic a.v1", until).code()).isZero();
    isUserError(waive("topic a.v1", until), "nothing about 'topic a.v1' that is not waived yet");
  }

  @Test
  void whatIsSaidWrongIsNotWritten() {
    isUserError(
        waive("topic a.v1", "soon"),
        "'--until' takes a day such as 2027-01-31, but was given 'soon'.");
    isUserError(waive("topic a.v1", today.minusDays(1).toString()), "has passed.");
    isUserError(waive("topc a.v1", until), "There is no kind of resource 'topc'. Did you mean");
    isUserError(waive("topic a.v1", until, "--bundle", "prd"), "The policy has no bundle 'prd'.");
    isUserError(waive("topic a.v1", until, "--attribute"), "'--attribute'");
    isUserError(Cli.run("waive", "topic-under-replicated"), "'RESOURCE'");
    Cli.write(root, "headgate.yaml", POLICY + "unwaivable: [topic-under-replicated]\n");
    isUserError(waive("topic a.v1", until), "the policy lists it under 'unwaivable'");
    Cli.write(root, "headgate.yaml", "version: 1\n");
    isUserError(waive("topic a.v1", until), "Add the line 'waivers: headgate-waivers.yaml' to it");
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileThatIsNamedMustBeThereAndInOrder() throws IOException {
    isUserError(check(), "headgate.yaml:7:10: There is no file of waivers");
    Files.writeString(file, "version: 1\nwaivers:\n- rule: topic-under-replicatd\n");
    isUserError(check(), "headgate-waivers.yaml:3:9: There is no rule 'topic-under-replicatd'.");
    assertThat(check("--no-waivers").code()).isEqualTo(1);
    Files.write(file, new byte[] {(byte) 0xFF});
    isUserError(check(), "is not UTF-8");
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("/etc/hostname"));
    isUserError(check(), "A link leads the file of waivers 'headgate-waivers.yaml' out of");
  }

  @Test
  void anExpiredWaiverClosesTheGateAndSaysWhy() throws IOException {
    Files.writeString(
        file,
        "version: 1\nwaivers:\n"
            + entry("").replace(until, today.minusDays(1).toString())
            + entry("  bundle: dev\n").replace(until, today.plusDays(3).toString()));
    Cli check = check();
    assertThat(check.out())
        .contains("headgate-waivers.yaml:3:9: error: The waiver of 'topic-under-replicated' for")
        .contains("headgate-waivers.yaml:9:9: note: ")
        .contains("3 more days; from then on one finding is open again.")
        .contains("  3 | - rule: topic-under-replicated\n");
    assertThat(flawed(check)).containsExactly("prod/kafka/topics/topic-a.v1.yaml");
    assertThat(check.code()).isEqualTo(1);
  }

  @Test
  void aCheckOfOneBundleSaysNothingOfWaiversForOthers() throws IOException {
    Files.writeString(file, "version: 1\nwaivers:\n" + entry("  bundle: dev\n"));
    Cli prod = Cli.run("check", root.resolve("prod").toString());
    assertThat(prod.out()).doesNotContain("waiver-").contains("[topic-under-replicated]");
  }

  @Test
  void theBaselineTakesNothingInThatIsWaivedOrAboutWaivers() throws IOException {
    Cli.write(root, "headgate.yaml", POLICY + "baseline: headgate-baseline.yaml\n");
    Files.writeString(
        file,
        "version: 1\nwaivers:\n"
            + entry("  bundle: prod\n")
            + entry("  bundle: dev\n").replace(until, today.minusDays(1).toString()));
    Cli baseline = Cli.run("baseline", root.toString());
    assertThat(baseline.out())
        .contains("topic a.v1, replication (dev)")
        .doesNotContain("replication (prod)")
        .contains("left out and still open")
        .contains("[waiver-expired]");
    assertThat(Files.readString(root.resolve("headgate-baseline.yaml")))
        .contains("bundle: dev, resource: topic a.v1")
        .doesNotContain("bundle: prod, resource: topic a.v1")
        .doesNotContain("waiver-");
    Cli check = check();
    assertThat(check.out()).contains("1 finding is waived").contains("known by");
    assertThat(check.code()).isEqualTo(1);
  }

  @Test
  void theFileIsNoPartOfTheLandscape() throws IOException {
    Files.write(file, ("version: 1\nwaivers:\n" + entry("")).getBytes(StandardCharsets.UTF_8));
    assertThat(check().out()).doesNotContain("skipped");
  }

  @Test
  void theSchemaTakesWhatIsWrittenAndNothingElse() throws IOException {
    assertThat(waive("topic a.v1", until, "--bundle", "prod").code()).isZero();
    String written = Files.readString(file);
    assertThat(breaches(written)).isEmpty();
    for (String wrong :
        List.of(
            written.replace("  owner: orders\n", ""),
            written.replace("  owner: orders\n", "  owner: ''\n"),
            written.replace(until, "soon"),
            written.replace("topic a.v1", "a.v1"),
            written.replace("  owner:", "  ticket: X-1\n  owner:"),
            written.replace("version: 1", "version: 2"))) {
      assertThat(breaches(wrong)).isNotEmpty();
    }
  }

  private static List<?> breaches(String yaml) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(WaiverSchema.json(Packs.load().catalog()), InputFormat.JSON)
        .validate(yaml, InputFormat.YAML);
  }
}
