package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under {@code --base} the packs of the base judge, and nothing of a change's packs runs. */
class BasePacksTest {

  private static final String POLICY = "version: 1\npacks:\n- ./packs/acme\n";
  private static final String FOUND = "Topic 'orders' is quiet. [acme-quiet-topic]";

  @TempDir Path temp;
  private GitRepository repository;

  @BeforeEach
  void aRepositoryWithAPack() {
    repository = GitRepository.in(temp.resolve("repo")).topic("orders", 12, 3);
    pack("acme", "acme-quiet-topic", "");
    repository.write("headgate.yaml", POLICY).write(".gitignore", "ignored/\n").commit();
  }

  /** Writes a pack that leaves a trace where its code runs. */
  private void pack(String id, String rule, String trace) {
    Path pack = repository.root().resolve("packs/" + id);
    Cli.write(
        pack, "pack.yaml", "id: " + id + "\nversion: 1.0.0\nheadgate: \">=0.1 <1\"\nowner: Acme\n");
    Cli.write(pack, "META-INF/services/io.headgate.spi.RulePack", id + ".Pack\n");
    Path source =
        Cli.write(
            temp,
            "Pack.java",
            """
            package %s;
            import io.headgate.spi.*;
            import io.headgate.spi.model.Topic;
            public final class Pack implements RulePack {
              static { String trace = "%s"; if (!trace.isEmpty()) new java.io.File(trace).mkdirs(); }
              static final Rule RULE = Rule.error("%s", "A topic is quiet.");
              public String id() { return "%s"; }
              public String version() { return "1.0.0"; }
              public java.util.List<CheckerSpec> checkers() {
                return java.util.List.of(CheckerSpec.of(RULE, (bundle, findings) -> {
                  for (Topic topic : bundle.all(Topic.class)) {
                    findings.add(RULE, topic, topic.name(), "Topic '" + topic.name() + "' is quiet.");
                  }
                }));
              }
            }
            """
                .formatted(id, trace, rule, id));
    String[] options = {
      "--release", "17", "-proc:none", "-cp", System.getProperty("java.class.path"), "-d"
    };
    List<String> words =
        Stream.concat(Stream.of(options), Stream.of(pack.toString(), source.toString())).toList();
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, words.toArray(String[]::new)))
        .isZero();
  }

  private Cli check() {
    return Cli.run("check", repository.root().toString(), "--base", "HEAD");
  }

  private void isWeakened(Cli cli, String message) {
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains(message).contains("[policy-weakened]").contains(FOUND);
    assertThat(cli.code()).isEqualTo(1);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void anUnchangedPackJudges() {
    repository.topic("new", 12, 3);

    Cli cli = check();

    assertThat(cli.err()).isEmpty();
    assertThat(cli.out())
        .contains(FOUND)
        .contains("1 finding is new, 1 was there before, 0 are gone.")
        .doesNotContain("policy-weakened");
  }

  @Test
  void anotherPackOfTheSameIdDoesNotRun() {
    Path trace = temp.resolve("trace");
    pack("acme", "acme-harmless", trace.toString());
    repository.write("headgate.yaml", POLICY + "rules: {acme-harmless: error}\n");

    isWeakened(
        check(), "headgate.yaml:3:3: error: The pack 'acme' is another one than in the base");
    assertThat(trace).doesNotExist();
  }

  @Test
  void aPackThatIsTakenOutJudgesNevertheless() throws IOException {
    delete(repository.root().resolve("packs"));
    repository.write("headgate.yaml", "version: 1\n");

    isWeakened(check(), "The policy no longer names the pack 'acme'");
  }

  @Test
  void aPackThatTheChangeBringsDoesNotRunYet() {
    Path trace = temp.resolve("trace");
    pack("more", "more-quiet", trace.toString());
    repository.write("headgate.yaml", POLICY + "- ./packs/more\nrules:\n  more-quiet: warning\n");

    Cli cli = check();

    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains(FOUND).doesNotContain("policy-weakened", "more-quiet");
    assertThat(trace).doesNotExist();
    repository.write("headgate.yaml", POLICY + "rules:\n  more-quiet: warning\n");
    assertThat(check().err()).contains("There is no rule 'more-quiet'");
  }

  @Test
  void aLockFileThatIsTakenOutIsAPinThatIsGone() throws IOException {
    Cli lock =
        Cli.run("pack", "lock", "--policy", repository.root().resolve("headgate.yaml").toString());
    assertThat(lock.err()).isEmpty();
    assertThat(repository.root().resolve("headgate.lock")).exists();
    repository.commit();
    assertThat(check().out()).doesNotContain("policy-weakened");
    Files.delete(repository.root().resolve("headgate.lock"));

    isWeakened(check(), "The pack 'acme' is no longer pinned.");
  }

  @Test
  void aPackThatTheBaseDoesNotHoldIsTold() {
    Path ignored = repository.root().resolve("ignored");
    repository.write("headgate.yaml", "version: 1\npacks: [./ignored/acme]\n").commit();
    repository.run(List.of("cp", "-r", "packs", ignored.toString()), java.util.Map.of());

    Cli cli = check();

    assertThat(cli.err())
        .contains(":./headgate.yaml:2:9: ")
        .contains("whose policy judges this change: There is no file or directory");
    assertThat(cli.code()).isEqualTo(2);
  }

  @Test
  void aPinThatDoesNotFitThePackOfTheBaseIsTold() {
    repository
        .write(
            "headgate.yaml",
            "version: 1\npacks:\n- {path: ./packs/acme, sha256: " + "a".repeat(64) + "}\n")
        .commit();
    repository.write("headgate.yaml", POLICY);

    assertThat(check().err()).contains("whose policy judges this change: The pack 'acme' at");
  }

  private Cli watch() {
    return Cli.run(
        "watch",
        repository.root().toString(),
        "--once",
        "--no-push",
        "--work-dir",
        temp.resolve("work").toString());
  }

  @Test
  void aWatcherTakesThePacksOfTheFirstCommitFromTheCommit() throws IOException {
    delete(repository.root().resolve("packs"));
    Cli cli = watch();
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains(FOUND, "closed: ");
    assertThat(cli.code()).isEqualTo(1);
  }

  @Test
  void aWatcherRunsNothingOfAPackThatIsNotApproved() {
    repository.write("headgate.yaml", "version: 1\n").commit();
    assertThat(watch().code()).isZero();
    Path trace = temp.resolve("trace");
    pack("acme", "acme-quiet-topic", trace.toString());
    repository.write("headgate.yaml", POLICY).commit();
    Cli adds = watch();
    assertThat(adds.code()).as(adds.out() + adds.err()).isZero();
    assertThat(trace).doesNotExist();
    repository.topic("more", 12, 3).commit();
    Cli next = watch();
    assertThat(next.out()).contains(FOUND);
    assertThat(next.code()).isEqualTo(1);
    assertThat(trace).exists();
  }
}
