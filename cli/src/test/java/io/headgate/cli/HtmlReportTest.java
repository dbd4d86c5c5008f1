package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTML report in a browser, where there is one. */
class HtmlReportTest {

  private static final Path PAYMENTS = Path.of("..", "examples", "payments");

  /** What a page of so many findings may take at most. */
  private static final int FINDINGS = 5_000;

  private static final long MOST_BYTES = 5_000_000;
  private static final double MOST_SECONDS = 2;
  private static final int ATTEMPTS = 5;

  /** Names that try to leave the text, each of them to run a script or to turn it round. */
  private static final List<String> NAMES =
      List.of(
          "</script><script>pwned=1</script>",
          "<img src=x onerror=pwned=1>",
          "\" autofocus onfocus=\"pwned=1\" onload=\"pwned=1",
          "' onclick='pwned=1",
          "--><svg/onload=pwned=1>",
          "</title></style></pre></details><script src=//pwned.example/x.js></script>",
          "&lt;script&gt;pwned=1&lt;/script&gt;",
          "A\u202Egnp.exe\u2066\u0007\u001b[31m\u0000",
          "]]><!--<iframe srcdoc=pwned>",
          "a".repeat(600),
          "javascript:pwned=1");

  @TempDir static Path work;

  private static @Nullable Browser browser;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    Path program = Browser.program();
    if (program == null) {
      System.out.println(
          "HtmlReportTest: no Chromium on the path, so no page was opened in a browser.");
      return;
    }
    browser = Browser.start(program, work.resolve("profile"));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path page(String name, Path landscape) {
    Path file = work.resolve(name + ".html");
    Cli run = Cli.run("check", landscape.toString(), "--report", "html=" + file);
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    return file;
  }

  private static void show(Browser in, Path file, int width) {
    in.size(width, 900);
    in.open(file.toUri());
  }

  private static int number(Browser in, String expression) {
    return in.evaluate(expression).asInt();
  }

  private static final String SHOWN =
      "[...document.querySelectorAll('#findings > details.g > ol > li')]"
          + ".filter(li => li.checkVisibility()).length";

  @Test
  void thePageIsQuietAndFilters() throws IOException {
    Path file = page("payments", PAYMENTS);
    assertThat(file).content().doesNotContain("src=", "@import", "url(");
    if (browser == null) {
      return;
    }
    Browser in = browser;
    show(in, file, 1280);
    int all = number(in, SHOWN);
    assertThat(all).isGreaterThan(100);
    int errors = number(in, "document.querySelectorAll('#findings details.error li').length");
    in.evaluate("document.querySelector('[data-f=s]').click()");
    assertThat(number(in, SHOWN)).isLessThan(all).isGreaterThan(10);
    assertThat(errors).isGreaterThanOrEqualTo(number(in, SHOWN));
    assertThat(in.evaluate("document.getElementById('status').textContent").asString())
        .isEqualTo(number(in, SHOWN) + " of " + all + " open");

    in.evaluate("document.querySelector('[data-f=t]').click()");
    int ofTeam = number(in, SHOWN);
    assertThat(ofTeam).isPositive().isLessThan(errors);
    in.evaluate(
        "document.getElementById('q').value = 'SETTLEMENTS under';"
            + "document.getElementById('q').dispatchEvent(new Event('input'));"
            + "new Promise(done => setTimeout(done, 200))");
    assertThat(number(in, SHOWN)).isLessThan(ofTeam);
    in.evaluate("document.getElementById('clear').click()");
    assertThat(number(in, SHOWN)).isEqualTo(all);
    in.evaluate("document.getElementById('fold').click()");
    assertThat(number(in, SHOWN)).isZero();

    assertThat(in.complaints()).isEmpty();
    assertThat(in.requests()).isEmpty();
  }

  @Test
  void eachValueHasAsManyAsItSays() {
    Path file = page("values", PAYMENTS);
    if (browser == null) {
      return;
    }
    Browser in = browser;
    show(in, file, 1280);
    String wrong =
        "[...document.querySelectorAll('[data-f]')].filter(one => { one.click();"
            + " const shown = SHOWN; one.click();"
            + " return shown !== Number(one.querySelector('.c').textContent);"
            + " }).map(one => one.textContent)";
    assertThat(in.evaluate(wrong.replace("SHOWN", SHOWN)).toString()).isEqualTo("[]");
    assertThat(number(in, "document.querySelectorAll('[data-f]').length")).isGreaterThan(20);
  }

