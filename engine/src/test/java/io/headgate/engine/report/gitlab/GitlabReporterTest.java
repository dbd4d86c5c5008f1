package io.headgate.engine.report.gitlab;

import static io.headgate.engine.report.sarif.Logs.CLEAN;
import static io.headgate.engine.report.sarif.Logs.MENAGERIE;
import static io.headgate.engine.report.sarif.Logs.report;
import static io.headgate.engine.report.sarif.Logs.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.report.Disposition;
import io.headgate.engine.report.Goldens;
import io.headgate.engine.report.Hostile;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.sarif.Profile;
import io.headgate.engine.report.sarif.SarifReporter;
import io.headgate.spi.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GitlabReporterTest {

  private static final String BREAKS =
      "version: 1\nrules:\n  topic-fragile: {settings: {breaks: true}}\n";

  private static String write(Report report) {
    return Goldens.write(new GitlabReporter(), report);
  }

  @Test
  void theReportIsAsTheGoldenFileHasIt() {
    Goldens.assertGolden("gitlab/menagerie.json", write(report(MENAGERIE)));
  }

  @Test
  void nothingFoundIsAnEmptyArray() {
    assertThat(write(report(CLEAN))).isEqualTo("[ ]\n");
  }

  /** GitLab's own schema, and the severities that its widget knows. */
  @Test
  void everyEntryIsAsGitlabWantsIt() {
    Report report = report(Hostile.landscape(), BREAKS);
    JsonNode entries = tree(write(report));
    assertThat(entries).hasSize(report.results().size() + report.failures().size());
    Set<String> prints = new HashSet<>();
    for (JsonNode entry : entries) {
      assertThat(entry.get("description").stringValue()).isNotBlank();
      assertThat(entry.get("description").stringValue().length())
          .isLessThanOrEqualTo(GitlabReporter.LONGEST);
      assertThat(entry.get("check_name").isString()).isTrue();
      assertThat(prints.add(entry.get("fingerprint").stringValue())).isTrue();
      assertThat(entry.get("severity").stringValue())
          .isIn("info", "minor", "major", "critical", "blocker");
      assertThat(entry.at("/location/path").stringValue()).isNotBlank().doesNotStartWith("./");
      assertThat(entry.at("/location/lines/begin").isIntegralNumber()).isTrue();
    }
  }

  @Test
  void strangeNamesStayHarmless() {
    String text = write(report(Hostile.landscape()));
    assertThat(text.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
    for (JsonNode entry : tree(text)) {
      String description = entry.get("description").stringValue();
      assertThat(description.codePoints())
          .noneMatch(
              c ->
                  Character.getType(c) == Character.CONTROL
                      || Character.getType(c) == Character.FORMAT);
    }
  }

  @Test
  void secretsAreNowhere() {
    assertThat(write(report(MENAGERIE, BREAKS))).doesNotContain("hunter2", "s3cr3t");
  }

  @Test
  void theFingerprintsAreThoseOfSarif() {
    Report report = report(MENAGERIE);
    List<String> sarif = new ArrayList<>();
    for (JsonNode result :
        tree(Goldens.write(new SarifReporter(Profile.ARCHIVE, null), report))
            .at("/runs/0/results")) {
      sarif.add(result.at("/partialFingerprints").get("headgate/v1").stringValue());
    }
    assertThat(prints(report)).isEqualTo(sarif);
  }

  @Test
  void whatTheBaselineKnowsIsLeftOutAndTheOthersKeepTheirFingerprints() {
    Report report = report(MENAGERIE);
    List<Result> known = new ArrayList<>(report.results());
    known.set(0, known.get(0).asKnown());
    known.set(3, known.get(3).asKnown());
    List<String> expected = new ArrayList<>(prints(report));
    expected.remove(3);
    expected.remove(0);
    assertThat(prints(report.with(known))).isEqualTo(expected);
  }

  /** GitLab would show what is missing here and in the target branch as mended. */
  @Test
  void whatWasThereBeforeIsThereWhereOnlyNewFindingsCount() {
    Report report = report(MENAGERIE);
    List<Result> results = new ArrayList<>();
    for (Result result : report.results()) {
      results.add(
          new Result(
              result.finding(),
              result.severity(),
              result.bundle(),
              Disposition.Plain.OPEN,
              Result.State.UNCHANGED));
    }
    Report compared =
        new Report(
            report.bundles(),
            results,
            report.failures(),
            report.threshold(),
            report.intake(),
            report.catalog(),
            report.sources(),
            null,
            new Report.Comparison("base", null, report.results(), true, Report.JudgedBy.SAME));

    assertThat(compared.count(Severity.ERROR)).isZero();
    assertThat(write(compared)).isEqualTo(write(report));
  }

  @Test
  void aCheckerThatBrokeDoesNotLookClean() {
    JsonNode entries = tree(write(report(CLEAN, BREAKS)));
    assertThat(entries).hasSize(1);
    assertThat(entries.at("/0/severity").stringValue()).isEqualTo("blocker");
    assertThat(entries.at("/0/location/path").stringValue()).isEqualTo("headgate.yaml");
    assertThat(entries.at("/0/description").stringValue())
        .startsWith("The rule topic-fragile, topic-brittle broke on bundle");
  }

  @Test
  void theHeaviestStayWhereThereAreTooMany() {
    Report report =
        report(
            MENAGERIE,
            "version: 1\nrules:\n  topic-often: {settings: {times: "
                + GitlabReporter.MOST
                + "}}\n");
    JsonNode entries = tree(write(report));
    assertThat(entries).hasSize(GitlabReporter.MOST + 1);
    JsonNode last = entries.get(GitlabReporter.MOST);
    int leftOut = report.results().size() - GitlabReporter.MOST;
    assertThat(leftOut).isPositive();
    assertThat(last.get("check_name").stringValue()).isEqualTo("results-left-out");
    assertThat(last.get("description").stringValue()).startsWith(leftOut + " findings, ");
    for (int i = 0; i < GitlabReporter.MOST; i++) {
      assertThat(entries.get(i).get("severity").stringValue()).isEqualTo("critical");
    }
  }

  private static List<String> prints(Report report) {
    List<String> prints = new ArrayList<>();
    tree(write(report)).forEach(entry -> prints.add(entry.get("fingerprint").stringValue()));
    return prints;
  }
}
