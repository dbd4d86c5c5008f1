package io.headgate.engine.report.sarif;

import static io.headgate.engine.report.sarif.Logs.MENAGERIE;
import static io.headgate.engine.report.sarif.Logs.compared;
import static io.headgate.engine.report.sarif.Logs.report;
import static io.headgate.engine.report.sarif.Logs.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.spi.Finding;
import io.headgate.spi.Related;
import io.headgate.spi.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What each reader of a log takes, and what becomes of the rest. */
class ProfileTest {

  private static final int TEN_MEGABYTES = 10_000_000;

  private static String log(Report report, Profile profile) {
    return Logs.write(report, new SarifReporter(profile, null, "1.2.3"));
  }

  private static JsonNode run(Report report, Profile profile) {
    return tree(log(report, profile)).at("/runs/0");
  }

  /** As many errors, and one warning and one note ahead of most of them. */
  private static Report often(int errors) {
    Report report =
        report(
            Map.of(
                "kafka/topics/a.yaml", "name: A1\nreplication: 3\n",
                "kafka/topics/b.yaml", "name: a1\nreplication: 1\n"),
            "version: 1\nrules:\n  topic-often: {settings: {times: " + (errors - 1) + "}}\n");
    assertThat(report.count(Severity.ERROR)).isEqualTo(errors);
    assertThat(report.count(Severity.WARNING)).isEqualTo(1);
    assertThat(report.count(Severity.NOTE)).isEqualTo(1);
    return report;
  }