  @Test
  void allIsThereWithoutItsScript() {
    Path file = page("plain", PAYMENTS);
    if (browser == null) {
      return;
    }
    Browser in = browser;
    in.scripts(false);
    try {
      show(in, file, 1280);
      assertThat(number(in, SHOWN)).isGreaterThan(100);
      assertThat(in.evaluate("document.getElementById('toolbar').hidden").asBoolean()).isTrue();
      assertThat(
              number(in, "document.querySelectorAll('button:not([disabled],#toolbar *)').length"))
          .isZero();
    } finally {
      in.scripts(true);
    }
  }

  @Test
  void strangeNamesRunNothing() {
    Path root = work.resolve("hostile");
    StringBuilder policy = new StringBuilder("version: 1\nowners:\n");
    StringBuilder acls = new StringBuilder();
    for (int i = 0; i < NAMES.size(); i++) {
      String name = quoted(i + " " + NAMES.get(i));
      Cli.write(
          root,
          "kafka/topics/" + i + "\"><img src=x onerror=pwned=1>'.yaml",
          "name: " + name + "\npartitions: 6\nreplication: 1\nconfigs:\n  " + name + ": 1\n");
      Cli.write(root, "schemas/" + i + ".yaml", schema(name, quoted("" + i)));
      Cli.write(root, "apps/connectors/" + i + ".yaml", connector(name));
      policy.append("- team: ").append(name).append("\n  prefixes: [\"").append(i).append(" \"]\n");
      acls.append("- permissionType: ALLOW\n  principal: ").append(quoted("User:" + i));
      acls.setLength(acls.length() - 1);
      acls.append(name, 1, name.length()).append("\n  host: '*'\n  operation: ALL\n");
      acls.append("  resourceType: TOPIC\n  patternType: LITERAL\n  resourceName: ");
      acls.append(name).append('\n');
    }
    Cli.write(root, "headgate.yaml", policy.toString());
    Cli.write(root, "kafka/acls/acls.yaml", acls.toString());
    Path file = page("hostile", root);
    assertThat(file).content().contains("id=\"access\"", "id=\"lineage\"", "pwned=1");
    if (browser == null) {
      return;
    }
    Browser in = browser;
    for (int width : new int[] {375, 1280}) {
      show(in, file, width);
      in.evaluate(
          "document.querySelectorAll('details').forEach(one => { one.open = true; });"
              + "document.querySelectorAll('main *').forEach(one => one.click?.());"
              + "new Promise(done => setTimeout(done, 200))");
      assertThat(in.evaluate("typeof window.pwned").asString()).isEqualTo("undefined");
      assertThat(number(in, "document.scripts.length")).isEqualTo(1);
      assertThat(number(in, "document.querySelectorAll('img, iframe, object').length")).isZero();
      assertThat(in.complaints()).isEmpty();
      assertThat(in.requests()).isEmpty();
      assertNoOverflow(in, width);
    }
  }

  private static String schema(String name, String plain) {
    return "name: "
        + name.substring(0, name.length() - 1)
        + "-value\"\n"
        + "format: AVRO\n"
        + "schema: '{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":"
        + plain
        + ",\"type\":\"string\",\"confluent:tags\":[\"PII\"]}]}'\n";
  }

  private static String connector(String name) {
    return "name: "
        + name
        + "\n"
        + "clusterName: c\n"
        + "config:\n"
        + "  connector.class: io.confluent.connect.jdbc.JdbcSinkConnector\n"
        + "  topics: "
        + name
        + "\n";
  }

