package io.headgate.engine.document.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.Problem;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.document.hcl.HclBody.Attribute;
import io.headgate.engine.document.hcl.HclBody.Block;
import io.headgate.spi.model.Place;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, it is read or is a problem, and every place lies in it. */
class HclFuzzTest {

  private static final String SAMPLE =
      """
      resource "kafka_topic" "a" {
        for_each = { for k, v in local.topics : k => v if v.on && !var.off }
        name     = "${var.prefix}-${each.key}\\n"
        config   = merge(local.defaults, { "retention.ms" = 7 * 24 * 3600000, (x) : [1, "é"] })
        dynamic "b" { for_each = a[*].b
          content { c = d.0 ? e : f(g...) }
        }
        doc = <<-EOT
          x %{ if y ~} z %{ endif }
            ${ w }
        EOT
      }
      """;

  private static final List<String> PIECES =
      List.of(
          "{", "}", "[", "]", "(", ")", "\"", "${", "%{", "<<E", "<<-EOT", "EOT", "\n", "=", "==",
          "=>", ":", "?", ",", ".", "...", "*", "for ", " in ", "if ", "#", "/*", "*/", "//", "\\",
          "\r", "\t", "1e", "9", "-", "😀", "\uD800", "~", "::", "null", "a");

  @Test
  void aFileThatIsCutAnywhere() {
    for (int end = 0; end <= SAMPLE.length(); end++) {
      check(SAMPLE.substring(0, end));
      check(SAMPLE.substring(end));
    }
  }

  @Test
  void aFileWithPiecesPutInAndTakenOut() {
    Random random = new Random(5);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(SAMPLE);
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(6));
        text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
      }
      check(text.toString());
    }
  }

  @Test
  void aFileOfNothingButPieces() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "a = " : "a {\n");
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      check(text.toString());
    }
  }

  private static void check(String text) {
    SourceText source = new SourceText("a.tf", text);
    HclFile file = HclFile.read(source);
    for (Problem problem : file.problems()) {
      within(problem.place(), source);
      assertThat(problem.message()).endsWith(".");
    }
    within(file.body(), source);
  }

  private static void within(HclBody body, SourceText source) {
    for (Attribute attribute : body.attributes()) {
      within(attribute.namePlace(), source);
      within(attribute.value().place(), source);
      assertThat(Written.of(attribute.value())).isNotNull();
    }
    for (Block block : body.blocks()) {
      within(block.head(), source);
      within(block.body(), source);
    }
  }

  private static void within(Place place, SourceText source) {
    assertThat(place.endLine()).isLessThanOrEqualTo(source.lineCount());
    assertThat(place.startLine()).isLessThanOrEqualTo(place.endLine());
  }
}
