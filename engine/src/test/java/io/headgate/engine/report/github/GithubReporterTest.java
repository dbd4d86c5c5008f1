package io.headgate.engine.report.github;

import static io.headgate.engine.report.sarif.Logs.CLEAN;
import static io.headgate.engine.report.sarif.Logs.MENAGERIE;
import static io.headgate.engine.report.sarif.Logs.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.error.Failure;
import io.headgate.engine.report.Goldens;
import io.headgate.engine.report.Hostile;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Report.Baseline;
import io.headgate.engine.report.Result;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GithubReporterTest {

  private static final String BREAKS =
      "version: 1\nrules:\n  topic-fragile: {settings: {breaks: true}}\n";

  private static String write(Report report) {
    return Goldens.write(new GithubReporter(), report);
  }

  private static List<String> commands(String text, String level) {
    return text.lines().filter(line -> line.startsWith("::" + level + " ")).toList();
  }

  @Test
  void theReportIsAsTheGoldenFileHasIt() {
    Goldens.assertGolden("github/menagerie.txt", write(report(MENAGERIE)));
  }

  @Test
  void hostileNamesAreAsTheGoldenFileHasThem() {
    Goldens.assertGolden("github/hostile.txt", write(report(Hostile.landscape())));
  }

  /** A runner takes a line for a command that starts with two colons, or has ##[ anywhere. */
  @Test
  void noNameMakesACommand() {
    String text = write(report(Hostile.landscape(), BREAKS));
    assertThat(text).doesNotContain("##[", "##vso[", "\r");
    for (String line : text.lines().toList()) {
      if (line.strip().startsWith("::")) {
        assertThat(line)
            .matches(
                "::(error|warning|notice) (file=[^:,]+,line=\\d+,endLine=\\d+,col=\\d+,"
                    + "endColumn=\\d+,)?title=[a-z-]+::[^\\n]+");
      } else {
        assertThat(line).matches("(- kafka/topics/|headgate: ).*");
      }
    }
    assertThat(text.codePoints())
        .noneMatch(
            c ->
                (Character.getType(c) == Character.CONTROL && c != '\n')
                    || Character.getType(c) == Character.FORMAT);
  }

  @Test
  void whatIsEscapedIsReadAsItWas() {
    String command =
        Command.of(Severity.NOTE, new Place("a:b,c%.yaml", 2, 3, 2, 5), "x:y,z", "5 %: a,\nb");
    assertThat(command)
        .isEqualTo(
            "::notice file=a%3Ab%2Cc%25.yaml,line=2,endLine=2,col=3,endColumn=5,"
                + "title=x%3Ay%2Cz::5 %25: a,%0Ab\n");
  }

  @Test
  void columnsAreGivenWithinOneLineAlone() {
    assertThat(Command.of(Severity.ERROR, new Place("a", 2, 3, 4, 5), "t", "m"))
        .isEqualTo("::error file=a,line=2,endLine=4,title=t::m\n");
  }

  @Test
  void aMessageIsCutWhereTheRunnerWouldCutIt() {
    String command = Command.of(Severity.ERROR, null, "t", "word ".repeat(2000));
    assertThat(command.length())
        .isLessThanOrEqualTo(Command.LONGEST + "::error title=t::\n".length());
    assertThat(command).endsWith("word (shortened).\n");
  }

  @Test
  void tenOfEachLevelAreShownAndTheOthersAreInTheLog() {
    Report report =
        report(
            Hostile.landscape(),
            "version: 1\nrules:\n  topic-often: {severity: note, settings: {times: 30}}\n");
    String text = write(report);
    assertThat(commands(text, "error")).hasSize(Annotations.MOST);
    assertThat(commands(text, "warning")).hasSize(Annotations.MOST);
    List<String> notices = commands(text, "notice");
    assertThat(notices).hasSize(Annotations.MOST);
    int left = report.results().size() - (3 * Annotations.MOST - 1);
    assertThat(notices.get(Annotations.MOST - 1))
        .startsWith("::notice title=headgate::" + left + " more have no annotation, ");
    assertThat(text.lines().filter(line -> line.startsWith("- "))).hasSize(left);
  }

  @Test
  void tenOfALevelNeedNoNotice() {
    String text =
        write(
            report(
                CLEAN,
                "version: 1\nrules:\n  topic-often: {severity: note, settings: {times: 10}}\n"));
    assertThat(commands(text, "notice")).hasSize(10).noneMatch(line -> line.contains("more"));
    text =
        write(
            report(
                CLEAN,
                "version: 1\nrules:\n  topic-often: {severity: note, settings: {times: 11}}\n"));
    assertThat(commands(text, "notice")).hasSize(10).anyMatch(line -> line.contains("::2 more"));
  }

  @Test
  void failuresComeAheadOfErrors() {
    Report all = report(Hostile.landscape());
    List<Failure> failures = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      failures.add(new Failure("rule-" + i, "b", "an exception"));
    }
    Report report =
        new Report(
            all.bundles(),
            all.results(),
            failures,
            all.threshold(),
            all.intake(),
            all.catalog(),
            all.sources());
    String text = write(report);
    assertThat(commands(text, "error"))
        .hasSize(Annotations.MOST)
        .allMatch(line -> line.startsWith("::error title=headgate::The rule rule-"));
    assertThat(text.lines().filter(line -> line.startsWith("- failure: The rule rule-1")))
        .hasSize(2);
    assertThat(text).endsWith("12 failures. The gate is closed.\n");
  }

  @Test
  void whatTheBaselineKnowsIsCountedAlone() {
    Report all = report(MENAGERIE);
    Report report =
        new Report(
            all.bundles(),
            all.results().stream().map(Result::asKnown).toList(),
            all.failures(),
            all.threshold(),
            all.intake(),
            all.catalog(),
            all.sources(),
            new Baseline("base\u001bline.yaml", all.results().size(), 0),
            null);
    assertThat(write(report))
        .isEqualTo(
            "headgate: 0 errors, 0 warnings, 0 notes, 0 failures. "
                + all.results().size()
                + " findings are known by 'base\uFFFDline.yaml'. The gate is open.\n");
  }

  @Test
  void secretsAreNowhere() {
    assertThat(write(report(MENAGERIE, BREAKS))).doesNotContain("hunter2", "s3cr3t");
  }
}
