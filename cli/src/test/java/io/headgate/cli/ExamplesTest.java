package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.policy.PolicySchema;
import io.headgate.engine.report.Report;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the examples are said to show, they show. */
class ExamplesTest {

  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();

  @TempDir Path work;

  private static Report report(String example) throws IOException {
    return report(example, null);
  }

  private static Report report(String example, @Nullable String before) throws IOException {
    Path path = EXAMPLES.resolve(example);
    Scope scope =
        Scope.of(
            List.of(path),
            Packs.load(),
            Commands.line("test", List.of("check"))
                .parseArgs("check", path.toString())
                .subcommand(),
            Map.of());
    return new Run(
            new DiskFiles(scope.root(), scope.paths()),
            before == null
                ? null
                : BaseDirectory.of(EXAMPLES.resolve(before), List.of(path), Tree.DISK)
                    .base(List.of(path), scope),
            scope.catalog(),
            scope.policy(),
            "",
            null,
            rule -> true,
            Progress.NONE)
        .report();
  }

  @Test
  void theFilesThatTheDocumentationShowsAreRead() throws IOException {
    String text = Files.readString(EXAMPLES.resolveSibling("docs/pages.md"));
    Matcher block =
        Pattern.compile("```yaml (\\S+)\n(.*?)```", Pattern.DOTALL)
            .matcher(text.substring(text.indexOf("## Files of a case")));
    int files = 0;
    for (; block.find(); files++) {
      Cli.write(work, block.group(1), block.group(2));
    }

    Cli check = Cli.run("check", work.toString());

    assertThat(check.err()).isEmpty();
    assertThat(check.out())
        .contains(" in 11 resources, " + files + " files (")
        .contains("), 1 bundle.")
        .doesNotContain("[unknown-", "[unreadable-", "[duplicate-", "skipped");
    assertThat(files).isEqualTo(10);
  }

  /** The list was written by hand together with the flaws, before there was anything to run. */
  @Test
  void everyPlantedFlawIsFoundExactlyAndNothingElse() throws IOException {
    assertThat(found(report("payments")))
        .containsExactlyInAnyOrderElementsOf(lines("payments-findings.txt"));
  }

  /**
   * Each finding needs files of two tools at least: access in Terraform for a topic of Strimzi, a
   * connector in JSON without an alert of Prometheus, and personal fields of an Avro schema that a
   * connector takes out.
   */
  @Test
  void oneLandscapeOfFiveToolsIsJudgedTogether() throws IOException {
    assertThat(found(report("mixed")))
        .containsExactlyInAnyOrderElementsOf(lines("mixed-findings.txt"));
    Cli check = Cli.run("check", EXAMPLES.resolve("mixed").toString());
    assertThat(check.out())
        .contains("(connect 2, prometheus 1, schema-files 2, strimzi 2, terraform 2), 1 bundle.")
        .doesNotContain("skipped", "not understood");
  }

  private static List<String> found(Report report) {
    return report.results().stream()
        .map(result -> range(result.finding().place()) + " " + result.finding().rule().id())
        .toList();
  }

  private List<String> lines(String resource) throws IOException {
    return new String(resource(resource), StandardCharsets.UTF_8).lines().toList();
  }

  private static String range(Place place) {
    return place.file()
        + ":"
        + place.startLine()
        + ":"
        + place.startColumn()
        + "-"
        + place.endLine()
        + ":"
        + place.endColumn();
  }

  @Test
  void paymentsBreaksEveryRule() throws IOException {
    Set<String> broken =
        report("payments").results().stream()
            .map(result -> result.finding().rule().id())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> all = new TreeSet<>(Packs.load().catalog().ids());
    // Whoever cannot read a statement takes it to pass everything on: pii-derived-unmasked would
    // speak too, and of more than is there.
    all.removeAll(Set.of("unreadable-document", "unknown-kind", "app-unreadable-sql"));
    // The example is a landscape of one tool, and these are about objects of others.
    all.removeAll(
        Set.of(
            "removed-version",
            "bypassed-validation",
            "unknown-dialect",
            "unknown-instances",
            "ignored-object",
            "alert-missing-baseline",
            "alert-missing-runbook",
            "alert-missing-severity"));
    // The example has no base to be compared with.
    all.removeIf(
        id -> needsBase(id) || id.equals("unreadable-base") || id.equals("policy-weakened"));
    // Nobody has asked a cluster; the pages of these rules have what one would say.
    all.removeIf(id -> id.startsWith("drift-") || id.startsWith("group-"));
    all.remove("topic-unread");
    // It has no waivers: what is said of them changes with the day.
    all.removeAll(CoreRules.ABOUT_WAIVERS);
    assertThat(broken).isEqualTo(all);
  }

