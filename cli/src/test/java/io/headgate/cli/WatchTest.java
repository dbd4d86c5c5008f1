package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
