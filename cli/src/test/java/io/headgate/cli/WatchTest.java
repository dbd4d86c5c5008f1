package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the approved reference, whatever becomes of the branch. */
class WatchTest {

  @TempDir Path directory;
  private Watched watched;

  @BeforeEach
  void setUp() {
    watched = Watched.in(directory);
  }

  @Test
  void theFirstCommitIsJudgedWhole() {
    String first = watched.push();
    Cli cli = watched.once();
    assertThat(cli.code()).as(cli.out() + cli.err()).isZero();
    assertThat(cli.out()).contains("approved: ", "Moved to " + first.substring(0, 12));
    assertThat(watched.approved()).isEqualTo(first);
    assertThat(watched.permit(first)).contains("\"gitCommit\" : \"" + first + "\"", "\"PASSED\"");
  }

  @Test
  void aFirstCommitThatIsWrongIsNotApproved() {
    watched.people().topic("orders", 12, 1);
    watched.push();
    Cli cli = watched.once();
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out()).contains("[topic-under-replicated]", "is not there yet");
    assertThat(watched.approved()).isEmpty();
    assertThat(watched.at("refs/notes/headgate")).isEmpty();
  }

  @Test
  void whatIsApprovedIsNotJudgedAgain() {
    watched.push();
    assertThat(watched.once().code()).isZero();
    Cli cli = watched.once("--status", "json");
    assertThat(cli.code()).isZero();
    assertThat(cli.out()).contains("\"state\":\"approved\"", "\"judged\":0", "\"moves\":[]");
  }

  @Test
  void aClosedCommitIsRememberedAndAMendOpensTheGate() {
    String first = watched.push();
    watched.once();
    watched.people().topic("orders", 6, 3);
    watched.push();
    Cli closed = watched.once("--status", "json");
    assertThat(closed.code()).isEqualTo(1);
    assertThat(closed.out())
        .contains("\"state\":\"closed\"", "\"judged\":1", "\"behind\":1", "\"error\":1");
    Cli again = watched.once("--status", "json");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out()).contains("\"state\":\"closed\"", "\"judged\":0", "\"error\":1");
    assertThat(watched.approved()).isEqualTo(first);

    watched.people().topic("orders", 12, 3).topic("more", 12, 3);
    String mended = watched.push();
    assertThat(watched.once().code()).isZero();
    assertThat(watched.approved()).isEqualTo(mended);
    assertThat(watched.permit(mended)).contains("\"base\" : \"" + first + "\"");
  }

  @Test
  void thePolicyOfWhatIsApprovedJudges() {
    watched.people().write("headgate.yaml", "version: 1\n");
    String first = watched.push();
    assertThat(watched.once().code()).isZero();
    watched
        .people()
        .write("headgate.yaml", "version: 1\nrules:\n  topic-under-replicated: off\n")
        .topic("more", 12, 1);
    watched.push();
    Cli cli = watched.once();
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out())
        .contains("[policy-weakened]", "[topic-under-replicated]", "kafka/topics/topic-more.yaml:");
    assertThat(watched.approved()).isEqualTo(first);
  }

  @Test
  void whatLiesAroundTheWorkDirectoryDoesNotCount() {
    Cli.write(directory, "headgate.yaml", "version: 1\nrules:\n  topic-under-replicated: off\n");
    Cli.write(
        watched.work(), "headgate.yaml", "version: 1\nrules:\n  topic-under-replicated: off\n");
    watched.people().topic("orders", 12, 1);
    watched.push();
    assertThat(watched.once().code()).isEqualTo(1);
  }

  @Test
  void aPolicyFromOutsideJudgesAndIsPartOfTheGrounds() {
    Path policy = Cli.write(directory, "company.yaml", "version: 1\n");
    watched.people().topic("orders", 12, 1);
    String first = watched.push();
    assertThat(watched.once("--policy", policy.toString()).code()).isEqualTo(1);
    Cli.write(directory, "company.yaml", "version: 1\nrules:\n  topic-under-replicated: off\n");
    Cli cli = watched.once("--policy", policy.toString());
    assertThat(cli.code()).as(cli.out() + cli.err()).isZero();
    assertThat(watched.permit(first)).contains("\"name\" : ", "company.yaml");
  }

  @Test
  void aPathOfTheRepository() {
    watched.people().write("other/topics/topic-bad.yaml", GitRepository.topicText("bad", 12, 1));
    String first = watched.push();
    Cli cli = watched.once("kafka");
    assertThat(cli.code()).as(cli.out() + cli.err()).isZero();
    assertThat(watched.permit(first)).contains("\"name\" : \"kafka\"").doesNotContain("topic-bad");
    Cli none = watched.once("kafka", "--status", "json");
    assertThat(none.out()).contains("\"judged\":0");
  }

  @Test
  void thePermitIsOneForACheckout() {
    final String first = watched.push();
    watched.once();
    Path permit = Cli.write(directory, "headgate.permit", watched.permit(first));
    Cli cli =
        Cli.process(watched.people().root(), Map.of(), "permit", "verify", permit.toString(), ".");
    assertThat(cli.code()).as(cli.out() + cli.err()).isZero();
  }

  @Test
  void aPermitForOtherFilesIsNone() {
    String first = watched.push();
    watched.once();
    watched.people().topic("more", 12, 3);
    String second = watched.push();
    String forged = watched.permit(first).replace(first, second);
    watched.remote().git("notes", "--ref=headgate", "add", "-f", "-m", forged, second);
    watched.remote().git("update-ref", Watched.APPROVED, second);
    Cli cli = watched.once();
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out()).contains("foreign: ", "it is for other files");
  }

  @Test
  void theEnvironmentHasItsOwnNotes() {
    watched
        .people()
        .write(
            "headgate.yaml",
            """
            version: 1
            bundles:
            - name: dev
              environment: dev
              paths: [kafka]
            """);
    watched.push();
    assertThat(watched.once("--environment", "dev").code()).isZero();
    Cli cli = watched.onceIn(directory.resolve("other"), "--approved", "approved-all");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.out()).contains("give each approved reference its own notes with '--notes'");
    Cli own =
        watched.onceIn(
            directory.resolve("other"), "--approved", "approved-all", "--notes", "headgate-all");
    assertThat(own.code()).as(own.out()).isZero();
    assertThat(watched.at("refs/notes/headgate-all")).isNotEmpty();
  }

  @Test
  void theStatusIsWhatItsSchemaSays() throws IOException {
    Path file = directory.resolve("status.json");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Files.readString(Path.of("../docs/watch-status.schema.json")));
    List<Runnable> situations =
        List.of(
            () -> {},
            watched::push,
            () -> {
              watched.people().topic("orders", 6, 3);
              watched.push();
            },
            () -> watched.remote().git("update-ref", "-d", Watched.APPROVED),
            () -> watched.remote().git("update-ref", "-d", "refs/heads/main"));
    Set<String> states = new TreeSet<>();
    for (Runnable situation : situations) {
      situation.run();
      watched.once("--status", "json=" + file);
      String status = Files.readString(file);
      assertThat(schema.validate(status, InputFormat.JSON)).as(status).isEmpty();
      int at = status.indexOf("\"state\":\"") + 9;
      states.add(status.substring(at, status.indexOf('"', at)));
    }
    assertThat(states).containsExactly("approved", "closed", "gone", "no-branch");
    assertThat(schema.validate("{\"version\":1}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void anotherWatcherTakesAPermitThatTheBaseJudged() {
    watched.people().write("headgate.yaml", policy("a"));
    watched.people().write("a/kafka/topics/topic-a.yaml", GitRepository.topicText("a", 12, 3));
    watched.people().write("b/kafka/topics/topic-b.yaml", GitRepository.topicText("b", 12, 3));
    watched.push();
    assertThat(watched.once().code()).isZero();
    watched.people().write("headgate.yaml", policy("a, b"));
    String second = watched.push();
    assertThat(watched.once().code()).isZero();
    assertThat(watched.permit(second)).contains("a/kafka/topics/topic-a.yaml");
    Cli other = watched.onceIn(directory.resolve("other"), "--status", "json");
    assertThat(other.out()).contains("\"state\":\"approved\"", "\"judged\":0");
  }

  private static String policy(String paths) {
    return "version: 1\nbundles:\n- name: all\n  environment: dev\n  paths: [" + paths + "]\n";
  }
}
