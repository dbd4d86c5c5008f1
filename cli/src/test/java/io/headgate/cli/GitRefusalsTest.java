package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --base} cannot take is one clear message and exit code 2, and never a guess. */
class GitRefusalsTest {

  @TempDir Path temp;
  private GitRepository repository;

  @BeforeEach
  void aRepositoryWithAChange() {
    repository = GitRepository.in(temp.resolve("repo")).topic("orders", 12, 3);
    repository.commit();
    repository.topic("orders", 6, 3).commit();
  }

  private Cli check(String base) {
    return in(repository.root(), base);
  }

  private static Cli in(Path directory, String base) {
    return Cli.run("check", directory.toString(), "--base=" + base);
  }

  private String id(String revision) {
    return repository.git("rev-parse", revision).strip();
  }

  private static void assertRefused(Cli cli, String... message) {
    assertThat(cli.err())
        .contains(message)
        .startsWith("headgate: ")
        .doesNotContain("itself broke")
        .endsWith(".\n")
        .hasLineCount(1);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.code()).isEqualTo(2);
  }

  private static void assertCompared(Cli cli) {
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains("change-partitions-decreased");
    assertThat(cli.code()).isEqualTo(1);
  }

  private void damage(String revision, String content) throws IOException {
    String id = id(revision);
    Path object =
        repository.root().resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2));
    Files.delete(object);
    if (!content.isEmpty()) {
      Files.writeString(object, content);
    }
  }

  @Test
  void wordsThatMeanACommit() {
    repository.git("tag", "-a", "-m", "one", "v1", "HEAD~1");
    repository.git("tag", "-a", "-m", "a tag of a tag", "v1.again", "v1");
    for (String word :
        List.of("HEAD~1", "v1", "v1.again", "refs/tags/v1", "HEAD^", "HEAD^{/a change}~1", "@~1")) {
      assertCompared(check(word));
    }
    assertCompared(check(id("HEAD~1")));
    assertCompared(check(id("HEAD~1").substring(0, 10)));
  }

  @Test
  void wordsThatMeanNone() {
    for (String word :
        List.of(
            "-x",
            "--all",
            "--output=x",
            "HEAD..main",
            "HEAD...main",
            "^HEAD",
            "HEAD^{/nothing}",
            "HEAD^{nonsense}",
            "a b",
            " HEAD",
            "HEAD ",
            "HEAD@{100}",
            "HEAD:",
            "main@{upstream}",
            "refs/heads/*",
            "0000000000000000000000000000000000000000",
            "\u00e4",
            "a\nb",
            "$(id)")) {
      assertRefused(check(word), "The base '", "is neither a directory nor a commit");
    }
  }

  @Test
  void objectsThatAreNoCommits() {
    repository.git("tag", "-a", "-m", "a tree", "tree", "HEAD^{tree}");
    assertRefused(check(id("HEAD^{tree}")), "but a tree. Give the commit that holds it.");
    assertRefused(check("HEAD:kafka"), "but a tree.");
    assertRefused(check("HEAD:" + GitRepository.topicPath("orders")), "but a blob.");
    assertRefused(check("tree"), "but a tag.");
  }

  @Test
  void namesOfSeveralThings() {
    repository.git("branch", "both", "HEAD");
    repository.git("tag", "both", "HEAD~1");

    assertRefused(check("both"), "The base 'both' stands for several commits", "refs/heads/NAME");
    assertCompared(check("refs/tags/both"));
    assertThat(check("refs/heads/both").code()).isZero();
    repository.git("config", "core.warnAmbiguousRefs", "false");
    assertRefused(check("both"), "stands for several commits");
  }

  @Test
  void repositoriesWithoutAWorkTree() {
    Path bare = temp.resolve("bare.git");
    repository.git("clone", "-q", "--bare", repository.root().toString(), bare.toString());

    assertRefused(in(bare, "HEAD"), "Nothing to judge");
    assertRefused(Cli.run("check", "--staged", bare.toString()), "Nothing to judge");
  }

  @Test
  void objectsThatAreDamaged() throws IOException {
    damage("HEAD~1:" + GitRepository.topicPath("orders"), "broken");
    assertRefused(check("HEAD~1"), "missing or corrupt");
    damage("HEAD~1^{tree}", "broken");
    assertRefused(check("HEAD~1"), "git cannot read the repository", "'git fsck' says more.");
    damage("HEAD~1", "broken");
    assertRefused(check("HEAD~1"), "HEAD~1");
    damage("HEAD", "");
    assertRefused(check("HEAD"), "cannot give the commit", "missing or corrupt");
  }

  @Test
  void objectsThatAPartialCloneHasLeftOut() {
    repository.git("config", "uploadpack.allowFilter", "true");
    Path clone = temp.resolve("partial");
    String from = "file://" + repository.root();
    repository.git("clone", "-q", "--filter=blob:none", from, clone.toString());

    assertRefused(in(clone, "HEAD~1"), "in a partial clone, fetch it first.");
    new GitRepository(clone).git("config", "remote.origin.url", "ext::sh -c 'touch fetched'");
    assertRefused(in(clone, "HEAD~1"), "in a partial clone, fetch it first.");
    assertThat(clone.resolve("fetched")).doesNotExist();
  }

  @Test
  void historiesThatAreCutOff() {
    Path clone = temp.resolve("shallow");
    String from = "file://" + repository.root();
    repository.git("clone", "-q", "--depth", "1", from, clone.toString());

    assertRefused(in(clone, "HEAD~1"), "git fetch --unshallow", "fetch-depth: 0", "GIT_DEPTH: 0");
    assertThat(in(clone, "HEAD").code()).isZero();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are scripts of a shell")
  void programsThatAreNotGit() throws IOException {
    assertRefused(with("#!/bin/sh\necho rubbish\n"), "says something else than git does");
    String real = path("git");
    for (String word : List.of("ls-tree", "merge-base", "cat-file")) {
      String script = "#!/bin/sh\ncase \"$*\" in *" + word + "*) head -n 1; echo '?';; *) exec '";
      assertThat(with(script + real + "' \"$@\";; esac\n").code()).as(word).isEqualTo(2);
    }
    assertRefused(with("#!/bin/sh\nexit 1\n"), "lies in no work tree of Git");
    Path empty = Files.createDirectories(temp.resolve("empty"));
    assertRefused(
        Cli.process(temp, Map.of("PATH", empty.toString()), "check", "repo", "--base", "HEAD~1"),
        "git cannot be started",
        "install it");
  }

  /** Checks with a program that is found ahead of git. */
  private Cli with(String script) throws IOException {
    Path git = Cli.write(temp, "programs/git", script);
    assertThat(git.toFile().setExecutable(true)).isTrue();
    String path = git.getParent() + java.io.File.pathSeparator + System.getenv("PATH");
    return Cli.process(temp, Map.of("PATH", path), "check", "repo", "--base", "HEAD~1");
  }

  private String path(String program) {
    return repository.run(List.of("sh", "-c", "command -v " + program), Map.of()).strip();
  }

  @Test
  void repositoriesOfAnotherUser() throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      System.out.println("GitRefusalsTest: only root can give a repository to another user.");
      return;
    }
    repository.run(List.of("chown", "-R", "12345", repository.root().toString()), Map.of());

    assertRefused(
        Cli.process(temp, Map.of(), "check", "repo", "--base", "HEAD~1"),
        "belongs to another user",
        "safe.directory");
    String trusted = Files.writeString(temp.resolve("c"), "[safe]\n\tdirectory = *\n").toString();
    assertCompared(
        Cli.process(
            temp, Map.of("GIT_CONFIG_GLOBAL", trusted), "check", "repo", "--base", "HEAD~1"));
  }
}
