package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.page.PageParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** {@code headgate lineage}, on the landscape that its page shows. */
class LineageCommandTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final String FIELD = "customers.email";

  @TempDir private Path directory;
  private String page;

  LineageCommandTest() throws IOException {
    page = Files.readString(DOCS.resolve("lineage.md"));
  }

  @BeforeEach
  void writeLandscape() {
    PageParser.cases(page).get(0).files().forEach((path, text) -> Cli.write(directory, path, text));
  }

  private String lineage(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "lineage";
    args[1] = directory.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    Cli run = Cli.run(args);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.out();
  }

  @Test
  void thePageShowsWhatIsPrinted() throws IOException {
    String start = "$ headgate lineage . --field " + FIELD + "\n";
    int from = page.indexOf(start) + start.length();
    int to = page.indexOf("```", from);
    String wanted = lineage("--field", FIELD);
    if (Boolean.getBoolean("headgate.update")) {
      page = page.substring(0, from) + wanted + page.substring(to);
      Files.writeString(DOCS.resolve("lineage.md"), page);
      to = page.indexOf("```", from);
    }
    assertThat(page.substring(from, to)).as("run scripts/fix").isEqualTo(wanted);
  }

  @Test
  void thePageShowsThePicture() throws Exception {
    String wanted = lineage("--field", FIELD, "--report", "svg");
    Path picture = DOCS.resolve("lineage.svg");
    if (Boolean.getBoolean("headgate.update")) {
      Files.writeString(picture, wanted);
    }
    assertThat(picture).as("run scripts/fix").content().isEqualTo(wanted);
    Element root =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(wanted)))
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("svg");
  }

  @Test
  void writesSeveralReports() throws IOException {
    Path json = directory.resolve("out.json");
    Path svg = directory.resolve("out.svg");
    String out = lineage("--field", FIELD, "--report", "json=" + json, "--report", "svg=" + svg);
    assertThat(out).isEmpty();
    assertThat(json)
        .content()
        .contains(
            "\"topic\" : \"marketing.leads\"", "\"effect\" : \"derive\"", "\"by\" : \"CONCAT\"");
    assertThat(svg).content().startsWith("<svg ");
  }

  @Test
  void showsWhatAFieldComesFrom() {
    assertThat(lineage("--field", "marketing.mailing.line"))
        .contains("comes from\n  marketing.leads.line  (app 'mail', copy)")
        .contains("    customers.surname  (app 'leads', derive with CONCAT)");
  }

  @Test
  void saysWhatWasProbablyMeant() {
    assertThat(lineage("--field", "customers.emai"))
        .contains("Nobody declares this field. Did you mean 'email'?");
    Cli run = Cli.run("lineage", directory.toString(), "--field", "custmers.email");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("begins with no topic of the landscape").contains("'customers'");
  }

  @Test
  void takesOnlyItsOwnFormats() {
    Cli run = Cli.run("lineage", directory.toString(), "--field", FIELD, "--report", "sarif");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("write one of text, json, svg");
  }

  @Test
  void aFindingShowsTheWayOfTheValue() {
    assertThat(Cli.run("check", directory.toString()).out())
        .contains(
            "[pii-unmasked-sink]",
            "  1. schemas/customers-value.yaml:9:16: Field 'email' of topic 'customers' is marked"
                + " 'PII'.",
            "  2. apps/sql/processor-leads.yaml:10:5: App 'leads' copies 'customers.email' to"
                + " 'marketing.leads.contact'.");
    assertThat(Cli.run("check", directory.toString(), "--report", "sarif").out())
        .contains("\"codeFlows\":[{\"threadFlows\":[{\"locations\":[{\"location\":{");
  }
}