  private static String said(JsonNode run) {
    JsonNode notice = run.at("/invocations/0/toolExecutionNotifications/0");
    assertThat(notice.at("/descriptor/id").stringValue("")).isEqualTo("results-left-out");
    assertThat(notice.get("level").stringValue()).isEqualTo("warning");
    return notice.at("/message/text").stringValue();
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB"})
  void ofMoreThanFiveThousandResultsTheHeaviestStayAndTheRestIsSaid(Profile profile) {
    JsonNode run = run(often(5_000), profile);
    assertThat(run.get("results"))
        .hasSize(5_000)
        .allMatch(result -> result.get("level").stringValue().equals("error"));
    assertThat(said(run))
        .isEqualTo(
            "2 results were left out, the lightest and last, for "
                + profile.host()
                + " takes no more than 5000 of them and 10 MB; the text report has them all.");
  }

  /** GitHub refuses a run with more, and keeps 5,000. */
  @ParameterizedTest
  @ValueSource(ints = {24_998, 25_001})
  void aroundTwentyFiveThousandResultsGitHubTakesTheLog(int errors) {
    JsonNode run = run(often(errors), Profile.GITHUB);
    assertThat(run.get("results")).hasSize(5_000);
    assertThat(said(run)).startsWith((errors + 2 - 5_000) + " results were left out");
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB"})
  void asManyResultsAsTheReaderTakesAreAllThere(Profile profile) {
    JsonNode run = run(often(4_998), profile);
    assertThat(run.get("results")).hasSize(5_000);
    assertThat(run.at("/results/4998/level").stringValue()).isEqualTo("warning");
    assertThat(run.at("/results/4999/level").stringValue()).isEqualTo("note");
    assertThat(run.at("/invocations/0/toolExecutionNotifications")).isEmpty();
  }

  @Test
  void anArchiveHasThemAllInTheOrderOfTheReport() {
    Report report = often(25_001);
    JsonNode results = run(report, Profile.ARCHIVE).get("results");
    assertThat(results).hasSize(25_003);
    List<String> levels = new ArrayList<>();
    results.forEach(result -> levels.add(result.get("level").stringValue()));
    assertThat(levels)
        .isEqualTo(report.results().stream().map(result -> result.severity().word()).toList());
  }

  /** Each result has what cannot be compressed, so that few thousand are more than 10 MB. */
  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB"})
  void aLogStaysBelowTenMegabytes(Profile profile) throws IOException {
    Report report = heavy();
    assertThat(size(log(report, Profile.ARCHIVE), profile)).isGreaterThan(TEN_MEGABYTES);
    String log = log(report, profile);
    assertThat(size(log, profile)).isBetween(8_000_000, TEN_MEGABYTES);
    JsonNode run = tree(log).at("/runs/0");
    int written = run.get("results").size();
    assertThat(written).isBetween(1, report.results().size() - 1);
    assertThat(said(run)).startsWith((report.results().size() - written) + " results were left");
  }

  private static Report heavy() {
    Report all = report(MENAGERIE);
    Result result = all.results().get(0);
    Random random = new Random(1);
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      List<Related> related = new ArrayList<>();
      for (int j = 0; j < 30; j++) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < 1_800; k++) {
          text.append((char) ('0' + random.nextInt(75)));
        }
        related.add(new Related(result.finding().place(), text + "."));
      }
      Finding finding = result.finding();
      results.add(
          new Result(
              new Finding(
                  finding.rule(),
                  finding.resource(),
                  finding.attribute() + i,
                  finding.place(),
                  finding.message(),
                  related),
              Severity.ERROR,
              "."));
    }
    return all.with(results);
  }

  private static int size(String log, Profile profile) throws IOException {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    if (!profile.isZipped()) {
      return bytes.length;
    }
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    }
    return zipped.size();
  }

  @Test
  void anArchiveHasWhatIsAcceptedAndWhatIsGone() {
    JsonNode results = run(compared(report(MENAGERIE)), Profile.ARCHIVE).get("results");
    JsonNode known = results.at("/0/suppressions/0");
    assertThat(known.get("kind").stringValue()).isEqualTo("external");
    assertThat(known.get("status").stringValue()).isEqualTo("accepted");
    assertThat(known.get("justification").stringValue())
        .isEqualTo("Known by the baseline 'baseline.yaml'.");
    JsonNode waived = results.at("/1/suppressions/0");
    assertThat(waived.get("justification").stringValue())
        .isEqualTo(
            "The vault comes with the next release. Owner: team-data. Approved by security. Until"
                + " 2031-05-01.");
    assertThat(waived.at("/properties/expiryUtc").stringValue()).isEqualTo("2031-05-02T00:00:00Z");
    assertThat(waived.at("/location/physicalLocation/region/startLine").intValue()).isEqualTo(3);
    assertThat(results.at("/2/suppressions").isArray()).isTrue();
    assertThat(results.at("/2/suppressions")).isEmpty();
    List<String> states = new ArrayList<>();
    results.forEach(result -> states.add(result.get("baselineState").stringValue()));
    assertThat(states)
        .startsWith("unchanged", "unchanged", "unchanged", "new")
        .endsWith("new", "absent");
  }

  /** GitHub shows what is suppressed, or gone, as an open alert. */
  @Test
  void gitHubGetsNothingThatIsAcceptedOrGone() {
    Report report = compared(report(MENAGERIE));
    JsonNode results = run(report, Profile.GITHUB).get("results");
    assertThat(results).hasSize(report.results().size() - 2);
    for (JsonNode result : results) {
      assertThat(result.has("suppressions")).isFalse();
      assertThat(result.get("baselineState").stringValue()).isNotEqualTo("absent");
    }
  }

  /** GitLab skips what is suppressed, but would show as open what is gone. */
  @Test
  void gitLabGetsWhatIsAcceptedBehindAllOthersAndNothingThatIsGone() {
    Report report = compared(report(MENAGERIE));
    JsonNode results = run(report, Profile.GITLAB).get("results");
    assertThat(results).hasSize(report.results().size());
    for (int i = 0; i < results.size(); i++) {
      JsonNode result = results.get(i);
      assertThat(result.get("suppressions").isEmpty()).isEqualTo(i < results.size() - 2);
      assertThat(result.get("baselineState").stringValue()).isNotEqualTo("absent");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB"})
  void ofManyRelatedPlacesTheFirstStay(Profile profile) {
    Report all = report(MENAGERIE);
    Finding finding = all.results().get(0).finding();
    List<Related> related = new ArrayList<>();
    for (int i = 0; i < 1_001; i++) {
      related.add(new Related(finding.place(), "Place " + i + "."));
    }
    Report report =
        all.with(
            List.of(
                new Result(
                    new Finding(
                        finding.rule(),
                        finding.resource(),
                        finding.attribute(),
                        finding.place(),
                        finding.message(),
                        related),
                    Severity.ERROR,
                    ".")));
    assertThat(run(report, profile).at("/results/0/relatedLocations")).hasSize(100);
    assertThat(run(report, Profile.ARCHIVE).at("/results/0/relatedLocations")).hasSize(1_001);
  }
}
