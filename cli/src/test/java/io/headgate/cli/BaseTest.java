package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code headgate check --base} compares, and what it refuses. */
class BaseTest {

  @TempDir Path root;
  private Path before;
  private Path after;

  @BeforeEach
  void twoStates() {
    before = root.resolve("before");
    after = root.resolve("after");
    Cli.writeGoodTopic(before);
    Cli.writeGoodTopic(after);
  }

  private static void topic(Path directory, String name, int partitions) {
    Cli.write(
        directory,
        "kafka/topics/topic-" + name + ".yaml",
        """
        name: %s
        partitions: %d
        replication: 3
        configs:
          min.insync.replicas: "2"
          retention.ms: "604800000"
        """
            .formatted(name, partitions));
  }

  private Cli check(String... more) {
    String[] args = new String[3 + more.length];
    args[0] = "check";
    args[1] = "--base";
    args[2] = before.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return Cli.run(args);
  }

  @Test
  void nothingChanged() {
    assertThat(check(after.toString()).out())
        .contains("The gate is open.")
        .doesNotContain("change-");
  }

  @Test
  void comparesWithWhatWas() {
    topic(before, "orders", 24);

    Cli cli = check(after.toString());

    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out())
        .contains("kafka/topics/topic-orders.yaml:2:13: error")
        .contains("[change-partitions-decreased]");
  }

  @Test
  void showsWhatIsGoneWhereItWas() {
    topic(before, "refunds", 12);

    Cli cli = check(after.toString());

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out())
        .contains("../before/kafka/topics/topic-refunds.yaml:1:7: error: ")
        .contains("  1 | name: refunds\n")
        .contains("[change-topic-deleted]");
  }

  @Test
  void takesTheCopyOfWhatHoldsAllPaths() {
    topic(before, "orders", 24);
    topic(before, "refunds", 12);

    Cli cli = check(after.resolve("kafka/topics/topic-orders.yaml").toString());

    assertThat(cli.out()).doesNotContain("refunds");
    assertThat(cli.code()).isEqualTo(2);
  }

  @Test
  void saysThatABundleIsGone() {
    for (Path state : new Path[] {before, after}) {
      Cli.writeGoodTopic(state.resolve("prod"));
    }
    topic(before.resolve("test"), "payments", 12);
    Cli.write(
        after,
        "headgate.yaml",
        """
        version: 1
        bundles:
        - path: prod
        - path: test
        """);

    Cli cli = check(after.toString());

    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains("Topic 'payments'").contains("2 bundles");
  }

  @Test
  void isSilentAboutWhatItCannotRead() {
    topic(before, "refunds", 12);
    Cli.write(before, "kafka/acls/acls.yaml", "- {");

    Cli cli = check(after.toString());

    assertThat(cli.code()).isZero();
    assertThat(cli.out())
        .contains("../before/kafka/acls/acls.yaml:1:")
        .contains(
            "warning: A file of the base cannot be read, so no rule compares the bundle '.' with"
                + " it: ")
        .contains("[unreadable-base]")
        .doesNotContain("change-", "unreadable-document");
  }

  @Test
  void doesNotCompareWhatIsUnreadableNow() {
    topic(before, "refunds", 12);
    Cli.write(after, "kafka/topics/topic-refunds.yaml", "name: {");

    Cli cli = check(after.toString());

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out()).contains("unreadable-document").doesNotContain("change-");
  }

  @Test
  void neverShowsASecretOfTheBase() {
    Cli.write(
        before,
        "apps/connectors/connector-connect-a.yaml",
        """
        clusterName: connect
        name: a
        config: {connector.class: org.acme.FooSinkConnector, topics: orders, database.password: hunter2hunter2}
        """);
    Cli.write(
        after,
        "apps/connectors/connector-connect-b.yaml",
        """
        clusterName: connect
        name: b
        config: {connector.class: org.acme.FooSinkConnector, topics: orders, database.password: hunter2hunter2}
        """);

    assertThat(check(after.toString(), "--report", "text").out()).doesNotContain("hunter2");
    assertThat(check(after.toString(), "--report", "sarif").out()).doesNotContain("hunter2");
  }

  @Test
  void refusesWhatCannotBeABase() throws Exception {
    assertRefused(root.resolve("nowhere"), "nowhere' is no directory.");
    assertRefused(after.resolve("kafka"), "lies in what is checked");
    Path empty = Files.createDirectory(root.resolve("empty"));
    assertRefused(
        empty,
        "Nothing to compare with: none of the 0 YAML, JSON, schema and properties files in the"
            + " base");
    Cli.write(empty, "x.yaml", "a: 1");
    assertRefused(empty, "none of the 1 YAML, JSON, schema and properties files in the base");
    Path other = root.resolve("other");
    Cli.writeGoodTopic(other.resolve("deep"));
    assertRefused(other, "none of the bundles now has that name ('");
  }

  private void assertRefused(Path base, String message) {
    Cli cli = Cli.run("check", after.toString(), "--base", base.toString());
    assertThat(cli.err()).contains(message);
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.out()).isEmpty();
  }

  /** The files and the answer stand in the documentation; here they are run. */
  @Test
  void theDocumentationShowsWhatItSays() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "changes.md"));
    Path states = root.resolve("documented");
    for (String block : page.split("\n```", -1)) {
      if (block.startsWith("yaml ")) {
        int end = block.indexOf('\n');
        Cli.write(states, block.substring("yaml ".length(), end), block.substring(end + 1) + "\n");
      }
    }

    Cli cli =
        Cli.run(
            "check",
            states.resolve("after").toString(),
            "--base",
            states.resolve("before").toString());

    assertThat(cli.err()).isEmpty();
    assertThat(page).contains("```text\n" + cli.out() + "```");
  }
}
