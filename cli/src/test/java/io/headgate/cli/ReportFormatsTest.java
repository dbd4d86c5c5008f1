package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats of a report as a command line asks for them. */
class ReportFormatsTest {

  private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

  @TempDir Path work;

  @BeforeEach
  void landscape() {
    Cli.write(
        work,
        "land/kafka/topics/topic-orders.yaml",
        "name: orders\npartitions: 6\nreplication: 1\n");
  }

  private String landPath() {
    return work.resolve("land").toString();
  }

  @Test
  void theHelpNamesThemAll() {
    assertThat(List.of(ReportTarget.FORMATS_IN_WORDS.split(", | or ")))
        .isEqualTo(ReportTarget.FORMATS);
    assertThat(Cli.run("check", "--help").out()).contains(" junit,");
  }

  @Test
  void anUnknownFormatIsRefusedWithTheNearest() {
    Cli wrong = Cli.run("check", landPath(), "--report", "githib");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("There is no report format 'githib'").contains("'github'");
  }

  @Test
  void oneRunWritesThemAll() throws IOException {
    List<String> args = new ArrayList<>(List.of("check", landPath(), "--report", "text"));
    List<Path> files = new ArrayList<>();
    for (String format : ReportTarget.FORMATS) {
      Path file = work.resolve("report." + format);
      files.add(file);
      args.add("--report");
      args.add(format + "=" + file);
    }
    Cli all = Cli.run(args.toArray(String[]::new));
    Cli alone = Cli.run("check", landPath());
    assertThat(all).isEqualTo(alone);
    assertThat(all.code()).isEqualTo(1);
    assertThat(all.err()).isEmpty();
    for (Path file : files) {
      assertThat(Files.readString(file)).contains("topic-under-replicated").endsWith("\n");
    }
    // Where nothing is accepted or gone, an archive and GitLab are given the same.
    files.removeIf(file -> file.toString().endsWith(".sarif-gitlab"));
    assertThat(files.stream().map(ReportFormatsTest::text).distinct()).hasSameSizeAs(files);
  }

  @Test
  void noFormatChangesTheExitCode() {
    for (String format : ReportTarget.FORMATS) {
      assertThat(Cli.run("check", landPath(), "--report", format).code()).isEqualTo(1);
    }
    Path clean = work.resolve("clean");
    Cli.writeGoodTopic(clean);
    for (String format : ReportTarget.FORMATS) {
      Cli open = Cli.run("check", clean.toString(), "--report", format);
      assertThat(open.code()).as(open.out() + open.err()).isZero();
    }
  }

  @Test
  void theJobSummaryIsAppended() throws IOException {
    Path summary = Cli.write(work, "summary", "# What was before");
    Cli github =
        Cli.run(
            Map.of(SUMMARY, summary.toString()), false, "check", landPath(), "--report", "github");
    assertThat(github.code()).isEqualTo(1);
    assertThat(github.err()).isEmpty();
    assertThat(github.out()).startsWith("::error file=kafka/topics/topic-orders.yaml,line=3,");
    assertThat(Files.readString(summary))
        .startsWith("# What was before\n<!-- headgate -->\n## headgate: the gate is closed\n")
        .contains("topic-under-replicated");
  }

  @Test
  void theJobSummaryIsMadeWhereItIsNot() throws IOException {
    Path summary = work.resolve("summary");
    Cli.run(Map.of(SUMMARY, summary.toString()), false, "check", landPath(), "--report", "github");
    assertThat(Files.readString(summary)).startsWith("<!-- headgate -->\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "html", "sarif", "gitlab", "markdown", "json", "junit"})
  void noOtherFormatWritesAJobSummary(String format) {
    Path summary = work.resolve("summary");
    Cli.run(Map.of(SUMMARY, summary.toString()), false, "check", landPath(), "--report", format);
    assertThat(summary).doesNotExist();
  }

  /** GitHub throws a summary of more than 1024 KiB away as a whole. */
  @Test
  void theJobSummaryStaysWithinItsLimit() throws IOException {
    for (int i = 0; i < 150; i++) {
      Cli.write(
          work,
          "land/kafka/topics/topic-" + i + ".yaml",
          "name: orders" + i + "\npartitions: 6\nreplication: 1\n");
    }
    Path summary = work.resolve("summary");
    Files.write(summary, new byte[JobSummary.MOST - 10_000]);
    Cli github =
        Cli.run(
            Map.of(SUMMARY, summary.toString()), false, "check", landPath(), "--report", "github");
    assertThat(github.code()).isEqualTo(1);
    assertThat(github.err()).isEmpty();
    assertThat(Files.size(summary)).isBetween(JobSummary.MOST - 9_000L, (long) JobSummary.MOST);
    assertThat(Files.readString(summary)).contains("for want of room");
  }

  @Test
  void aFullJobSummaryStaysAsItIs() throws IOException {
    Path summary = work.resolve("summary");
    Files.write(summary, new byte[JobSummary.MOST - 100]);
    Cli github =
        Cli.run(
            Map.of(SUMMARY, summary.toString()), false, "check", landPath(), "--report", "github");
    assertThat(github.code()).isEqualTo(1);
    assertThat(github.err())
        .isEqualTo("headgate: The job summary has no room left, so it is as it was.\n");
    assertThat(Files.size(summary)).isEqualTo(JobSummary.MOST - 100);
  }

  @Test
  void aJobSummaryThatCannotBeWrittenChangesNoVerdict() {
    String nowhere = work.resolve("no/such\u001bdirectory/summary").toString();
    Cli github =
        Cli.run(Map.of(SUMMARY, nowhere), false, "check", landPath(), "--report", "github");
    assertThat(github.code()).isEqualTo(1);
    assertThat(github.err())
        .startsWith("headgate: The job summary '")
        .contains("such\uFFFDdirectory")
        .endsWith("of GITHUB_STEP_SUMMARY cannot be written (NoSuchFileException).\n");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
