package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a repository, its attributes and the environment are set to, a base is what it was. */
class GitSettingsTest {

  private static final String LFS =
      "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 120\n"
          .formatted("0".repeat(64));

  @TempDir Path temp;
  private GitRepository repository;

  @BeforeEach
  void aRepositoryWithATopic() {
    repository = GitRepository.in(temp.resolve("repo")).topic("orders", 12, 3);
    repository.commit();
  }

  private Cli check(String... more) {
    return in(repository.root(), more);
  }

  private static Cli in(Path directory, String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "check";
    args[1] = directory.toString();
    args[2] = "--base";
    args[3] = "HEAD";
    System.arraycopy(more, 0, args, 4, more.length);
    return Cli.run(args);
  }

  private static void assertCounts(Cli cli, String counts) {
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains(counts);
  }

  @Test
  void theOtherFormatOfObjects() {
    GitRepository other = new GitRepository(temp.resolve("sha256"));
    other.git("init", "-q", "-b", "main", "--object-format=sha256", other.root().toString());
    other
        .topic("old", 12, 1)
        .topic("orders", 12, 3)
        .write("kafka/topics/topic-broken.yaml", "name: {")
        .commit();

    // What cannot be read is only known by its content; that nothing is compared is said anew.
    assertCounts(in(other.root()), "1 finding is new, 2 were there before, 0 are gone.");
  }

  @Test
  void aLinkedWorkTree() {
    Path linked = temp.resolve("linked");
    repository.git("worktree", "add", "-q", "-b", "linked", linked.toString());
    new GitRepository(linked).topic("orders", 6, 3).commit();

    Cli cli = Cli.run("check", linked.toString(), "--base", "main");

    assertThat(cli.out()).contains("change-partitions-decreased");
    assertCounts(cli, "1 finding is new");
    assertThat(check().code()).isZero();
  }

  @Test
  void anEnvironmentThatNamesTheRepository() {
    repository.topic("orders", 6, 3);
    String git = repository.root().resolve(".git").toString();
    String index = temp.resolve("another-index").toString();

    for (Map<String, String> environment :
        List.<Map<String, String>>of(
            Map.of("GIT_DIR", git),
            Map.of("GIT_DIR", git, "GIT_WORK_TREE", repository.root().toString()),
            Map.of("GIT_INDEX_FILE", index),
            Map.of("GIT_DIR", ".git", "GIT_INDEX_FILE", ".git/index"))) {
      Cli cli = Cli.process(repository.root(), environment, "check", ".", "--base", "HEAD");
      assertThat(cli.out()).contains("change-partitions-decreased");
      assertCounts(cli, "1 finding is new");
    }
    Cli other =
        Cli.process(temp, Map.of("GIT_DIR", temp + "/nothing"), "check", "repo", "--base", "HEAD");
    assertThat(other.err()).contains("lies in no work tree of Git");
    assertThat(other.code()).isEqualTo(2);
  }

  @Test
  void namesThatDifferInCaseAlone() throws IOException {
    Path topics = repository.root().resolve("kafka/topics");
    repository
        .write("kafka/topics/topic-Old.yaml", GitRepository.topicText("old", 12, 1) + "ttl: 1\n")
        .commit();
    Files.move(topics.resolve("topic-Old.yaml"), topics.resolve("topic-old.yaml"));

    assertCounts(check(), "0 findings are new, 2 were there before, 0 are gone.");
    repository.git("config", "core.ignoreCase", "true");
    assertCounts(check(), "0 findings are new, 2 were there before, 0 are gone.");
  }

  @Test
  void settingsThatChangeWhatGitPrints() {
    String odd = "kafka/topics/topic-\u00e4 b.yaml";
    repository.write(odd, GitRepository.topicText("odd", 12, 1)).commit();
    repository.write(odd, GitRepository.topicText("odd", 6, 1));
    for (String setting :
        new String[] {
          "core.quotePath=true",
          "core.quotePath=false",
          "core.precomposeUnicode=true",
          "color.ui=always",
          "diff.noprefix=true",
          "diff.renames=copies",
          "diff.external=false",
          "core.abbrev=4",
          "log.showSignature=true",
          "core.fsmonitor=false"
        }) {
      String name = setting.substring(0, setting.indexOf('='));
      repository.git("config", name, setting.substring(name.length() + 1));
    }

    assertCounts(check(), "1 finding is new, 1 was there before, 0 are gone.");
    repository.git("add", "-A");
    assertCounts(check("--staged"), "1 finding is new, 1 was there before, 0 are gone.");
  }

