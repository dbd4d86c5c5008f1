package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about waivers was there before the change, or was not, like any other finding. */
class BaseStatesTest {

  private static final String EXPIRED = "2020-01-31";
  private static final String UNTIL = "2999-01-31";

  @TempDir Path temp;
  private GitRepository repository;

  @BeforeEach
  void aRepositoryWithAWaivedTopic() {
    repository = GitRepository.in(temp.resolve("repo")).topic("orders", 12, 1);
    policy("waivers: headgate-waivers.yaml\ninline-waivers: true\n");
  }

  private void policy(String more) {
    repository.write("headgate.yaml", "version: 1\n" + more);
  }

  private void waivers(String topic, String until) {
    repository.write(
        "headgate-waivers.yaml",
        """
        version: 1
        waivers:
        - rule: topic-under-replicated
          resource: topic %s
          reason: The third broker comes.
          owner: orders
          approver: jane
          until: %s
        """
            .formatted(topic, until));
  }

  private Cli check() {
    return Cli.run("check", repository.root().toString(), "--base", "HEAD", "--new-only");
  }

  @Test
  void anOldFindingAboutAWaiverIsNotNew() {
    waivers("orders", EXPIRED);
    repository.commit();
    repository.topic("new", 12, 3);

    Cli cli = check();

    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains("0 findings are new, 2 were there before, 0 are gone.");
    assertThat(cli.code()).isZero();
  }

  @Test
  void aWaiverThatTheChangeMakesUselessIsNew() {
    waivers("orders", UNTIL);
    repository.commit();
    repository.topic("orders", 12, 3);

    assertThat(check().out())
        .contains("[waiver-unused]")
        .contains("2 findings are new, 0 were there before, 0 are gone.");
  }

  @Test
  void whatIsWaivedIsNotGoneWhenItIsMended() {
    waivers("orders", UNTIL);
    repository.topic("refunds", 12, 1).commit();
    repository.topic("refunds", 12, 3);

    assertThat(check().out()).contains("1 finding is new, 0 were there before, 1 is gone.");
  }

  @Test
  void anOldFindingAboutACommentIsNotNew() {
    waivers("orders", UNTIL);
    repository
        .write(
            "kafka/topics/topic-refunds.yaml",
            "# headgate:waive topic-under-replicated until="
                + EXPIRED
                + " owner=orders approver=jane reason=\"It comes.\"\n"
                + GitRepository.topicText("refunds", 12, 3))
        .commit();
    repository.topic("new", 12, 3);

    Cli cli = check();

    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains("0 findings are new, 1 was there before, 0 are gone.");
  }
}
