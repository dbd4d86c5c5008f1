package io.headgate.engine.report.markdown;

import static io.headgate.engine.report.sarif.Logs.CLEAN;
import static io.headgate.engine.report.sarif.Logs.MENAGERIE;
import static io.headgate.engine.report.sarif.Logs.compared;
import static io.headgate.engine.report.sarif.Logs.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.report.Goldens;
import io.headgate.engine.report.Hostile;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Report.Baseline;
import io.headgate.engine.report.Result;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class MarkdownReporterTest {

  private static final String BREAKS =
      "version: 1\nrules:\n  topic-fragile: {settings: {breaks: true}}\n";

  private static String write(Report report) {
    return Goldens.write(new MarkdownReporter(), report);
  }

  @Test
  void theReportIsAsTheGoldenFileHasIt() {
    Goldens.assertGolden("markdown/menagerie.md", write(report(MENAGERIE)));
  }

  @Test
  void hostileNamesAreAsTheGoldenFileHasThem() {
    Goldens.assertGolden("markdown/hostile.md", write(report(Hostile.landscape())));
  }

  /** A parser finds nothing but what the reporter itself has written. */
  @Test
  void strangeNamesStayHarmless() {
    String text = write(report(Hostile.landscape(), BREAKS));
    Set<String> nodes = new TreeSet<>();
    List<String> prose = new ArrayList<>();
    int[] html = {0};
    Parser.builder()
        .build()
        .parse(text)
        .accept(
            new AbstractVisitor() {
              @Override
              protected void visitChildren(Node parent) {
                for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                  nodes.add(node.getClass().getSimpleName());
                  html[0] += node.getClass().getSimpleName().equals("HtmlBlock") ? 1 : 0;
                  if (node instanceof Text one) {
                    prose.add(one.getLiteral());
                  }
                  visitChildren(node);
                }
              }

              @Override
              public void visit(Text node) {}
            });
    assertThat(nodes)
        .containsExactly(
            "BulletList",
            "Code",
            "Heading",
            "HtmlBlock",
            "ListItem",
            "Paragraph",
            "StrongEmphasis",
            "Text");
    assertThat(html[0]).as("the marker alone").isEqualTo(1);
    assertThat(prose).hasSizeGreaterThan(50);
    for (String one : prose) {
      assertThat(one)
          .matches("[\\p{L}\\p{N} ,.;:?!()'\"-]*")
          .doesNotContain("http:", "www.")
          .doesNotContainPattern("[!:][^ ,.;:?!()'\"]");
    }
  }

  @Test
  void noCharacterMovesTheCursorOrTurnsTheText() {
    assertThat(write(report(Hostile.landscape())).codePoints())
        .noneMatch(
            c ->
                (Character.getType(c) == Character.CONTROL && c != '\n')
                    || Character.getType(c) == Character.FORMAT);
  }

  @Test
  void secretsAreNowhere() {
    assertThat(write(report(MENAGERIE, BREAKS))).doesNotContain("hunter2", "s3cr3t");
  }

  @Test
  void aCheckerThatBrokeDoesNotLookClean() {
    assertThat(write(report(CLEAN, BREAKS)))
        .startsWith("<!-- headgate -->\n## headgate: there is no verdict, and the gate is closed\n")
        .contains("**1 failure** in 1 resource")
        .contains("### Failures\n\n- The rule topic-fragile, topic-brittle broke on bundle '.': ");
  }

  @Test
  void nothingFoundIsShort() {
    assertThat(write(report(CLEAN)))
        .isEqualTo(
            """
            <!-- headgate -->
            ## headgate: the gate is open

            **No findings** in 1 resource, 1 file, 1 bundle.
            """);
  }

  @Test
  void whatTheBaselineKnowsIsCountedAlone() {
    Report all = report(MENAGERIE);
    List<Result> known = all.results().stream().map(Result::asKnown).toList();
    Report report =
        new Report(
            all.bundles(),
            known,
            all.failures(),
            all.threshold(),
            all.intake(),
            all.catalog(),
            all.sources(),
            new Baseline("base`line.yaml", known.size(), 0),
            null);
    assertThat(write(report))
        .contains("the gate is open", "**No new findings** in")
        .doesNotContain("###", "explain")
        .endsWith(known.size() + " findings are known by ``base`line.yaml``.\n");
  }

  @Test
  void whatIsWaivedOrGoneIsCountedAndNotShown() {
    String text = write(compared(report(MENAGERIE)));
    assertThat(text)
        .contains(
            "\n1 finding is waived, the next of them until 2031-05-01 (owner `team-data`).\n",
            "\n1 finding is known by `baseline.yaml`. 2 entries of it no longer occur;"
                + " 'headgate baseline' prunes them.\n",
            "\nSince `3f2a1bc9d0e1`: 5 findings are new, 1 was there before, 1 is gone. The policy of the"
                + " base judged; what this change makes of it holds once it is merged.\n")
        .contains("topic-few-replicas")
        .doesNotContain("config.connection");
  }

  @Test
  void theCommentKeepsItsSizeAndSaysWhatHadNoRoom() {
    Report report =
        report(MENAGERIE, "version: 1\nrules:\n  topic-often: {settings: {times: 5000}}\n");
    String text = write(report);
    assertThat(bytes(text))
        .isLessThanOrEqualTo(MarkdownReporter.COMMENT)
        .isGreaterThan(MarkdownReporter.COMMENT - MarkdownReporter.LEAST - 300);
    long shown = text.lines().filter(line -> line.startsWith("- ")).count();
    long errors =
        report.results().stream().filter(r -> r.severity().word().equals("error")).count();
    assertThat(shown).isBetween(100L, errors - 1);
    assertThat(text)
        .doesNotContain("### Warnings")
        .contains("\n**" + (errors - shown) + " errors, ")
        .contains(" more, the lightest and last, are not shown here for want of room.**");
  }

  @Test
  void theSizeCountsBytesWhateverTheSize() {
    Report report = report(Hostile.landscape());
    for (int size = MarkdownReporter.LEAST; size < 40_000; size += 997) {
      assertThat(bytes(Goldens.write(new MarkdownReporter(size), report)))
          .isLessThanOrEqualTo(size);
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
