package io.headgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.engine.policy.Sight;
import io.headgate.engine.policy.WaiverReader;
import io.headgate.engine.policy.Waivers;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Verdict;
import io.headgate.engine.report.Waiver;
import io.headgate.engine.report.sarif.Profile;
import io.headgate.engine.report.sarif.SarifReporter;
import io.headgate.engine.report.text.TextReporter;
import io.headgate.spi.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What becomes of what a waiver is about, and of the waiver. */
class WaivingTest {

  private static final Catalog CATALOG = new Catalog(List.of());
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

  private static final String POLICY =
      """
      version: 1
      bundles:
      - path: prod
        environment: production
      - path: dev
        environment: development
      waivers: headgate-waivers.yaml
      """;

  private final Map<String, String> files = new LinkedHashMap<>();
  private String policy = POLICY;
  private Sight sight = Sight.ALL;
  private String environment = "";

  WaivingTest() {
    // The same topic twice: one finding of duplicate-resource, about the topic.
    twice("prod", "orders.v1");
    twice("dev", "orders.v1");
  }

  private void twice(String bundle, String name) {
    for (String file : List.of("a", "b")) {
      files.put(
          bundle + "/kafka/topics/" + file + "-" + name + ".yaml",
          "name: " + name + "\npartitions: 12\nreplication: 3\n");
    }
  }

  private static String waiver(String resource, String until, String... more) {
    StringBuilder out = new StringBuilder("- rule: duplicate-resource\n  resource: " + resource);
    out.append("\n  reason: They are one by next week.\n  owner: orders\n  approver: jane\n");
    out.append("  until: ").append(until).append('\n');
    for (String line : more) {
      out.append("  ").append(line).append('\n');
    }
    return out.toString();
  }

  private Report check(String... entries) throws IOException {
    Policy read = PolicyReader.read(new SourceText("headgate.yaml", policy), CATALOG);
    Waivers waivers = Objects.requireNonNull(read.waivers());
    String text = "version: 1\nwaivers:\n" + String.join("", entries);
    List<Waiver> all =
        WaiverReader.read(new SourceText("headgate-waivers.yaml", text), read, waivers, CATALOG);
    Map<String, String> there = new LinkedHashMap<>(files);
    there.put("headgate-waivers.yaml", text);
    return new Run(
            new MemoryFiles(there),
            CATALOG,
            read.withWaivers(waivers.with(all, sight, TODAY)),
            environment,
            null,
            rule -> true,
            Progress.NONE)
        .report();
  }

  private static List<String> open(Report report) {
    return report.results().stream()
        .filter(Result::isOpen)
        .map(result -> result.bundle() + " " + result.finding().rule().id())
        .toList();
  }

  private static List<String> messages(Report report, String rule) {
    return report.results().stream()
        .filter(result -> result.finding().rule().id().equals(rule))
        .map(result -> result.finding().message())
        .toList();
  }

  private static String text(Report report) throws IOException {
    StringWriter out = new StringWriter();
    new TextReporter(false).write(report, out);
    return out.toString();
  }