  @Test
  void otherEndsOfLinesInTheWorkTree() throws IOException {
    repository
        .write(".gitattributes", "*.yaml text eol=crlf\n")
        .write("kafka/topics/topic-typo.yaml", GitRepository.topicText("typo", 12, 1) + "ttl: 1\n")
        .write("kafka/topics/topic-broken.yaml", "name: {\n")
        .commit();
    Path topics = repository.root().resolve("kafka/topics");
    for (String name : new String[] {"orders", "typo", "broken"}) {
      Path file = topics.resolve("topic-" + name + ".yaml");
      Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
    }
    repository.git("add", "-A");
    assertThat(repository.git("status", "--porcelain")).isEmpty();

    assertCounts(check(), "1 finding is new, 3 were there before, 0 are gone.");
    Files.delete(topics.resolve("topic-broken.yaml"));
    Files.move(topics.resolve("topic-typo.yaml"), topics.resolve("topic-moved.yaml"));
    assertCounts(check(), "1 finding is new, 2 were there before, 1 is gone.");
  }

  @Test
  void anotherEncodingInTheWorkTree() throws IOException {
    repository.write(".gitattributes", "kafka/** working-tree-encoding=UTF-16LE-BOM\n");
    Path file = repository.root().resolve(GitRepository.topicPath("orders"));
    byte[] text =
        ("\ufeff" + Files.readString(file)).getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
    Files.write(file, text);
    repository.commit();

    // What lies on the disk is what a tool would apply; what is staged can be read.
    assertThat(check().out()).contains("The file is not UTF-8; save it as UTF-8.");
    repository.write("headgate.yaml", "version: 1\n").git("add", "-A");
    assertCounts(check("--staged"), "0 findings are new, 0 were there before, 0 are gone.");
  }

  @Test
  void pointersInPlaceOfContent() {
    String text = GitRepository.topicText("large", 12, 3);
    repository.write("kafka/topics/topic-large.yaml", LFS).commit();
    Cli both = check();
    assertThat(both.code()).isEqualTo(1);
    assertThat(both.out())
        .contains("kafka/topics/topic-large.yaml:1:1: error: The file is a pointer of Git LFS")
        .contains("'git lfs pull'")
        .contains("1 finding is new, 1 was there before");

    repository.write("kafka/topics/topic-large.yaml", text);
    assertThat(check().out())
        .contains("[unreadable-base]")
        .contains("A file of the base cannot be read")
        .contains("The file is a pointer of Git LFS");
  }

  @Test
  void whatAnArchiveWouldLeaveOut() {
    repository.write(".gitattributes", "* export-ignore\n*.yaml export-subst\n").commit();
    repository.topic("orders", 6, 3);

    assertThat(check().out()).contains("change-partitions-decreased");
  }

  @Test
  void replacementsAndGraftsAreLeftAside() {
    String old = repository.git("rev-parse", "HEAD").strip();
    repository.topic("orders", 6, 3);
    String now = repository.commit();
    repository.git("replace", old, now);
    assertThat(Cli.run("check", repository.root().toString(), "--base", old).out())
        .contains("change-partitions-decreased");

    repository.git("replace", "-d", old);
    repository.write(".git/info/grafts", now + "\n");
    Cli cli = Cli.run("check", repository.root().toString(), "--base", old);
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains("change-partitions-decreased");
  }

  @Test
  void submodulesAreReadOnTheDiskAlone() {
    GitRepository other = GitRepository.in(temp.resolve("other")).topic("theirs", 12, 1);
    other.commit();
    repository.git("submodule", "--quiet", "add", other.root().toString(), "theirs");
    repository.commit();

    assertCounts(check(), "1 finding is new, 0 were there before, 0 are gone.");
  }
}