  @Test
  void aPhoneScrollsInOneDirection() {
    Path file = page("phone", PAYMENTS);
    if (browser == null) {
      return;
    }
    Browser in = browser;
    show(in, file, 375);
    assertNoOverflow(in, 375);
    in.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })");
    assertNoOverflow(in, 375);
  }

  private static void assertNoOverflow(Browser in, int width) {
    assertThat(
            in.evaluate(
                    "[...document.querySelectorAll('body, body *')].filter(one =>"
                        + " !one.closest('.vh, .skip, svg"
                        + (width < 600 ? "" : ", .scroll")
                        + "')"
                        + " && one.getBoundingClientRect().right > "
                        + (width + 0.5)
                        + ").map(one => one.outerHTML.slice(0, 200)).slice(0, 5)")
                .toString())
        .isEqualTo("[]");
    assertThat(number(in, "document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
  }

  /** Contrast as WCAG 2.2 has it in 1.4.3, of all text that is shown. */
  @Test
  void allTextStandsOutByDayAndByNight() throws IOException {
    Path file = page("contrast", PAYMENTS);
    if (browser == null) {
      return;
    }
    Browser in = browser;
    String script = Files.readString(Path.of("src/test/resources/io/headgate/cli/contrast.js"));
    try {
      for (boolean dark : new boolean[] {false, true}) {
        in.dark(dark);
        for (int width : new int[] {375, 1280}) {
          show(in, file, width);
          in.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })");
          in.evaluate("document.querySelectorAll('[data-f]').forEach(one => one.click())");
          assertThat(in.evaluate(script).toString()).as("dark: " + dark).isEqualTo("[]");
        }
      }
    } finally {
      in.dark(false);
    }
  }

  @Test
  void whatCanBeUsedHasAName() {
    Path file = page("names", PAYMENTS);
    if (browser == null) {
      return;
    }
    Browser in = browser;
    show(in, file, 1280);
    assertThat(
            in.evaluate(
                    "[...document.querySelectorAll('button, input, a, summary, [role=region],"
                        + " svg')].filter(one => !one.textContent.trim() && !one.ariaLabel &&"
                        + " !one.labels?.length && one.ariaHidden !== 'true').map(one =>"
                        + " one.outerHTML)")
                .toString())
        .isEqualTo("[]");
    assertThat(number(in, "document.querySelectorAll('h1').length")).isEqualTo(1);
    assertThat(
            number(
                in,
                "document.querySelectorAll('[id]').length"
                    + " - new Set([...document.querySelectorAll('[id]')].map(x => x.id)).size"))
        .isZero();
  }

  /** As many findings as a large organisation has on its first day. */
  @Test
  void manyFindingsOpenAndFilterAtOnce() throws IOException {
    Path root = work.resolve("large");
    GenerateLandscape.write(root, 1_700);
    Path policy = root.resolve("headgate.yaml");
    String strict =
        """
        rules:
          topic-under-replicated: {settings: {min: 4}}
          topic-partitions-out-of-range: {settings: {min: 100}}
        """;
    Files.writeString(
        policy,
        Files.readString(policy)
            .replace("rules:\n", strict)
            .replace("'[a-z]+\\.[a-z]+\\.[a-z]+\\.v[0-9]+'", "'[a-z]+\\.v[0-9]+'"));
    Path file = page("large", root);
    assertThat(Files.size(file)).isLessThan(MOST_BYTES);
    if (browser == null) {
      return;
    }
    Browser in = browser;
    double best = Double.MAX_VALUE;
    int findings = 0;
    for (int i = 0; i < ATTEMPTS && best > MOST_SECONDS / 2; i++) {
      long start = System.nanoTime();
      show(in, file, 1280);
      in.evaluate(
          "document.querySelector('[data-f=s]').click();"
              + "document.getElementById('q').value = 'ledger';"
              + "document.getElementById('q').dispatchEvent(new Event('input'));"
              + "new Promise(done => setTimeout(() => requestAnimationFrame("
              + "() => requestAnimationFrame(done)), 70))");
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
      findings = number(in, "document.querySelectorAll('#findings .g > ol > li').length");
      int shown = number(in, SHOWN);
      assertThat(shown).isPositive().isLessThan(findings / 20);
    }
    System.out.printf(
        "HtmlReportTest: %d findings in %,d bytes, opened and filtered twice in %.2f s%n",
        findings, Files.size(file), best);
    assertThat(findings).isGreaterThan(FINDINGS);
    assertThat(best).isLessThan(MOST_SECONDS);
    show(in, file, 375);
    assertThat(number(in, "document.documentElement.scrollWidth")).isEqualTo(375);
  }

  /** A double-quoted scalar, ASCII alone. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
      out.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return out.append('"').toString();
  }
}
