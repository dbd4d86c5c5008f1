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

/** What {@code headgate check --staged} judges: called by hand, and by a hook of Git. */
class StagedTest {

  private static final String NOTHING = "Nothing is staged that could concern a Kafka landscape.\n";

  @TempDir Path temp;
  private GitRepository repository;

  @BeforeEach
  void aRepositoryWithATopic() {
    repository = GitRepository.in(temp.resolve("repo")).topic("orders", 12, 3);
    repository.commit();
  }

  private Cli check(String... more) {
    List<String> args = new ArrayList<>(List.of("check", "--staged"));
    args.addAll(List.of(more));
    args.add(repository.root().toString());
    return Cli.run(args.toArray(String[]::new));
  }

  private static void assertOpen(Cli cli) {
    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isZero();
  }

  @Test
  void endsAtOnceWhereNothingRelevantIsStaged() {
    repository.topic("bad", 12, 1);
    repository.write("README.md", "x").git("add", "README.md");
    assertThat(check()).isEqualTo(new Cli(0, NOTHING, ""));

    repository.git("add", "-A");
    assertThat(check().code()).isEqualTo(1);
  }

  @Test
  void judgesTheIndexAndNotTheDisk() throws IOException {
    repository.topic("staged", 12, 1).git("add", "-A");
    repository.topic("staged", 12, 3).topic("unstaged", 12, 1);
    Files.delete(repository.root().resolve(GitRepository.topicPath("orders")));

    Cli cli = check();

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out())
        .contains("kafka/topics/topic-staged.yaml:3:14: error")
        .contains("  3 | replication: 1\n")
        .contains("1 error in 2 resources, 2 files")
        .doesNotContain("unstaged");
  }

  @Test
  void findsPathsThatAreGoneFromTheDisk() throws IOException {
    repository.topic("staged", 12, 1).git("add", "-A");
    Files.delete(repository.root().resolve(GitRepository.topicPath("staged")));

    String file = repository.root().resolve(GitRepository.topicPath("staged")).toString();

    assertThat(Cli.run("check", "--staged", file).code()).isEqualTo(2);
    assertThat(check().code()).isEqualTo(1);
    assertThat(Cli.run("check", "--staged", repository.root().resolve("no").toString()).err())
        .contains("There is no staged file or directory");
  }

  @Test
  void takesThePolicyFromTheIndex() {
    repository
        .topic("bad", 12, 1)
        .write("headgate.yaml", "version: 1\nrules:\n  topic-under-replicated: off\n")
        .git("add", "-A");
    repository.write("headgate.yaml", "version: 1\n");
    assertOpen(check());

    repository.git("add", "-A");
    repository.write("headgate.yaml", "version: 1\nrules:\n  topic-under-replicated: off\n");
    assertThat(check().code()).isEqualTo(1);
  }

  @Test
  void takesTheBaselineFromTheIndex() {
    repository
        .topic("bad", 12, 1)
        .write("headgate.yaml", "version: 1\nbaseline: headgate-baseline.yaml\n")
        .git("add", "-A");
    String known =
        "version: 1\nknown:\n- {rule: topic-under-replicated, bundle: ., resource: topic bad,"
            + " attribute: replication}\n";
    repository.write("headgate-baseline.yaml", known);
    assertThat(check().err()).contains("There is no baseline 'headgate-baseline.yaml'");

    repository.git("add", "-A");
    repository.write("headgate-baseline.yaml", "broken: {");
    assertOpen(check());
  }

  @Test
  void deletionsCount() throws IOException {
    repository.topic("refunds", 12, 3).commit();
    repository.git("rm", "-q", GitRepository.topicPath("refunds"));

    assertThat(check().out()).contains("1 resource, 1 file");
    assertThat(check("--base", "HEAD").out()).contains("[change-topic-deleted]");
  }

  /** As in a pipeline that runs the hooks over all files of a clone. */
  @Test
  void judgesAllWhereNoCommitIsBeingMade() {
    assertThat(check().out()).contains("1 resource, 1 file");

    repository.topic("bad", 12, 1).commit();
    repository.topic("bad", 12, 3);

    assertThat(check().code()).isEqualTo(1);
  }

  @Test
  void allOfTheFirstCommitIsNew() {
    repository = GitRepository.in(temp.resolve("first")).topic("bad", 12, 1);
    repository.git("add", "-A");

    Cli first = check("--base", "HEAD", "--new-only");

    assertThat(first.err()).isEmpty();
    assertThat(first.out()).contains("topic-bad.yaml:3:14: error").contains("The gate is closed.");
    assertThat(first.code()).isEqualTo(1);
    assertThat(check("--base", "main").code()).as("no word for what is not there yet").isEqualTo(2);
    assertThat(Cli.run("check", "--base", "HEAD", repository.root().toString()).err())
        .contains("The base 'HEAD' is neither a directory nor a commit");
    repository.git("commit", "-q", "-m", "first");
    repository.git("checkout", "-q", "--orphan", "other");
    assertThat(check("--base", "HEAD", "--new-only").code()).as("another beginning").isEqualTo(1);
  }

  @Test
  void theFirstCommit() {
    repository = GitRepository.in(temp.resolve("first")).topic("bad", 12, 1);
    assertThat(check().err()).contains("Nothing to judge");
    repository.git("add", "-A");
    assertThat(check().code()).isEqualTo(1);
  }

  @Test
  void leavesOutSubmodulesAndWhatIsOnlyIntended() {
    GitRepository other = GitRepository.in(temp.resolve("other")).topic("theirs", 12, 1);
    other.commit();
    repository.git("submodule", "--quiet", "add", other.root().toString(), "kafka/theirs.yaml");
    repository.topic("promised", 12, 1).git("add", "-N", "kafka/topics/topic-promised.yaml");

    repository.topic("mine", 12, 3).git("add", GitRepository.topicPath("mine"));

    Cli cli = check();

    assertOpen(cli);
    assertThat(cli.out()).contains("2 resources, 2 files");
  }

  @Test
  void saysThatAMergeIsNotAtItsEnd() {
    repository.git("checkout", "-q", "-b", "other");
    repository.topic("orders", 24, 3).commit();
    repository.git("checkout", "-q", "main");
    repository.topic("orders", 36, 3).commit();
    try {
      repository.git("merge", "-q", "other");
    } catch (AssertionError e) {
      assertThat(e).hasMessageContaining("CONFLICT");
    }

    Cli cli = check();

    assertThat(cli.err()).contains("topic-orders.yaml' is not merged yet");
    assertThat(cli.code()).isEqualTo(2);
  }

  @Test
  void saysThatThereIsNoRepository() {
    Path outside = temp.resolve("outside");
    Cli.writeGoodTopic(outside);

    Cli cli = Cli.run("check", "--staged", outside.toString());

    assertThat(cli.err()).contains("lies in no work tree of Git");
    assertThat(cli.code()).isEqualTo(2);
  }

  // What Git tells a hook differs from one way to commit to another.

  private void hook(GitRepository where) throws IOException {
    Path hook =
        Cli.write(
            temp,
            "hooks/pre-commit",
            "#!/bin/sh\nexec '"
                + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -cp '"
                + System.getProperty("java.class.path")
                + "' io.headgate.cli.Main check --staged\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    where.git("config", "core.hooksPath", temp.resolve("hooks").toString());
  }

  private static boolean commits(GitRepository where, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q"));
    command.addAll(List.of("-m", "x"));
    command.addAll(List.of(words));
    try {
      where.run(command, Map.of());
      return true;
    } catch (AssertionError e) {
      assertThat(e).hasMessageContaining("The gate is closed.").hasMessageContaining("topic-");
      return false;
    }
  }

  @Test
  void aHookSeesWhatTheCommitWillHold() throws IOException {
    hook(repository);
    repository.topic("orders", 12, 1);

    assertThat(commits(repository, "-a")).as("commit -a").isFalse();
    assertThat(commits(repository, "--", GitRepository.topicPath("orders")))
        .as("commit -- path")
        .isFalse();
    repository.topic("fine", 12, 3).git("add", GitRepository.topicPath("fine"));
    assertThat(commits(repository)).as("a part of it").isTrue();
    repository.topic("bad", 12, 1).git("add", GitRepository.topicPath("bad"));
    repository.topic("orders", 24, 3);
    assertThat(commits(repository, "--", GitRepository.topicPath("orders")))
        .as("commit -- path beside what is staged")
        .isTrue();
    assertThat(commits(repository)).as("what was staged").isFalse();
  }

  @Test
  void aHookInALinkedWorkTree() throws IOException {
    hook(repository);
    Path linked = temp.resolve("linked");
    repository.git("worktree", "add", "-q", "-b", "linked", linked.toString());
    GitRepository there = new GitRepository(linked);
    there.topic("bad", 12, 1).git("add", "-A");

    assertThat(commits(there)).isFalse();

    there.topic("bad", 12, 3).git("add", "-A");
    assertThat(commits(there)).isTrue();
  }

  @Test
  void aHookBeforeTheFirstLandscape() throws IOException {
    GitRepository none = GitRepository.in(temp.resolve("none"));
    hook(none);
    none.write(".pre-commit-config.yaml", "repos: []\n").git("add", "-A");
    assertThat(commits(none)).isTrue();

    none.topic("bad", 12, 1).git("add", "-A");
    assertThat(commits(none)).isFalse();
  }
}
