package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule packs in files, from the command line. */
class PacksTest {

  private static final String RULE = "acme-quiet-topic";

  @TempDir Path root;
  private Path pack;

  @BeforeEach
  void aLandscapeAndAPack() throws IOException {
    Cli.writeGoodTopic(root);
    pack = root.resolve("packs/acme");
    Cli.write(
        pack,
        "pack.yaml",
        """
        id: acme
        version: 1.0.0
        headgate: ">=0.1 <1"
        owner: Acme
        """);
    Cli.write(pack, "META-INF/services/io.headgate.spi.RulePack", "acme.Pack\n");
    Cli.write(pack, RULE + ".md", "# " + RULE + "\n\nA topic is quiet.\n");
    Path source =
        Cli.write(
            root.resolve("target"),
            "Pack.java",
            """
            package acme;
            import io.headgate.spi.*;
            import io.headgate.spi.model.Topic;
            public final class Pack implements RulePack {
              static final Rule RULE = Rule.warning("acme-quiet-topic", "A topic is quiet.");
              public String id() { return "acme"; }
              public String version() { return "1.0.0"; }
              public java.util.List<CheckerSpec> checkers() {
                return java.util.List.of(CheckerSpec.of(RULE, (bundle, findings) -> {
                  for (Topic topic : bundle.all(Topic.class)) {
                    findings.add(RULE, topic, topic.name(), "Topic '" + topic.name() + "' is quiet.");
                  }
                }));
              }
            }
            """);
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                pack.toString(),
                source.toString());
    assertThat(code).isZero();
  }

  private Cli check(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "check";
    all[1] = root.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return Cli.run(all);
  }

  private void policy(String text) {
    Cli.write(root, "headgate.yaml", "version: 1\n" + text);
  }

  private static void isUserError(Cli cli, String part) {
    assertThat(cli.err()).startsWith("headgate: ").contains(part);
    assertThat(cli.err().lines()).hasSize(1);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.code()).isEqualTo(2);
  }

  @Test
  void aPackOnTheCommandLine() {
    assertThat(check().out()).doesNotContain(RULE);
    Cli cli = check("--pack", pack.toString());
    assertThat(cli.out())
        .contains("kafka/topics/topic-orders.yaml:1:7: warning: Topic 'orders' is quiet.")
        .contains("[" + RULE + "]");
    assertThat(cli.code()).isZero();
    assertThat(check("--pack", pack.toString(), "--fail-on", "warning").code()).isEqualTo(1);
  }

  @Test
  void aPackOfThePolicyWhoseRulesThePolicyNames() {
    policy("packs: [./packs/acme]\nrules: {acme-quiet-topic: error}\n");
    Cli cli = check();
    assertThat(cli.out()).contains("error: Topic 'orders' is quiet.");
    assertThat(cli.code()).isEqualTo(1);
    policy("packs: [./packs/acme]\nrules: {acme-quite-topic: error}\n");
    isUserError(check(), "headgate.yaml:3:9: There is no rule 'acme-quite-topic'. Did you mean");
  }

  @Test
  void explainAndRulesKnowThePacks() {
    String path = pack.toString();
    assertThat(Cli.run("explain", RULE, "--pack", path).out()).contains("A topic is quiet.");
    assertThat(Cli.run("rules", "--pack", path).out()).contains(RULE);
    assertThat(Cli.run("explain", RULE).code()).isEqualTo(2);
    policy("packs: [./packs/acme]\n");
    String policy = root.resolve("headgate.yaml").toString();
    assertThat(Cli.run("explain", RULE, "--policy", policy).out()).contains("A topic is quiet.");
    assertThat(Cli.run("rules", "--policy", policy).out()).contains(RULE);
  }

  @Test
  void lockAndWhatItHolds() throws IOException {
    policy("packs: [./packs/acme]\n");
    Cli lock = Cli.run("pack", "lock", "--policy", root.resolve("headgate.yaml").toString());
    assertThat(lock.err()).isEmpty();
    assertThat(lock.out()).startsWith("acme 1.0.0 ").contains("Locked 1 pack in ");
    assertThat(check().code()).isZero();
    Cli.write(pack, RULE + ".md", "# changed\n");
    isUserError(check(), "run 'headgate pack lock' and commit what it writes.");
    assertThat(Files.readString(root.resolve("headgate.lock"))).contains("id: acme");
  }

  @Test
  void aPinThatDoesNotMatch() {
    policy("packs:\n- path: packs/acme\n  sha256: " + "0".repeat(64) + "\n");
    isUserError(check(), "headgate.yaml:4:11: The pack 'acme' at packs/acme is not the one that");
  }

  @Test
  void onePackTwice() {
    policy("packs: [./packs/acme]\n");
    isUserError(check("--pack", pack.toString()), "Two rule packs have the id 'acme' (packs/acme/");
  }

  @Test
  void inspect() {
    Cli cli = Cli.run("pack", "inspect", pack.toString());
    assertThat(cli.out()).startsWith("acme 1.0.0\n").contains("CONTAINS CODE").contains("sha256");
    assertThat(Cli.run("pack", "inspect", pack.toString(), "--run-code").out())
        .contains(RULE + " (warning)");
  }

  @Test
  void aZipThatLeadsOut() throws IOException {
    Path zip = root.resolve("evil.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("../../evil.md"));
      out.closeEntry();
    }
    isUserError(check("--pack", zip.toString()), "The name of the entry '../../evil.md' leads");
  }

  @Test
  void noPackAtAll() {
    isUserError(check("--pack", root.resolve("kafka").toString()), "This directory is no pack");
    isUserError(check("--pack", root.resolve("nowhere").toString()), "There is no pack '");
    Cli.write(pack, "pack.yaml", "id: acme\nversoin: 1.0.0\nheadgate: '>=0.1'\nowner: a\n");
    Cli cli = check("--pack", pack.toString());
    assertThat(cli.err()).contains("pack.yaml:2:1: The key 'versoin' is unknown");
    assertThat(cli.code()).isEqualTo(2);
  }

  @Test
  void aPackOfAnotherVersionIsOneThatTheInstalledHeadgateRefuses() {
    // Loose classes have no version to compare; PolicyPacksTest compares them.
    Cli.write(pack, "pack.yaml", "id: acme\nversion: 1.0.0\nheadgate: newest\nowner: a\n");
    isUserError(check("--pack", pack.toString()), "pack.yaml:3:11: 'headgate' must say for which");
  }

  @Test
  void aPackThatSpeaksToTheTerminal() {
    Cli.write(pack, "pack.yaml", "id: \"a\\e[2Jb\"\nversion: 1.0.0\nheadgate: '>=0'\nowner: a\n");
    Cli cli = check("--pack", pack.toString());
    assertThat(cli.err()).contains("must be kebab case").doesNotContain("\u001b");
    assertThat(cli.code()).isEqualTo(2);
  }

  @Test
  void packByItselfShowsItsHelp() {
    Cli cli = Cli.run("pack");
    assertThat(cli.err()).contains("inspect").contains("lock");
    assertThat(cli.code()).isEqualTo(2);
  }
}
