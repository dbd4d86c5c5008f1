package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.cli.Installation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Commits with headgate as a hook: as the script of docs/hooks.md, and by the real pre-commit where
 * it is installed, with the definition that this repository publishes.
 */
class HooksIT {

  /** Who calls headgate. */
  private enum Way {
    GIT,
    PRE_COMMIT
  }

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String CLOSED = "The gate is closed.";

  /** Of all tests together: the archive for fast starts is made once. */
  @TempDir static Path cache;

  @TempDir Path temp;
  private Map<String, String> environment = Map.of();

  static List<Way> ways() {
    if (preCommit() != null) {
      return List.of(Way.values());
    }
    System.out.println("HooksIT: there is no pre-commit here, so only Git's own hooks are tested.");
    return List.of(Way.GIT);
  }

  /** What differs between the ways to commit is Git's, and StagedTest has it without pre-commit. */
  private static Way way() {
    List<Way> ways = ways();
    return ways.get(ways.size() - 1);
  }

  /** HEADGATE_TEST_PRE_COMMIT names another one than that on the PATH. */
  private static @Nullable String preCommit() {
    String named = System.getenv("HEADGATE_TEST_PRE_COMMIT");
    if (named != null && !named.isEmpty()) {
      return named;
    }
    for (String directory : path().split(":", -1)) {
      Path program = Path.of(directory, "pre-commit");
      if (Files.isExecutable(program)) {
        return program.toString();
      }
    }
    return null;
  }

  private static String path() {
    return Objects.requireNonNull(System.getenv("PATH"));
  }

  @BeforeEach
  void headgateIsOnThePath() throws IOException {
    Path bin = CiFiles.headgate(temp.resolve("bin"));
    environment =
        Map.of(
            "PATH",
            bin + ":" + path(),
            "PRE_COMMIT_HOME",
            temp.resolve("pre-commit").toString(),
            "HEADGATE_JAVA",
            System.getProperty("java.home"),
            "HEADGATE_ARCHIVE",
            "on",
            "XDG_CACHE_HOME",
            cache.toString(),
            "GIT_CONFIG_GLOBAL",
            "/dev/null",
            "GIT_CONFIG_NOSYSTEM",
            "1");
  }

  private Outcome run(Path where, String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(temp, "out", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().putAll(environment);
    return Installation.outcome(builder.start(), out, Path.of("/dev/null"));
  }

  private Outcome commit(GitRepository where, String... words)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit"));
    command.addAll(List.of("-q", "-m", "x"));
    command.addAll(List.of(words));
    return run(where.root(), command.toArray(String[]::new));
  }

  private static void assertStopped(Outcome outcome, String... parts) {
    assertThat(outcome.out()).contains("[topic-under-replicated]", CLOSED);
    for (String part : parts) {
      assertThat(outcome.out()).contains(part);
    }
    assertThat(outcome.code()).isEqualTo(1);
  }

  private static void assertPassed(Outcome outcome) {
    assertThat(outcome.out()).doesNotContain("error");
    assertThat(outcome.code()).as(outcome.out()).isZero();
  }

  /** A repository without a commit, and with a hook. */
  private GitRepository repository(Way way, String... args)
      throws IOException, InterruptedException {
    GitRepository repository = GitRepository.in(temp.resolve("repo"));
    if (way == Way.GIT) {
      String script = script();
      if (args.length > 0) {
        assertThat(script).contains("check --staged\n");
        script =
            script.replace("check --staged\n", "check --staged " + String.join(" ", args) + "\n");
      }
      Path hook = Cli.write(repository.root(), ".githooks/pre-commit", script);
      Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
      repository.git("config", "core.hooksPath", ".githooks");
    } else {
      repository.write(".pre-commit-config.yaml", configuration(published(), args));
      Outcome installed = run(repository.root(), Objects.requireNonNull(preCommit()), "install");
      assertThat(installed.code()).as(installed.out()).isZero();
    }
    return repository;
  }

