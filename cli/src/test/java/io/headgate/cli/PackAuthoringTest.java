package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From {@code pack new} to a pack that is tested, built, locked and used. */
class PackAuthoringTest {

  @TempDir Path root;

  private Cli run(String... arguments) {
    return Cli.run(
        Map.of(
            "XDG_CACHE_HOME", root.resolve("cache").toString(),
            "XDG_CONFIG_HOME", root.resolve("config").toString()),
        false,
        arguments);
  }

  private Path fresh() {
    Path pack = root.resolve("acme-kafka");
    Cli cli = run("pack", "new", pack.toString());
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains("pack.yaml").endsWith("Next: headgate test " + pack + "\n");
    return pack;
  }

  @Test
  void aNewPackPassesItsOwnTestsAtOnce() {
    Cli test = run("test", fresh().toString());
    assertThat(test.err()).isEmpty();
    assertThat(test.out())
        .contains("acme-kafka-thin-topic\n  ok      Flagged: Two replicas\n")
        .contains("acme-kafka-lost-replicas\n  ok      Flagged: From three to two\n")
        .endsWith("acme-kafka 0.1.0: 6 of 6 cases of 2 rules passed.\n");
    assertThat(test.code()).isZero();
    assertThat(root.resolve("cache/headgate/packs")).isNotEmptyDirectory();
  }

