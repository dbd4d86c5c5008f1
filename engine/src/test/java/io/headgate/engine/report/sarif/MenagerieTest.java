package io.headgate.engine.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One report with much in it, as a golden file, indented for people. {@code -Dheadgate.update=true}
 * writes it anew; read what has changed.
 */
class MenagerieTest {

  private static final Path GOLDEN =
      Path.of("src/test/resources/io/headgate/engine/report/sarif/menagerie.sarif");

  @Test
  void theLogIsAsTheGoldenFileHasIt() throws IOException {
    Report report =
        Logs.report(
            Logs.MENAGERIE, "version: 1\nrules:\n  topic-few-replicas: {severity: warning}\n");
    JsonNode log = Logs.tree(Logs.write(report));
    for (JsonNode rule : log.at("/runs/0/tool/driver/rules")) {
      if (!TestPack.IDS.contains(rule.get("id").stringValue())) {
        withoutPage((ObjectNode) rule);
      }
    }
    String actual = Logs.pretty(log);
    if (Boolean.getBoolean("headgate.update")) {
      Files.writeString(GOLDEN, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(GOLDEN));
  }

  /** The pages of the core's own rules change without the log being another. */
  private static void withoutPage(ObjectNode rule) {
    ((ObjectNode) rule.get("fullDescription")).put("text", "The page says it.");
    ((ObjectNode) rule.get("help"))
        .put("text", "The page says it.")
        .put("markdown", "The page says it.");
  }
}
