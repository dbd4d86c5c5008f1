package io.headgate.engine.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One report with much in it, as a golden file of each profile, indented for people. {@code
 * -Dheadgate.update=true} writes it anew; read what has changed.
 */
class MenagerieTest {

  private static final Path GOLDENS = Path.of("src/test/resources/io/headgate/engine/report/sarif");

  @ParameterizedTest
  @CsvSource({
    "ARCHIVE, menagerie.sarif",
    "GITHUB, menagerie-github.sarif",
    "GITLAB, menagerie-gitlab.sarif"
  })
  void theLogIsAsTheGoldenFileHasIt(Profile profile, String file) throws IOException {
    Path golden = GOLDENS.resolve(file);
    Report report =
        Logs.report(
            Logs.MENAGERIE, "version: 1\nrules:\n  topic-few-replicas: {severity: warning}\n");
    SarifReporter reporter = new SarifReporter(profile, null, "1.2.3");
    JsonNode log = Logs.tree(Logs.write(Logs.compared(report), reporter));
    for (JsonNode rule : log.at("/runs/0/tool/driver/rules")) {
      if (!TestPack.IDS.contains(rule.get("id").stringValue())) {
        withoutPage((ObjectNode) rule);
      }
    }
    String actual = Logs.pretty(log);
    if (Boolean.getBoolean("headgate.update")) {
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }

  /** The pages of the core's own rules change without the log being another. */
  private static void withoutPage(ObjectNode rule) {
    ((ObjectNode) rule.get("fullDescription")).put("text", "The page says it.");
    ((ObjectNode) rule.get("help"))
        .put("text", "The page says it.")
        .put("markdown", "The page says it.");
  }
}
