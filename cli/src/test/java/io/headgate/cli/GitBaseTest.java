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

/** What {@code headgate check --base REVISION} compares, and what it refuses. */
class GitBaseTest {

  @TempDir Path temp;
  private GitRepository repository;

  @BeforeEach
  void aRepositoryWithATopic() {
    repository = GitRepository.in(temp.resolve("repo")).topic("orders", 12, 3);
    repository.commit();
  }

  private Cli check(String... words) {
    return in(repository.root(), words);
  }

  private static Cli in(Path directory, String... words) {
    String[] args = new String[words.length + 2];
    args[0] = "check";
    args[1] = directory.toString();
    System.arraycopy(words, 0, args, 2, words.length);
    return Cli.run(args);
  }

  @Test
  void comparesTheWorkTreeWithACommit() {
    repository.topic("orders", 6, 3);

    Cli cli = check("--base", "HEAD");

    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out())
        .contains("kafka/topics/topic-orders.yaml:2:13: error")
        .contains("[change-partitions-decreased]")
        .contains("1 finding is new, 0 were there before, 0 are gone.");
  }

  @Test
  void comparesWithWhereTheHistoriesPart() {
    String parted = repository.git("rev-parse", "HEAD").strip();
    repository.git("checkout", "-q", "-b", "feature");
    repository.topic("payments", 12, 3).commit();
    repository.git("checkout", "-q", "main");
    repository.topic("refunds", 12, 3).commit();
    repository.git("checkout", "-q", "feature");

    Cli cli = check("--base", "main");

    assertThat(cli.code()).isZero();
    assertThat(cli.out())
        .contains("Since '" + parted.substring(0, 12) + "'")
        .doesNotContain("refunds");
  }

  @Test
  void showsWhatIsGoneAsGitDoes() throws IOException {
    String commit = repository.topic("refunds", 12, 3).commit();
    Files.delete(repository.root().resolve("kafka/topics/topic-refunds.yaml"));

    Cli cli = check("--base", "HEAD");

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out())
        .contains(commit.substring(0, 12) + ":./kafka/topics/topic-refunds.yaml:1:7: error: ")
        .contains("  1 | name: refunds\n")
        .contains("[change-topic-deleted]");
  }

  @Test
  void onlyWhatIsNewClosesTheGate() {
    repository.topic("old", 12, 1).commit();

    Cli before = check("--base", "HEAD", "--new-only");
    assertThat(before.code()).isZero();
    assertThat(before.out())
        .contains("No new findings")
        .contains("0 findings are new, 1 was there before, 0 are gone.")
        .doesNotContain("topic-under-replicated");

    repository.topic("new", 12, 1);
    Cli after = check("--base", "HEAD", "--new-only");
    assertThat(after.code()).isEqualTo(1);
    assertThat(after.out())
        .contains("topic-new.yaml")
        .doesNotContain("topic-old.yaml")
        .contains("1 finding is new, 1 was there before, 0 are gone.");

    assertThat(check("--base", "HEAD").out()).contains("topic-new.yaml", "topic-old.yaml");
  }

  @Test
  void tellsWhatIsMended() {
    repository.topic("old", 12, 1).commit();
    repository.topic("old", 12, 3);

    Cli cli = check("--base", "HEAD", "--report", "sarif");

    assertThat(cli.code()).isZero();
    assertThat(cli.out()).contains("\"baselineState\":\"absent\"");
    assertThat(check("--base", "HEAD").out())
        .contains("1 finding is new, 0 were there before, 1 is gone.");
  }

  @Test
  void movedAndRenamedFilesAreNotNew() throws IOException {
    repository
        .topic("old", 12, 1)
        .write("kafka/topics/topic-typo.yaml", GitRepository.topicText("typo", 12, 3) + "ttl: 1\n")
        .commit();
    assertThat(check().out()).contains("unknown-field", "topic-under-replicated");
    Path root = repository.root();
    Files.move(
        root.resolve("kafka/topics/topic-old.yaml"), root.resolve("kafka/topics/topic-a.yaml"));
    Files.move(
        root.resolve("kafka/topics/topic-typo.yaml"), root.resolve("kafka/topics/topic-b.yaml"));

    Cli cli = check("--base", "HEAD", "--new-only");

    assertThat(cli.out()).contains("0 findings are new, 2 were there before, 0 are gone.");
    assertThat(cli.code()).isZero();
  }

  @Test
  void aRenamedDirectoryOfTheOnlyBundleIsNotNew() throws IOException {
    GitRepository other = GitRepository.in(temp.resolve("other"));
    other.write("a/kafka/topics/topic-old.yaml", GitRepository.topicText("old", 12, 1)).commit();
    Files.move(other.root().resolve("a"), other.root().resolve("b"));

    Cli cli = in(other.root(), "--base", "HEAD", "--new-only");

    assertThat(cli.out()).contains("0 findings are new, 1 was there before, 0 are gone.");
    assertThat(cli.code()).isZero();
  }

  @Test
  void directoriesOfSeveralBundlesThatMoveTogetherAreNotNew() throws IOException {
    GitRepository other = GitRepository.in(temp.resolve("other"));
    for (String environment : List.of("dev", "prod", "test")) {
      String home = "before/" + environment + "/" + "kafka/topics/topic-";
      other.write(home + "old.yaml", GitRepository.topicText("old", 12, 1));
      other.write(home + "other.yaml", GitRepository.topicText("other", 12, 3));
    }
    other.write("before/prod/kafka/topics/topic-more.yaml", GitRepository.topicText("more", 12, 3));
    other.commit();
    Files.move(other.root().resolve("before"), other.root().resolve("after"));
    Files.delete(other.root().resolve("after/prod/kafka/topics/topic-more.yaml"));
    Files.delete(other.root().resolve("after/dev/kafka/topics/topic-other.yaml"));
    Cli.write(
        other.root(), "after/dev/kafka/topics/topic-x.yaml", GitRepository.topicText("x", 12, 3));

    Cli cli = in(other.root(), "--base", "HEAD", "--new-only");

    assertThat(cli.out())
        .contains("before/prod/kafka/topics/topic-more.yaml:1:7: error")
        .contains("before/dev/kafka/topics/topic-other.yaml:1:7: error")
        .contains("2 findings are new, 3 were there before, 0 are gone.");
  }

  @Test
  void anotherBundleInPlaceOfOneIsNotTheSame() throws IOException {
    GitRepository other = GitRepository.in(temp.resolve("other"));
    other.write("a/kafka/topics/topic-old.yaml", GitRepository.topicText("old", 12, 3));
    other.write("b/kafka/topics/topic-old.yaml", GitRepository.topicText("old", 12, 3)).commit();
    Files.delete(other.root().resolve("a/kafka/topics/topic-old.yaml"));
    other.write("c/kafka/topics/topic-new.yaml", GitRepository.topicText("new", 12, 1));

    Cli cli = in(other.root(), "--base", "HEAD", "--new-only");

    assertThat(cli.out())
        .contains("change-topic-deleted")
        .contains("c/kafka/topics/topic-new.yaml:3:14: error")
        .contains("2 findings are new, 0 were there before, 0 are gone.");
  }

  @Test
  void whatIsGoneFromAFileIsKnownByTheSameName() {
    String file = "kafka/topics/topic-typo.yaml";
    repository.write(file, GitRepository.topicText("typo", 12, 3) + "ttl: 1\n").commit();
    String there = print(check("--base", "HEAD", "--report", "sarif").out(), "unknown-field");
    repository.write(file, GitRepository.topicText("typo", 12, 3));

    Cli cli = check("--base", "HEAD", "--report", "sarif");

    assertThat(cli.out()).contains("\"baselineState\":\"absent\"");
    assertThat(print(cli.out(), "unknown-field")).isEqualTo(there);
  }

  /** The fingerprint of the first result of a rule. */
  private static String print(String sarif, String rule) {
    int result = sarif.indexOf("\"ruleId\":\"" + rule);
    int print = sarif.indexOf("\"headgate/v1\":", result);
    return sarif.substring(print, sarif.indexOf(',', print));
  }

  @Test
  void whatCannotBeReadIsOnlyKnownWhereItIsTheSame() {
    repository.write("kafka/topics/topic-x.yaml", "name: {").commit();

    assertThat(check("--base", "HEAD", "--new-only").code()).isZero();
    repository.write("kafka/topics/topic-x.yaml", "name: {{");
    assertThat(check("--base", "HEAD", "--new-only").code()).isEqualTo(1);
  }

  @Test
  void theFirstLandscapeIsNew() {
    GitRepository other = GitRepository.in(temp.resolve("other")).write("README.md", "x");
    other.commit();
    other.topic("new", 12, 1);

    Cli cli = in(other.root(), "--base", "HEAD", "--new-only");

    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out()).contains("1 finding is new");
  }

  @Test
  void readsNamesOfAllKinds() {
    String odd = "kafka/topics/topic-\u00fc \"q\"\n\u4e2d.yaml";
    repository.write(odd, GitRepository.topicText("odd", 12, 1)).commit();
    repository.write(odd, GitRepository.topicText("odd", 6, 1));

    Cli cli = check("--base", "HEAD");

    assertThat(cli.err()).isEmpty();
    assertThat(cli.out())
        .contains("change-partitions-decreased")
        .contains("1 finding is new, 1 was there before, 0 are gone.");
  }

  @Test
  void comparesAPartOfTheRepository() {
    String file = "sub/kafka/topics/topic-orders.yaml";
    repository.write(file, GitRepository.topicText("orders", 12, 3)).commit();
    repository.write(file, GitRepository.topicText("orders", 6, 3));

    Cli cli = in(repository.root().resolve("sub"), "--base", "HEAD");

    assertThat(cli.out())
        .contains("kafka/topics/topic-orders.yaml:2:13")
        .contains("change-partitions-decreased")
        .contains(":./kafka/topics/topic-orders.yaml:2:13: It");
  }

  @Test
  void readsLinksAsFilesOfTheCommit() throws IOException {
    Path link = repository.root().resolve("kafka/topics/topic-link.yaml");
    Cli.write(repository.root(), "shared/linked.txt", GitRepository.topicText("linked", 12, 3));
    Files.createSymbolicLink(link, Path.of("../../shared/linked.txt"));
    repository.commit();
    Cli.write(repository.root(), "shared/linked.txt", GitRepository.topicText("linked", 6, 3));

    assertThat(check("--base", "HEAD").out())
        .contains("Topic 'linked'")
        .contains("change-partitions-decreased");
  }

  @Test
  void saysWhatCannotBeHad() throws IOException {
    assertRefused(check("--base", "nope"), "'nope' is neither a directory nor a commit");
    assertRefused(check("--base", ""), "'' is neither a directory nor a commit");
    assertRefused(check("--base", "--output=/tmp/x"), "neither a directory nor a commit");
    assertRefused(check("--base", "HEAD:kafka"), "neither a directory nor a commit");
    assertRefused(check("--base", "HEAD..HEAD"), "neither a directory nor a commit");
    assertRefused(check("--base", "0123456789012345678901234567890123456789"), "neither");
    assertRefused(check("--new-only"), "'--new-only' needs a '--base'");
    Path outside = temp.resolve("outside");
    Cli.writeGoodTopic(outside);
    assertRefused(in(outside, "--base", "HEAD"), "lies in no work tree of Git");
    GitRepository empty = GitRepository.in(temp.resolve("empty")).topic("orders", 12, 3);
    assertRefused(in(empty.root(), "--base", "HEAD"), "neither a directory nor a commit");
    repository.git("checkout", "-q", "--orphan", "other");
    repository.topic("another", 12, 3).commit();
    assertRefused(check("--base", "main"), "have no commit in common");
    try (var objects = Files.walk(repository.root().resolve(".git/objects"))) {
      for (Path object : objects.filter(Files::isRegularFile).toList()) {
        assertThat(object.toFile().setWritable(true)).isTrue();
        Files.writeString(object, "broken");
      }
    }
    assertThat(check("--base", "HEAD").code()).isEqualTo(2);
  }

  @Test
  void saysThatAnObjectIsMissing() throws IOException {
    repository.topic("orders", 6, 3);
    String id = repository.git("rev-parse", "HEAD:kafka/topics/topic-orders.yaml").strip();
    Path object =
        repository.root().resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2));
    Files.delete(object);

    assertRefused(check("--base", "HEAD"), "missing or corrupt");
  }

  @Test
  void saysThatTheHistoryIsCutOff() {
    for (int i = 0; i < 3; i++) {
      repository.topic("t" + i, 12, 3).commit();
    }
    repository.git("checkout", "-q", "-b", "feature", "HEAD~2");
    repository.topic("mine", 12, 3).commit();
    Path clone = temp.resolve("clone");
    repository.git(
        "clone",
        "-q",
        "--depth",
        "1",
        "--no-single-branch",
        "file://" + repository.root(),
        clone.toString());

    assertRefused(in(clone, "--base", "origin/main"), "the history is cut off");
    assertRefused(in(clone, "--base", "HEAD~1"), "its history is cut off");
    assertThat(in(clone, "--base", "HEAD").code()).isZero();
  }

  @Test
  void saysThatAWordMeansTwoThings() {
    Path before = repository.root().resolve("kafka");
    Cli cli = Cli.run("check", before.toString(), "--base", before.resolve("topics").toString());
    assertThat(cli.err()).doesNotContain("revision;");
  }

  @Test
  void doesNotAskGitAboutADirectory() {
    Path copy = temp.resolve("copy");
    Cli.writeGoodTopic(copy);

    Cli cli =
        Cli.run(
            Map.of("PATH", ""),
            false,
            "check",
            repository.root().toString(),
            "--base",
            copy.toString());

    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isZero();
  }

  private static void assertRefused(Cli cli, String message) {
    assertThat(cli.err()).contains(message).doesNotContain("itself broke");
    assertThat(cli.err().strip()).endsWith(".");
    assertThat(cli.out()).isEmpty();
    assertThat(cli.code()).isEqualTo(2);
  }
}