  private static boolean needsBase(String id) {
    return id.startsWith("change-") || id.equals("schema-breaking");
  }

  /** Each line of the list was read against the files, together with its message. */
  @Test
  void whatTheMergeRequestDoesWrongIsFoundExactlyAndNothingElse() throws IOException {
    assertThat(found(report("change/after", "change/before")))
        .containsExactlyInAnyOrderElementsOf(lines("change-findings.txt"));
  }

  @Test
  void theMergeRequestBreaksEveryRuleThatNeedsABase() throws IOException {
    Set<String> all = new TreeSet<>(Packs.load().catalog().ids());
    all.removeIf(id -> !needsBase(id));
    assertThat(
            lines("change-findings.txt").stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .distinct())
        .hasSizeGreaterThan(1)
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void theMergeRequestClosesTheGateOnlyWhenItIsCompared() {
    String before = EXAMPLES.resolve("change/before").toString();
    for (String state : List.of("before", "after", "after-fixed")) {
      Cli alone = Cli.run("check", EXAMPLES.resolve("change").resolve(state).toString());
      assertThat(alone.out()).as(state).startsWith("No findings in ").doesNotContain("skipped");
      assertThat(alone.code()).as(state).isZero();
    }
    Cli after = Cli.run("check", EXAMPLES.resolve("change/after").toString(), "--base", before);
    assertThat(after.code()).isEqualTo(1);
    Cli fixed =
        Cli.run("check", EXAMPLES.resolve("change/after-fixed").toString(), "--base", before);
    assertThat(fixed.out()).startsWith("No findings in ").doesNotContain("skipped");
    assertThat(fixed.code()).isZero();
  }

  @Test
  void thePageOfTheMergeRequestNamesEveryRule() throws IOException {
    String page = Files.readString(EXAMPLES.resolve("change/README.md"));
    for (String id : Packs.load().catalog().ids()) {
      assertThat(page.contains("[`" + id + "`][")).as(id).isEqualTo(needsBase(id));
    }
    Report report = report("change/after", "change/before");
    assertThat(page)
        .contains("`after` has " + report.results().size() + ":")
        .contains(
            report.count(Severity.ERROR)
                + " errors, "
                + report.count(Severity.WARNING)
                + " warnings");
    Matcher link = Pattern.compile("(?:\\]\\(|\\]: )([^)\\s]+)").matcher(page);
    int links = 0;
    for (; link.find(); links++) {
      assertThat(EXAMPLES.resolve("change").resolve(link.group(1))).isRegularFile();
    }
    assertThat(links).isGreaterThan(10);
  }

  @Test
  void exitCodes() {
    assertThat(Cli.run("check", EXAMPLES.resolve("payments").toString()).code()).isEqualTo(1);
    Cli fixed = Cli.run("check", EXAMPLES.resolve("payments-fixed").toString());
    assertThat(fixed.out()).startsWith("No findings in ");
    assertThat(fixed.code()).isZero();
    Cli orders = Cli.run("check", EXAMPLES.resolve("orders").toString());
    assertThat(orders.out()).startsWith("No findings in ").doesNotContain("skipped");
    assertThat(orders.code()).isZero();
  }

  @Test
  void rulesAreCountedByGroup() {
    String rules = Cli.run("rules").out();
    String counts = rules.substring(rules.lastIndexOf("\n\n") + 2);
    int all = Packs.load().catalog().ids().size();
    assertThat(counts).startsWith(all + " rules: 1 account, ").endsWith(".\n");
    assertThat(Pattern.compile("\\d+").matcher(counts).results())
        .extracting(number -> Integer.parseInt(number.group()))
        .satisfies(
            numbers ->
                assertThat(numbers.stream().skip(1).mapToInt(Integer::intValue).sum())
                    .isEqualTo(all));
  }

  @Test
  void theEnvironmentCanBeChosen() {
    Cli dev = Cli.run("check", EXAMPLES.resolve("payments").toString(), "--environment", "dev");
    assertThat(dev.out()).contains("dev/").doesNotContain("prod/");
    Cli none = Cli.run("check", EXAMPLES.resolve("payments").toString(), "--environment", "qa");
    assertThat(none.err()).contains("no bundle with files for the environment 'qa'");
    assertThat(none.code()).isEqualTo(2);
  }

  @Test
  void aPartOfABundleIsJudgedWithAllOfIt() {
    String whole = Cli.run("check", EXAMPLES.resolve("payments/prod").toString()).out();
    String part = Cli.run("check", EXAMPLES.resolve("payments/prod/kafka/acls").toString()).out();
    assertThat(part).isEqualTo(whole);
  }

  @Test
  void sarifIsValidAndTheSameTwice() throws IOException {
    String payments = EXAMPLES.resolve("payments").toString();
    Path first = work.resolve("first.sarif");
    Path second = work.resolve("second.sarif");
    assertThat(Cli.run("check", payments, "--report", "sarif=" + first).code()).isEqualTo(1);
    assertThat(Cli.run("check", payments, "--report", "sarif=" + second).code()).isEqualTo(1);
    assertThat(first).hasSameBinaryContentAs(second);
    String schema;
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String log = Files.readString(first);
    assertThat(errors(schema, log, InputFormat.JSON)).isEmpty();
    assertThat(errors(schema, log.replace("\"level\"", "\"levle\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void thePoliciesOfTheExamplesAreValidAgainstThePublishedSchema() throws IOException {
    String schema = PolicySchema.json(Packs.load().catalog());
    for (String example :
        List.of(
            "payments",
            "payments-fixed",
            "orders",
            "change/before",
            "change/after-fixed",
            "mixed")) {
      String policy = Files.readString(EXAMPLES.resolve(example).resolve("headgate.yaml"));
      assertThat(errors(schema, policy, InputFormat.YAML)).isEmpty();
      assertThat(errors(schema, policy + "\nrulez: {}\n", InputFormat.YAML)).isNotEmpty();
      assertThat(
              errors(schema, policy.replace("fail-on: error", "fail-on: fatal"), InputFormat.YAML))
          .isNotEmpty();
      assertThat(
              errors(
                  schema, policy.replace("\nrules:", "\nrules:\n  acme-x: note"), InputFormat.YAML))
          .as("a rule of no pack")
          .isNotEmpty();
      assertThat(
              errors(
                  schema,
                  policy.replace("\nrules:", "\nrules:\n  acme-x: note")
                      + "\npacks: [./acme, {maven: 'a:b:1', sha256: "
                      + "0".repeat(64)
                      + "}]\n",
                  InputFormat.YAML))
          .as("a rule of a pack")
          .isEmpty();
      assertThat(errors(schema, policy + "\npacks: [{sha256: x}]\n", InputFormat.YAML))
          .isNotEmpty();
    }
  }

  private static List<String> errors(String schema, String text, InputFormat format) {
    Schema read =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(schema, InputFormat.JSON);
    return read
        .validate(
            text, format, context -> context.executionConfig(e -> e.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void realStrimziExamplesAreJudged() throws IOException {
    Path corpora = Path.of("..", "..", "shared", "corpora", "strimzi").toAbsolutePath().normalize();
    if (!Files.isDirectory(corpora)) {
      System.out.println("No corpus of Strimzi examples beside the project: nothing was read.");
      return;
    }
    Cli cli = Cli.run("check", corpora.resolve("packaging/examples").toString());
    System.out.println(
        "Strimzi examples: " + cli.out().lines().skip(cli.out().lines().count() - 2).toList());
    // Each was read by eye: the simplest example has one replica; MirrorMaker's users hold rights
    // on every topic and group; files that are meant as alternatives lie in one directory with
    // objects of one name; and of a KafkaConnect the annotation is commented out without which its
    // operator ignores connectors.
    assertThat(
            cli.out()
                .lines()
                .filter(line -> line.contains(": error: ") || line.contains(": warning: "))
                .map(line -> line.replaceFirst(":.*\\[", " ").replaceFirst("].*", ""))
                .distinct())
        .containsExactlyInAnyOrder(
            "connect/kafka-connect.yaml duplicate-resource",
            "connect/kafka-connect-build.yaml ignored-object",
            "mirror-maker/kafka-mirror-maker-2-sync-groups.yaml duplicate-resource",
            "mirror-maker/kafka-mirror-maker-2-tls.yaml duplicate-resource",
            "mirror-maker/kafka-mirror-maker-2.yaml duplicate-resource",
            "security/scram-sha-512-auth/mirror-maker-2.yaml acl-wildcard-resource",
            "security/tls-auth/mirror-maker-2.yaml acl-wildcard-resource",
            "topic/kafka-topic.yaml topic-under-replicated");
    assertThat(cli.code()).isEqualTo(1);
  }

  private byte[] resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
      return in.readAllBytes();
    }
  }
}