  /** What the page tells people to write into .githooks/pre-commit. */
  private static String script() throws IOException {
    Matcher block =
        Pattern.compile("`\\.githooks/pre-commit`.*?\n```sh\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(ROOT.resolve("docs/hooks.md")));
    assertThat(block.find()).isTrue();
    assertThat(block.group(1)).startsWith("#!/bin/sh\n");
    return block.group(1);
  }

  /** What the page tells people to write, with a place from which it can be had here. */
  private static String configuration(GitRepository hooks, String... args) throws IOException {
    Matcher block =
        Pattern.compile("`\\.pre-commit-config\\.yaml`.*?\n```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(ROOT.resolve("docs/hooks.md")));
    assertThat(block.find()).isTrue();
    String text =
        block
            .group(1)
            .replaceFirst("repo: \\S+", "repo: " + hooks.root())
            .replaceFirst("rev: \\S+", "rev: " + hooks.git("rev-parse", "HEAD").strip());
    return args.length == 0 ? text : text + "    args: [" + String.join(", ", args) + "]\n";
  }

  /** A repository with the hook as this one publishes it. */
  private GitRepository published() throws IOException {
    GitRepository hooks = GitRepository.in(temp.resolve("published"));
    hooks.write(".pre-commit-hooks.yaml", Files.readString(ROOT.resolve(".pre-commit-hooks.yaml")));
    hooks.commit();
    return hooks;
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theFirstCommitAndWhatFollows(Way way) throws IOException, InterruptedException {
    GitRepository repository = repository(way);
    repository.git("add", "-A");
    assertPassed(commit(repository));

    repository.topic("orders", 12, 1);
    repository.git("add", "-A");
    assertStopped(
        commit(repository), "kafka/topics/topic-orders.yaml:3:14: error: Topic 'orders' has");

    // What is staged counts, not what lies beside it.
    repository.topic("orders", 12, 3).git("add", "-A");
    repository.topic("orders", 12, 1);
    assertPassed(commit(repository));
    assertThat(repository.root().resolve(GitRepository.topicPath("orders")))
        .content()
        .isEqualTo(GitRepository.topicText("orders", 12, 1));
    repository.git("add", "-A");
    repository.topic("orders", 12, 3);
    assertStopped(commit(repository));
    assertThat(repository.root().resolve(GitRepository.topicPath("orders")))
        .content()
        .isEqualTo(GitRepository.topicText("orders", 12, 3));
  }

  @Test
  void theWaysToCommit() throws IOException, InterruptedException {
    GitRepository repository = repository(way()).topic("orders", 12, 3).topic("fine", 12, 3);
    repository.commit();

    repository.topic("orders", 12, 1);
    assertStopped(commit(repository, "-a"), "topic-orders.yaml:3:14");
    assertStopped(commit(repository, "--", GitRepository.topicPath("orders")));
    repository.git("add", "-A");
    repository.topic("fine", 24, 3);
    assertPassed(commit(repository, "--", GitRepository.topicPath("fine")));
    assertStopped(commit(repository));

    Path linked = temp.resolve("linked");
    repository.git("worktree", "add", "-q", "-b", "linked", linked.toString());
    GitRepository there = new GitRepository(linked).topic("bad", 12, 1);
    there.git("add", "-A");
    assertStopped(commit(there), "topic-bad.yaml:3:14");
    there.topic("bad", 12, 3).git("add", "-A");
    assertPassed(commit(there));
  }

  @Test
  void deletionsAndSubmodules() throws IOException, InterruptedException {
    GitRepository theirs = GitRepository.in(temp.resolve("theirs")).topic("theirs", 12, 1);
    theirs.commit();
    GitRepository repository =
        repository(way())
            .topic("bad", 12, 1)
            .topic("orders", 12, 3)
            .write("headgate.yaml", "version: 1\nrules:\n  topic-under-replicated: off\n");
    repository.commit();

    repository.git("rm", "-q", "headgate.yaml");
    assertStopped(commit(repository), "topic-bad.yaml:3:14");
    repository.git("rm", "-q", GitRepository.topicPath("bad"));
    assertPassed(commit(repository));

    repository.git("submodule", "--quiet", "add", theirs.root().toString(), "kafka/theirs");
    assertPassed(commit(repository));
  }

  @Test
  void strangeNames() throws IOException, InterruptedException {
    GitRepository repository = repository(way());
    List<String> names =
        List.of("with blanks", "it's \"quoted\"", "two\nlines", "größer", "注文", "-rf", "$(x)");
    for (String name : names) {
      Cli.write(
          repository.root(),
          "kafka/topics/" + name + ".yaml",
          GitRepository.topicText("a" + names.indexOf(name), 12, 1));
    }
    repository.git("add", "-A");

    assertStopped(
        commit(repository),
        "kafka/topics/with blanks.yaml:3:14",
        "kafka/topics/it's \"quoted\".yaml:3:14",
        "kafka/topics/two lines.yaml:3:14",
        "kafka/topics/größer.yaml:3:14",
        "kafka/topics/注文.yaml:3:14",
        "kafka/topics/-rf.yaml:3:14",
        "kafka/topics/$(x).yaml:3:14");

    for (String name : names) {
      Cli.write(
          repository.root(),
          "kafka/topics/" + name + ".yaml",
          GitRepository.topicText("a" + names.indexOf(name), 12, 3));
    }
    repository.git("add", "-A");
    assertPassed(commit(repository));
  }

  @Test
  void onlyWhatIsNew() throws IOException, InterruptedException {
    GitRepository repository =
        repository(way(), "--base", "HEAD", "--new-only").topic("old", 12, 1);
    repository.git("add", "-A");
    assertStopped(commit(repository), "topic-old.yaml:3:14");
    repository.commit();

    repository.topic("orders", 12, 3).git("add", "-A");
    assertPassed(commit(repository));
    repository.topic("new", 12, 1).git("add", "-A");
    Outcome stopped = commit(repository);
    assertStopped(stopped, "topic-new.yaml:3:14");
    assertThat(stopped.out()).doesNotContain("topic-old.yaml");
  }

  /** Every kind of file that headgate reads has to call it, and so have deletions. */
  @Test
  void theDefinitionLeavesTheChoiceOfFilesToHeadgate() throws IOException {
    assertThat(Files.readString(ROOT.resolve(".pre-commit-hooks.yaml")))
        .contains("\n  always_run: true\n", "\n  pass_filenames: false\n")
        .doesNotContainPattern("\n  (files|types|types_or|exclude|exclude_types|stages):");
  }

  /** Nothing is staged in a fresh clone, and an open gate would say that it was judged. */
  @Test
  void aPipelineThatRunsThemOverAllFiles() throws IOException, InterruptedException {
    if (way() == Way.GIT) {
      return;
    }
    String program = Objects.requireNonNull(preCommit());
    GitRepository repository = repository(Way.PRE_COMMIT).topic("bad", 12, 1);
    repository.commit();
    assertStopped(run(repository.root(), program, "run", "--all-files"));
    assertStopped(
        run(repository.root(), program, "try-repo", published().root().toString(), "headgate"));
    repository.topic("bad", 12, 3).commit();
    Outcome passed = run(repository.root(), program, "run", "--all-files", "--verbose");
    assertPassed(passed);
    assertThat(passed.out()).contains("1 resource, 1 file").contains("The gate is open.");
  }
}
