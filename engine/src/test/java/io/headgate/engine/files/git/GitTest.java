package io.headgate.engine.files.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.engine.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run when the program that is started behaves badly. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are scripts of a shell")
class GitTest {

  private static final String ID = "0123456789012345678901234567890123456789";

  @TempDir Path temp;

  /** A program in the place of git, that may take its time. */
  private Git git(String script) throws IOException {
    return git(script, 60);
  }

  private Git git(String script, int mostSeconds) throws IOException {
    Path program = Files.writeString(temp.resolve("git"), "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return new Git(temp, program.toString(), mostSeconds);
  }

  @Test
  void tellsWhatWasSaid() throws IOException {
    Git.Answer answer = git("echo out; echo 'a hint' >&2; echo 'fatal: no' >&2; exit 3").ask("x");

    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.line()).isEqualTo("out");
    assertThat(answer.err()).isEqualTo("no");
  }

  @Test
  void tellsTheFirstLineWhereNoneIsTheReason() throws IOException {
    assertThat(git("echo 'a hint' >&2; echo 'another' >&2").ask("x").err()).isEqualTo("a hint");
    assertThat(git("true").ask("x").err()).isEmpty();
  }

  @Test
  void readsWhateverIsSaidAtOnce() throws IOException {
    Git.Answer answer =
        git("head -c 3000000 /dev/zero >&2; head -c 3000000 /dev/zero; echo").ask("x");

    assertThat(answer.text()).hasSize(3_000_001);
  }

  @Test
  void givesUpWhatDoesNotEnd() throws IOException {
    Git git = git("exec sleep 60", 1);

    assertThatThrownBy(() -> soon(() -> git.ask("rev-parse", "HEAD")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'git rev-parse' has not answered within 1 seconds");
  }

  @Test
  void doesNotWaitForWhatItHasLeftBehind() throws IOException {
    Git git = git("echo out; sleep 5 & exit 0", 1);

    soon(
        () -> {
          try {
            assertThat(git.ask("rev-parse", "HEAD").line()).isEqualTo("out");
          } catch (UserError e) {
            assertThat(e).hasMessageContaining("has not answered");
          }
        });
  }

  @Test
  void givesUpWhatNamesNoObject() throws IOException {
    Blobs blobs = new Blobs(git("exec sleep 60", 1));

    assertThatThrownBy(() -> soon(() -> blobs.read(ID, 10)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'git cat-file' has not answered");
  }

  @Test
  void refusesAnObjectThatIsAnother() throws IOException {
    for (String said :
        new String[] {
          "echo rubbish",
          "echo " + ID + " missing",
          "echo " + ID + " tree 4; echo 1234",
          "echo " + ID + " blob 99999999999999; echo x",
          "echo " + ID + " blob 10; echo short",
          "echo " + ID + " blob 2; echo long",
          "true"
        }) {
      Blobs blobs = new Blobs(git("head -n 1 >/dev/null; " + said));
      assertThatThrownBy(() -> soon(() -> blobs.read(ID, 10)))
          .as(said)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("missing or corrupt");
    }
  }

  @Test
  void saysThatItIsMissing() {
    Git git = new Git(temp, temp.resolve("none").toString(), 1);

    assertThatThrownBy(() -> git.ask("x"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("git cannot be started");
  }

  /** Does something that is to come to an end. */
  private static void soon(Question question) {
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(15), question::ask);
  }

  private interface Question {
    void ask() throws IOException;
  }
}