  @Test
  void whatIsWaivedDoesNotCloseTheGate() throws IOException {
    assertThat(check().verdict()).isEqualTo(Verdict.CLOSED);

    Report report = check(waiver("topic orders.v1", "2027-01-31"));

    assertThat(open(report)).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.OPEN);
    assertThat(report.waived()).isEqualTo(2);
    assertThat(report.asideCount(Severity.ERROR)).isEqualTo(2);
    assertThat(text(report))
        .startsWith("No open findings in 4 resources")
        .contains("\n2 findings are waived, the next of them until 2027-01-31 (owner 'orders').\n")
        .endsWith("The gate is open.\n");
  }

  @Test
  void itIsAboutItsBundleAndItsEnvironmentOnly() throws IOException {
    assertThat(open(check(waiver("topic orders.v1", "2027-01-31", "bundle: prod"))))
        .containsExactly("dev duplicate-resource");
    assertThat(open(check(waiver("topic orders.v1", "2027-01-31", "environment: development"))))
        .containsExactly("prod duplicate-resource");
    assertThat(
            open(
                check(
                    waiver(
                        "topic orders.v1",
                        "2027-01-31",
                        "bundle: prod",
                        "environment: development"))))
        .contains("prod duplicate-resource", "dev duplicate-resource", ". waiver-unused");
  }

  @Test
  void itIsAboutItsResourceAndItsAttributeOnly() throws IOException {
    assertThat(open(check(waiver("topic ord*", "2027-01-31")))).isEmpty();
    assertThat(open(check(waiver("topic orders", "2027-01-31"))))
        .contains("prod duplicate-resource", ". waiver-unused");
    assertThat(open(check(waiver("acl orders.v1", "2027-01-31"))))
        .contains("prod duplicate-resource", ". waiver-unused");
    assertThat(open(check(waiver("topic orders.v1", "2027-01-31", "attribute: partitions"))))
        .contains("prod duplicate-resource", ". waiver-unused");
  }

  @Test
  void itHoldsOnItsLastDayAndNotOnTheNext() throws IOException {
    Report last = check(waiver("topic orders.v1", "2026-07-01"));
    assertThat(open(last)).containsExactly(". waiver-expiring");
    assertThat(last.verdict()).isEqualTo(Verdict.OPEN);

    Report next = check(waiver("topic orders.v1", "2026-06-30"));
    assertThat(open(next))
        .containsExactly("dev duplicate-resource", ". waiver-expired", "prod duplicate-resource");
    assertThat(messages(next, "waiver-expired"))
        .containsExactly(
            "The waiver of 'duplicate-resource' for 'topic orders.v1' expired on 2026-06-30, so 2"
                + " findings are open again. Mend what is found, which is for orders to do, or have"
                + " a later day approved.");
    assertThat(next.verdict()).isEqualTo(Verdict.CLOSED);
  }

  @Test
  void anExpiredOneDoesNotStandInTheWayOfItsSuccessor() throws IOException {
    Report report =
        check(waiver("topic orders.v1", "2026-06-30"), waiver("topic orders.v1", "2027-01-31"));
    assertThat(open(report)).containsExactly(". waiver-expired");
    assertThat(report.waived()).isEqualTo(2);
  }

  @Test
  void itIsUnusedOnlyWhereAllOfItIsInSight() throws IOException {
    String unused = waiver("topic gone.v1", "2027-01-31");
    String inProd = waiver("topic gone.v1", "2027-01-31", "bundle: prod");
    assertThat(open(check(unused))).contains(". waiver-unused");
    environment = "development";
    assertThat(open(check(unused))).doesNotContain(". waiver-unused");
    assertThat(open(check(inProd))).doesNotContain(". waiver-unused");
    environment = "";
    sight = Sight.BUNDLES;
    assertThat(open(check(unused))).doesNotContain(". waiver-unused");
    assertThat(open(check(inProd))).contains(". waiver-unused");
    sight = Sight.PARTS;
    assertThat(open(check(inProd))).doesNotContain(". waiver-unused");
  }

  @Test
  void aNameIsBroadByWhatIsThereNotByWhatIsFound() throws IOException {
    for (int i = 0; i < 5; i++) {
      files.put(
          "prod/kafka/topics/c" + i + ".yaml",
          "name: order-lines." + i + "\npartitions: 12\nreplication: 3\n");
    }
    assertThat(open(check(waiver("topic order*", "2027-01-31")))).isEmpty();
    files.put("prod/kafka/topics/d.yaml", "name: order-d\npartitions: 1\nreplication: 3\n");
    files.put("prod/kafka/topics/e.yaml", "name: order-e\npartitions: 1\nreplication: 3\n");
    Report report = check(waiver("topic order*", "2027-01-31"));
    assertThat(messages(report, "waiver-over-broad"))
        .containsExactly(
            "The waiver of 'duplicate-resource' for 'topic order*' is about 11 resources, above 10,"
                + " and about each new one of that name. Name fewer of them, or let the policy turn"
                + " the rule off or lighter.");
    assertThat(open(check(waiver("topic order*", "2027-01-31", "bundle: dev"))))
        .doesNotContain(". waiver-over-broad");
  }

  @Test
  void thePolicyWeighsWhatIsSaidOfWaivers() throws IOException {
    policy = POLICY + "rules: {waiver-unused: error, waiver-expired: off}\n";
    Report report =
        check(waiver("topic gone.v1", "2027-01-31"), waiver("topic gone.v2", "2026-01-31"));
    assertThat(messages(report, "waiver-expired")).isEmpty();
    assertThat(report.results())
        .filteredOn(result -> result.finding().rule().id().equals("waiver-unused"))
        .extracting(Result::severity)
        .containsExactly(Severity.ERROR);
  }

  @Test
  void sarifSaysWhoWhyAndHowLong() throws IOException {
    StringWriter out = new StringWriter();
    new SarifReporter(Profile.ARCHIVE, null)
        .write(check(waiver("topic orders.v1", "2027-01-31", "bundle: prod")), out);
    List<String> results =
        out.toString().lines().filter(line -> line.contains("\"ruleId\"")).toList();
    assertThat(results).hasSize(2);
    assertThat(results.get(0)).contains("\"suppressions\":[]");
    assertThat(results.get(1))
        .contains("\"kind\":\"external\"")
        .contains("\"status\":\"accepted\"")
        .contains(
            "\"justification\":\"They are one by next week. Owner: orders. Approved by jane. Until"
                + " 2027-01-31.\"")
        .contains("\"uri\":\"headgate-waivers.yaml\"")
        .contains(
            "\"approver\":\"jane\",\"expiryUtc\":\"2027-02-01T00:00:00Z\",\"owner\":\"orders\"");
  }

  private static final String ORDERS = "prod/kafka/topics/a-orders.v1.yaml";
  private static final String COMMENT =
      "# headgate:waive unknown-field until=2027-01-31 owner=orders approver=jane reason=\"Old but"
          + " needed\"";

  private void orders(String... lines) {
    files.clear();
    files.put(
        ORDERS,
        "name: orders.v1\npartitions: 12\nreplication: 3\n" + String.join("\n", lines) + "\n");
  }

  @Test
  void aCommentMayWaiveWhatStandsBesideItWhereThePolicyAllowsIt() throws IOException {
    orders("retension: 3 " + COMMENT);
    assertThat(open(check())).containsExactly("prod unknown-field");

    policy = POLICY + "inline-waivers: true\n";
    Report report = check();

    assertThat(open(report)).isEmpty();
    StringWriter sarif = new StringWriter();
    new SarifReporter(Profile.ARCHIVE, null).write(report, sarif);
    assertThat(sarif.toString())
        .contains("\"kind\":\"inSource\"")
        .contains("Old but needed. Owner: orders. Approved by jane. Until 2027-01-31.");
  }

  @Test
  void aCommentOnALineOfItsOwnIsAboutTheNextLine() throws IOException {
    policy = POLICY + "inline-waivers: true\n";
    orders("  " + COMMENT, "retension: 3", "retenshun: 3");
    Report report = check();
    assertThat(open(report)).containsExactly("prod unknown-field");
    orders(COMMENT, COMMENT.replace("unknown-field", "unknown-kind"), "retension: 3");
    assertThat(open(check())).containsExactly(". waiver-unused");
    orders(COMMENT, "", "retension: 3");
    assertThat(open(check())).containsExactly(". waiver-unused", "prod unknown-field");
    orders("retension: 3", COMMENT);
    assertThat(open(check())).containsExactly("prod unknown-field", ". waiver-unused");
    orders("retension: 3#" + COMMENT);
    assertThat(open(check())).containsExactly("prod unknown-field");
  }

  @Test
  void aCommentExpiresAsAnEntryDoes() throws IOException {
    policy = POLICY + "inline-waivers: true\n";
    orders("retension: 3 " + COMMENT.replace("2027-01-31", "2026-06-30"));
    Report report = check();
    assertThat(open(report)).containsExactly("prod unknown-field", ". waiver-expired");
    assertThat(messages(report, "waiver-expired").get(0))
        .startsWith("The waiver of 'unknown-field' here expired on 2026-06-30");
  }

  private void isWrong(String comment, String message) {
    orders("retension: 3 " + comment);
    assertThatThrownBy(this::check)
        .isInstanceOfSatisfying(
            UserError.class,
            error ->
                assertThat(error.messages())
                    .extracting(one -> one.place() + ": " + one.text())
                    .containsExactly(ORDERS + ":4:14: " + message));
  }

  @Test
  void aCommentIsAsStrictAsAnEntry() {
    policy = POLICY + "inline-waivers: true\nunwaivable: [duplicate-resource]\n";
    isWrong(
        COMMENT.replace("unknown-field", "unknown-feild"),
        "There is no rule 'unknown-feild'. Did you mean 'unknown-field'?");
    isWrong(
        COMMENT.replace("unknown-field ", ""),
        "'rule' of a waiver is missing; name the rule whose finding is accepted.");
    isWrong(
        COMMENT.replace("approver=jane ", ""),
        "'approver' of a waiver is missing; say who agreed.");
    isWrong(
        COMMENT.replace("\"Old but needed\"", "\"\""),
        "'reason' of a waiver is missing; say why the finding is accepted.");
    isWrong(
        COMMENT.replace("2027-01-31", "2027"),
        "'until' of a waiver is '2027', but must be a day such as '2027-01-31'.");
    isWrong(COMMENT + " owner=me", "'owner' of a waiver is given twice.");
    isWrong(
        COMMENT.replace("owner=orders", "owner=orders aprover=x"),
        "A waiver in a comment has no 'aprover'; write 'headgate:waive RULE until=2027-01-31"
            + " owner=NAME approver=NAME reason=\"TEXT\"'. Did you mean 'approver'?");
    assertThatThrownBy(
            () -> {
              orders("retension: 3 " + COMMENT.replace("unknown-field", "duplicate-resource"));
              check();
            })
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the policy lists it under 'unwaivable'");
  }
}
