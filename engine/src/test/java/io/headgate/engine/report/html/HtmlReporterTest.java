package io.headgate.engine.report.html;

import static io.headgate.engine.report.sarif.Logs.CLEAN;
import static io.headgate.engine.report.sarif.Logs.MENAGERIE;
import static io.headgate.engine.report.sarif.Logs.compared;
import static io.headgate.engine.report.sarif.Logs.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.report.Goldens;
import io.headgate.engine.report.Hostile;
import io.headgate.engine.report.Intake;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Report.Comparison;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Result.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReporterTest {

  private static final String BREAKS =
      "version: 1\nrules:\n  topic-fragile: {settings: {breaks: true}}\n";

  private static final String OWNED =
      """
      version: 1
      bundles:
      - {path: dev}
      - {path: prod, environment: prod}
      environments:
        prod:
          authorizer: {super-users: ["User:admin<b>"]}
      owners:
      - {team: shop, prefixes: [shop.], principals: ["User:web"]}
      - {team: "R&D", prefixes: [lab.]}
      """;

  private static final Map<String, String> PICTURES =
      Map.of(
          "dev/kafka/topics/a.yaml",
          "name: shop.Orders\npartitions: 6\nreplication: 1\n",
          "prod/kafka/topics/a.yaml",
          "name: shop.orders\npartitions: 6\nreplication: 1\n",
          "prod/kafka/topics/b.yaml",
          "name: shop.baskets\npartitions: 6\nreplication: 3\n",
          "prod/kafka/topics/c.yaml",
          "name: lab.Trials\npartitions: 6\nreplication: 3\n",
          "prod/kafka/topics/d.yaml",
          "name: OTHER\npartitions: 6\nreplication: 3\n",
          "prod/kafka/acls/acls.yaml",
          acl("ALLOW", "User:web", "ALL", "PREFIXED", "shop.")
              + acl("ALLOW", "User:*", "READ", "LITERAL", "lab.Trials")
              + acl("DENY", "User:guest", "READ", "LITERAL", "lab.Trials")
              + acl("ALLOW", "Group:<i>", "WRITE", "LITERAL", "lab.Trials"),
          "prod/schemas/shop.orders-value.yaml",
          """
          name: shop.orders-value
          format: AVRO
          schema: |-
            {"type": "record", "name": "Order", "fields": [
              {"name": "id", "type": "string"},
              {"name": "email", "type": "string", "confluent:tags": ["PII"]}]}
          """,
          "prod/apps/sql/processor-x.yaml",
          """
          name: leads
          runnerCount: 1
          cluster: main
          namespace: sales
          processorId: leads
          sql: |-
            INSERT INTO lab.Trials SELECT STREAM email AS contact FROM shop.orders
          """);

  private static String acl(
      String permission, String principal, String operation, String pattern, String name) {
    return "- permissionType: "
        + permission
        + "\n  principal: "
        + principal
        + "\n  host: '*'\n  operation: "
        + operation
        + "\n  resourceType: TOPIC\n  patternType: "
        + pattern
        + "\n  resourceName: "
        + name
        + "\n";
  }

  private static final Pattern TAG = Pattern.compile("</?([a-zA-Z!][^\\s>]*)([^>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=]+)(=\"[^\"]*\")?");

  private static final Set<String> TAGS =
      Set.of(
          ("!DOCTYPE a b body button code details div footer h1 h2 h3 h4 head header html i input"
                  + " label li link main mark meta nav ol p path pre rect script section span"
                  + " strong style summary svg title ul wbr")
              .split(" "));

  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("aria-hidden aria-label aria-labelledby aria-pressed autocomplete charset class content"
                  + " d data-b data-f data-k data-s data-t data-v disabled for height hidden"
                  + " href html http-equiv id lang name open placeholder preserveAspectRatio rel"
                  + " role rx spellcheck type viewBox width x y /")
              .split(" "));

  private static String write(Report report) {
    return Goldens.write(new HtmlReporter("1.2.3"), report);
  }

  /** The page without style, script and their digests, which are files of their own. */
  private static String bare(String page) {
    return page.replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>")
        .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-");
  }

  @Test
  void theReportIsAsTheGoldenFileHasIt() {
    Goldens.assertGolden("html/menagerie.html", bare(write(compared(report(MENAGERIE)))));
  }

  @Test
  void hostileNamesAreAsTheGoldenFileHasThem() {
    Goldens.assertGolden("html/hostile.html", bare(write(report(Hostile.landscape()))));
  }

  /** Owners, access and lineage, in two bundles with two ways to be served. */
  @Test
  void thePicturesAreAsTheGoldenFileHasThem() {
    Goldens.assertGolden("html/pictures.html", bare(write(report(PICTURES, OWNED))));
  }

  @Test
  void teamsStandForMorePrincipalsThanThereAreColumnsFor() {
    StringBuilder acls = new StringBuilder(acl("ALLOW", "User:*", "READ", "LITERAL", "lab.Trials"));
    for (int i = 0; i < 24; i++) {
      acls.append(acl("ALLOW", "User:web-" + i, "READ", "PREFIXED", "lab."));
    }
    acls.append(acl("ALLOW", "User:web-1", "WRITE", "LITERAL", "shop.orders"));
    Map<String, String> files = new HashMap<>(PICTURES);
    files.put("prod/kafka/acls/acls.yaml", acls.toString());
    files.put("prod/kafka/topics/e.yaml", "name: lab.probes\npartitions: 6\nreplication: 3\n");
    String owned = OWNED.replace("\"User:web\"", "\"User:web-*\"");
    assertThat(write(report(files, owned)))
        .contains("There are 25 principals, so teams stand in their place")
        .contains("<span>everybody</span></th><th scope=\"col\"><span>shop</span></th></tr>")
        .contains(
            "<summary>R&amp;D <span class=\"tag\">2 topics</span></summary><code>lab.Trials</code>,"
                + " <code>lab.probes</code></details></th><td class=\"x\""
                + " data-p=\"everybody\">R</td><td class=\"x\" data-p=\"shop\">R</td></tr>")
        .contains("<td></td><td class=\"x w\" data-p=\"shop\">W</td></tr>");
    assertThat(write(report(files))).doesNotContain("so teams stand", "<span>web-9</span>");
  }

  @Test
  void itIsTheSameEachTime() {
    assertThat(write(report(MENAGERIE))).isEqualTo(write(report(MENAGERIE)));
  }

  /** What is not text is ours, whatever the names. */
  @Test
  void strangeNamesStayText() {
    String page = bare(write(report(Hostile.landscape(), BREAKS)));
    Set<String> tags = new TreeSet<>();
    Set<String> attributes = new TreeSet<>();
    for (MatchResult tag : (Iterable<MatchResult>) TAG.matcher(page).results()::iterator) {
      tags.add(tag.group(1));
      ATTRIBUTE.matcher(tag.group(2)).results().forEach(one -> attributes.add(one.group(1)));
    }
    assertThat(tags).isSubsetOf(TAGS);
    assertThat(attributes).isSubsetOf(ATTRIBUTES);
    assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(page).results())
        .extracting(link -> link.group(1))
        .allMatch(link -> link.matches("#[a-z]+|data:,|https://kafka\\.apache\\.org/.*"));
  }

  @Test
  void noCharacterMovesTheCursorOrTurnsTheText() {
    assertThat(bare(write(report(Hostile.landscape()))).codePoints())
        .noneMatch(
            c ->
                (Character.getType(c) == Character.CONTROL && c != '\n')
                    || Character.getType(c) == Character.FORMAT);
  }

  @Test
  void secretsAreNowhere() {
    assertThat(write(report(MENAGERIE, BREAKS))).doesNotContain("hunter2", "s3cr3t");
  }

  /** A browser takes no other style and no other script than those of the page. */
  @Test
  void thePolicyNamesStyleAndScriptByTheirDigests() throws Exception {
    String page = write(report(MENAGERIE));
    String policy = "default-src 'none'; style-src '%s'; script-src '%s'; img-src data:;";
    assertThat(page)
        .contains(
            policy.formatted(digest(page, "<style>", "</style>"), digest(page, "<script>", "</")));
  }

  private static String digest(String page, String from, String to) throws Exception {
    int start = page.indexOf(from) + from.length();
    byte[] text = page.substring(start, page.indexOf(to, start)).getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void aCheckerThatBrokeDoesNotLookClean() {
    assertThat(write(report(CLEAN, BREAKS)))
        .contains("<header class=\"closed\">", "<h1>No verdict: the gate is closed</h1>")
        .contains("<strong class=\"error\">1 failure</strong>. Errors close the gate.")
        .contains("<h2 id=\"failures-h\">Failures</h2>")
        .contains("<li>The rule topic-fragile, topic-brittle broke on bundle &#39;.&#39;: ")
        .contains("Nothing was found by the rules that did not break.");
  }

  @Test
  void nothingFoundSaysSo() {
    assertThat(write(report(CLEAN)))
        .contains("<title>headgate: The gate is open</title>", "<h1>The gate is open</h1>")
        .contains("No findings. Errors close the gate.", "1 resource in 1 file")
        .contains("<p class=\"none\">Nothing counts against this landscape.</p>")
        .doesNotContain("id=\"overview\"", "Failures", "No rule has looked at");
  }

  @Test
  void whatDoesNotCountStandsOnShelvesOfItsOwn() {
    String page = write(compared(report(MENAGERIE)));
    for (Shelf shelf : List.of(Shelf.WAIVED, Shelf.KNOWN, Shelf.GONE)) {
      assertThat(page)
          .contains("<details class=\"shelf\"><summary><h3>" + shelf.title() + "</h3> <span");
    }
    assertThat(page)
        .contains("<strong>Waived until 2031-05-01</strong>: The vault comes with the next release")
        .contains("Owner team-data, approved by security, <code>waivers.yaml:3:5</code>")
        .contains("<span class=\"new\">new</span>", "<span>there before</span>")
        .contains("known by <code>baseline.yaml</code>.", "Since <code>3f2a1bc9d0e1</code>: ");
  }

  @Test
  void whereOnlyNewResultsCountTheOthersStandAside() {
    Report all = report(MENAGERIE);
    List<Result> before = all.results().stream().map(r -> r.as(State.UNCHANGED)).toList();
    Report report =
        new Report(
            all.bundles(),
            before,
            all.failures(),
            all.threshold(),
            all.intake(),
            all.catalog(),
            all.sources(),
            null,
            new Comparison("main", null, List.of(), true, Report.JudgedBy.SAME));
    assertThat(write(report))
        .contains("<h1>The gate is open</h1>", "No new findings. New errors close the gate.")
        .contains("<details class=\"shelf\"><summary><h3>There before</h3>");
  }

  /** What is said of the policy is in the bundle of all, which was not judged itself. */
  @Test
  void eachResultHasItsBundleWhereThereAreSeveral() {
    Report all = report(MENAGERIE);
    List<Result> results = new ArrayList<>(all.results());
    Result first = results.get(0);
    results.set(0, new Result(first.finding(), first.severity(), "other"));
    String page = write(all.with(results));
    assertThat(page).contains("<span class=\"l\">other</span>");
    assertThat(page.split("<li data-t=\"\\d+\" data-k=\"\\d+\" data-b=\"\\d+\">", -1))
        .hasSize(results.size() + 1);
    assertThat(write(all)).doesNotContain("data-b=");
  }

  @Test
  void whatIsNotReadIsToldAsTheVerdictIs() {
    Report all = report(MENAGERIE);
    Intake intake = new Intake(all.intake().byDialect(), Map.of("KafkaBridge<b>", 2), 3, 1, 1);
    Report report =
        new Report(
            all.bundles(),
            all.results(),
            all.failures(),
            all.threshold(),
            intake,
            all.catalog(),
            all.sources());
    assertThat(write(report))
        .contains("No rule has looked at</h2>", "<li>2 KafkaBridge&lt;b&gt;, which headgate knows")
        .contains("<li>1 file in no bundle</li>", "<li>1 file that looks like Kafka and was not")
        .contains("3 other files skipped.");
  }

  @Test
  void whatHasNoRoomIsTold() {
    Report report =
        report(MENAGERIE, "version: 1\nrules:\n  topic-often: {settings: {times: 12000}}\n");
    String page = write(report);
    int left = report.results().size() - Shown.MOST;
    assertThat(left).isPositive();
    assertThat(page).contains("<strong>" + left + " findings</strong>, the lightest and last, are");
    assertThat(page.split("<li data-t=", -1)).hasSize(Shown.MOST + 1);
  }
}