  @Test
  void aRuleThatBecomesRed() throws IOException {
    Path pack = fresh();
    Path drl = pack.resolve("topics.drl");
    Files.writeString(
        drl,
        Files.readString(drl)
            .replace("replication.orNull < settings", "replication.orNull > settings"));
    Cli red = run("test", pack.toString());
    assertThat(red.out())
        .contains(
            "FAILED  Flagged: Two replicas\n          missing: kafka/topics/topic-orders.yaml:3");
    assertThat(red.code()).isEqualTo(1);

    Cli json = run("test", pack.toString(), "--report", "json");
    assertThat(json.out()).contains("\"passed\" : false").contains("\"problems\" : ");
    Path report = root.resolve("report.xml");
    Cli junit = run("test", pack.toString(), "--report", "junit=" + report);
    assertThat(junit.out()).isEmpty();
    assertThat(junit.code()).isEqualTo(1);
    assertThat(report)
        .content()
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"acme-kafka\">")
        .contains("<testcase classname=\"acme-kafka-thin-topic\" name=\"Flagged: Two replicas\">")
        .contains("<failure message=\"missing: ");
  }

  @Test
  void aMissingPageIsAFailure() throws IOException {
    Path pack = fresh();
    Files.delete(pack.resolve("acme-kafka-thin-topic.md"));
    Cli test = run("test", pack.toString());
    assertThat(test.out())
        .contains("FAILED  There is no page 'acme-kafka-thin-topic.md'.")
        .contains("Never matched in any case: acme-kafka-thin-topic.");
    assertThat(test.code()).isEqualTo(1);
  }

  @Test
  void aPageOfNoRuleIsAFailure() throws IOException {
    Path pack = fresh();
    Path page = pack.resolve("acme-kafka-thin-topic.md");
    Path other = pack.resolve("acme-kafka-thin-topics.md");
    Files.copy(page, other);
    Files.writeString(pack.resolve("release-notes.md"), "# Notes\n\nNothing but words.\n");
    Cli test = run("test", pack.toString());
    assertThat(test.out())
        .contains(
            "'"
                + other
                + "' is the page of no rule, so its cases are not run. Did you mean"
                + " 'acme-kafka-thin-topic'?")
        .doesNotContain("release-notes");
    assertThat(test.code()).isEqualTo(1);
  }

  @Test
  void aFileThatNobodyReadsIsAFailure() throws IOException {
    Path pack = fresh();
    Path page = pack.resolve("acme-kafka-thin-topic.md");
    Files.writeString(
        page,
        Files.readString(page)
            .replaceFirst(
                "### Three replicas\n", "$0\n```yaml kafka/acl/acls.yaml\n- host: '*'\n```\n"));
    Cli test = run("test", pack.toString());
    assertThat(test.out()).contains("not read: a file of the case, which no dialect knows");
    assertThat(test.code()).isEqualTo(1);
  }

  @Test
  void anUnknownSettingInACaseIsAFailure() throws IOException {
    Path pack = fresh();
    Path page = pack.resolve("acme-kafka-thin-topic.md");
    Files.writeString(page, Files.readString(page).replace("{least: 4}", "{leest: 4}"));
    Cli test = run("test", pack.toString());
    assertThat(test.out())
        .contains("headgate.yaml:3:38: The key 'leest' is unknown")
        .contains("Did you mean 'least'?");
    assertThat(test.code()).isEqualTo(1);
  }

  @Test
  void drlWithAMistakeIsTheUsers() throws IOException {
    Path pack = fresh();
    Path drl = pack.resolve("topics.drl");
    Files.writeString(
        drl, Files.readString(drl).replaceFirst("replication.orNull", "replicas.orNull"));
    Cli test = run("test", pack.toString());
    assertThat(test.err())
        .contains("topics.drl:9:14: ")
        .contains("Topic has no property 'replicas'");
    assertThat(test.code()).isEqualTo(2);
  }

  @Test
  void builtLockedAndUsed() throws IOException {
    Path pack = fresh();
    Path landscape = root.resolve("landscape");
    Path zip = root.resolve("acme.zip");
    Cli build = run("pack", "build", pack.toString(), "-o", zip.toString());
    assertThat(build.err()).isEmpty();
    assertThat(build.out()).startsWith(zip + " ");
    Path again = root.resolve("again.zip");
    run("pack", "build", pack.toString(), "--output", again.toString());
    assertThat(again).hasSameBinaryContentAs(zip);
    assertThat(run("pack", "inspect", zip.toString()).out())
        .contains("Contains no code")
        .contains("acme-kafka-thin-topic (warning)")
        .contains("acme.zip!/topics.drl:5:1");

    Cli.writeGoodTopic(landscape);
    Path policy =
        Cli.write(
            landscape,
            "headgate.yaml",
            """
            version: 1
            packs: [../acme.zip]
            rules:
              acme-kafka-thin-topic: {severity: error, settings: {least: 5}}
            """);
    assertThat(run("check", landscape.toString()).err())
        .contains("headgate.yaml:2:9: The pack 'acme-kafka' comes from outside");
    assertThat(run("pack", "lock", "--policy", policy.toString()).code()).isZero();
    Cli check = run("check", landscape.toString());
    assertThat(check.err()).isEmpty();
    assertThat(check.out())
        .contains("error: Topic 'orders' has 3 replicas, but we want at least 5.");
    assertThat(check.code()).isEqualTo(1);
  }

  @Test
  void aDirectoryThatIsTaken() {
    Cli.write(root, "taken/x", "x");
    Cli cli = run("pack", "new", root.resolve("taken").toString());
    assertThat(cli.err()).contains("is not empty");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(run("pack", "new", root.resolve("x").toString(), "--id", "Not An Id").err())
        .contains("'Not An Id' cannot be the id of a pack");
  }

  @Test
  void withoutACache() {
    Path pack = fresh();
    assertThat(run("test", pack.toString(), "--no-cache").code()).isZero();
    assertThat(root.resolve("cache")).doesNotExist();
    Path cache = root.resolve("elsewhere");
    assertThat(run("test", pack.toString(), "--cache-dir", cache.toString()).code()).isZero();
    assertThat(cache).isNotEmptyDirectory();
  }

  @Test
  void aJavaProject() throws IOException {
    Path pack = root.resolve("acme");
    assertThat(run("pack", "new", pack.toString(), "--java").out()).contains("AcmeThinTopic.java");
    assertThat(run("test", pack.toString()).err()).contains("build it with 'mvn package'");

    Path classes = pack.resolve("target/classes");
    List<String> arguments =
        new ArrayList<>(List.of("--release", "17", "-proc:none", "-d", classes.toString(), "-cp"));
    arguments.add(System.getProperty("java.class.path"));
    try (Stream<Path> sources = Files.walk(pack.resolve("src"))) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    Path resources = pack.resolve("src/main/resources");
    try (Stream<Path> files = Files.walk(resources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = classes.resolve(resources.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    Cli test = run("test", classes.toString());
    assertThat(test.err()).isEmpty();
    assertThat(test.out()).endsWith("acme 0.1.0: 3 of 3 cases of 1 rule passed.\n");
    assertThat(run("pack", "inspect", classes.toString()).out())
        .contains("CONTAINS CODE")
        .contains("class     acmerules.AcmePack");
  }

  @Test
  void watchTestsAgainUponAChange() throws Exception {
    Path pack = fresh();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            Terminal.writer(out),
            Terminal.writer(out),
            false,
            false,
            Map.of("XDG_CACHE_HOME", root.resolve("cache").toString(), "HOME", root.toString()));
    Thread watcher =
        new Thread(
            () -> {
              int unused = Main.run(List.of("test", pack.toString(), "--watch"), terminal);
            });
    watcher.start();
    try {
      await(out, "6 of 6 cases of 2 rules passed.");
      Path page = pack.resolve("acme-kafka-thin-topic.md");
      Files.writeString(
          page, Files.readString(page).replace("replication: 3\n", "replication: 2\n"));
      await(out, "5 of 6 cases of 2 rules passed.");
      Files.writeString(pack.resolve("pack.yaml"), "id: [\n");
      await(out, "This is no YAML");
    } finally {
      watcher.interrupt();
      watcher.join();
    }
  }

  private static void await(ByteArrayOutputStream out, String text) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      if (out.toString(StandardCharsets.UTF_8).contains(text)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("Never said '" + text + "': " + out);
  }
}
