package io.headgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bad input gets one clear message with a place and its exit code, in bounded time. */
class BadInputTest {

  private static final String TOPIC = "kafka/topics/topic-orders.yaml";

  @TempDir Path root;
  private long start;

  @BeforeEach
  void begin() {
    start = System.nanoTime();
  }

  @AfterEach
  void endInTime() {
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  private Cli check(String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "check";
    args[1] = root.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return Cli.run(args);
  }

  /** A finding of the core closes the gate and says where. */
  private void isFinding(String place, String message) {
    Cli cli = check();
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains(place + ": error: ").contains(message);
    assertThat(cli.out()).doesNotContain("Exception", "\tat ");
    assertThat(cli.code()).isEqualTo(1);
  }

  private static void isUserError(Cli cli, String message) {
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).startsWith("headgate: ").contains(message).doesNotContain("Exception");
    assertThat(cli.err().lines()).hasSize(1);
    assertThat(cli.code()).isEqualTo(2);
  }

  @Test
  void notYaml() {
    Cli.write(root, TOPIC, "name: orders\n  partitions: 12\n");
    isFinding(TOPIC + ":2:13", "This is no YAML");
  }

  @Test
  void noTextAtAll() {
    Cli.write(root, TOPIC, new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, (byte) 0xfe});
    isFinding(TOPIC + ":1:1", "not UTF-8");
  }

  @Test
  void halfAFile() {
    Cli.write(root, "kafka/acls/acls.yaml", "- principal: \"User:a\n  operation: READ\n");
    isFinding("kafka/acls/acls.yaml:3:1", "This is no YAML");
  }

  @Test
  void wrongTypes() {
    Cli.write(
        root, TOPIC, "name: [orders]\npartitions: {a: 1}\nreplication: many\nconfigs: none\n");
    Cli cli = check();
    assertThat(cli.out())
        .contains(TOPIC + ":1:7: error: 'name' of a topic must be a single value.")
        .contains(TOPIC + ":2:13: error: 'partitions' of a topic must be a single value.")
        .contains(TOPIC + ":3:14: error: 'replication' of a topic is 'many'")
        .contains(TOPIC + ":4:1: error: 'configs' of a topic must be a mapping.");
    assertThat(cli.code()).isEqualTo(1);
  }

  @Test
  void aListWhereAnObjectIsWanted() {
    Cli.write(root, TOPIC, "- name: orders\n");
    isFinding(TOPIC + ":1:1", "must hold one object");
  }

  @Test
  void anEmptyFile() {
    Cli.write(root, TOPIC, "");
    isFinding(TOPIC + ":1:1", "The file is empty");
  }

  @Test
  void anEmptyFolder() {
    isUserError(check(), "Nothing to judge: none of the 0 YAML, JSON, schema and properties files");
  }

  @Test
  void aFolderWithNothingRecognised() {
    Cli.write(root, "values.yaml", "a: 1\n");
    Cli.write(root, "package.json", "{}");
    isUserError(check(), "Nothing to judge: none of the 2 YAML, JSON, schema and properties files");
  }

  @Test
  void aPathThatIsNotThere() {
    isUserError(
        Cli.run("check", root.resolve("nowhere").toString()), "There is no file or directory");
  }

  @Test
  void aLinkOutOfTheRoot(@TempDir Path outside) throws IOException {
    Path secret = Cli.write(outside, "topic-x.yaml", "name: hunter2\n");
    Files.createDirectories(root.resolve("kafka/topics"));
    Files.createSymbolicLink(root.resolve(TOPIC), secret);
    isFinding(TOPIC + ":1:1", "The link leads out of the root");
    assertThat(check().out()).doesNotContain("hunter2");
  }

  @Test
  void aLinkInACircle() throws IOException {
    Cli.writeGoodTopic(root);
    Files.createSymbolicLink(root.resolve("kafka/topics/loop"), root.resolve("kafka"));
    Files.createSymbolicLink(
        root.resolve("kafka/topics/topic-self.yaml"), root.resolve("kafka/topics/topic-self.yaml"));
    isFinding("kafka/topics/topic-self.yaml:1:1", "The link leads nowhere");
  }

  @Test
  void fiftyMegabytes() throws IOException {
    Path file = Cli.write(root, TOPIC, "name: orders\n# ");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(50L * 1024 * 1024);
    }
    isFinding(TOPIC + ":1:1", "The file has 50 MiB");
  }

  @Test
  void aYamlBomb() {
    StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c <= 'k'; c++) {
      char before = (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" [");
      bomb.append(("*" + before + ", ").repeat(9)).append("x]\n");
    }
    Cli.write(root, TOPIC, bomb.toString());
    Cli cli = check();
    assertThat(cli.out()).contains("The aliases of this document add more than 100000 nodes");
    assertThat(cli.code()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void twentyThousandNestedBrackets(String bracket) {
    Cli.write(root, TOPIC, "name: orders\nconfigs:\n  " + bracket.repeat(20_000) + "\n");
    Cli cli = check();
    assertThat(cli.out()).contains(TOPIC + ":3:").contains("nests deeper than 200 levels");
    assertThat(cli.code()).isEqualTo(1);
  }

  @Test
  void twentyThousandNestedBracketsInJson() {
    Cli.write(root, "kafka/topics/topic-x.json", "[".repeat(20_000));
    Cli cli = check();
    assertThat(cli.out()).contains("kafka/topics/topic-x.json:1:").contains("deeper than 200");
    assertThat(cli.code()).isEqualTo(1);
  }

  @Test
  void twentyThousandNestedBracketsInASchema() {
    Cli.write(
        root,
        "schemas/x-value.yaml",
        "name: x-value\nformat: AVRO\nschema: '" + "[".repeat(20_000) + "'\n");
    Cli cli = check();
    assertThat(cli.out()).contains("schemas/x-value.yaml:3:").contains("deeper than 200");
    assertThat(cli.code()).isEqualTo(1);
  }

  @Test
  void nulBytes() {
    Cli.write(root, TOPIC, "name: ord\0ers\n");
    isFinding(TOPIC + ":1:10", "NUL byte");
  }

  @Test
  void unknownKeys() {
    Cli.write(root, TOPIC, "name: orders\npartitons: 12\nreplication: 3\n");
    isFinding(TOPIC + ":2:1", "Did you mean 'partitions'?");
  }

  @Test
  void aPolicyWithATypo() {
    Cli.writeGoodTopic(root);
    Cli.write(root, "headgate.yaml", "version: 1\nrules:\n  topic-under-replicatd: error\n");
    isUserError(
        check(),
        "headgate.yaml:3:3: There is no rule 'topic-under-replicatd'. Did you mean"
            + " 'topic-under-replicated'?");
  }

  @Test
  void aPolicyWithSeveralMistakesNamesThemAll() {
    Cli.writeGoodTopic(root);
    Cli.write(
        root,
        "headgate.yaml",
        """
        version: 2
        rulez: {}
        gate: {fail-on: fatal}
        rules:
          topic-under-replicated: {settings: {minimum: 1}}
          unreadable-document: "off"
          topic-unconventional-name: {settings: {pattern: "("}}
          alert-late-lag: {settings: {rates: ["orders.* 5/day", "orders.* many"]}}
        bundles:
        - path: ../elsewhere
          environment: prod
        """);
    Cli cli = check();
    assertThat(cli.err().lines())
        .hasSize(8)
        .allMatch(line -> line.startsWith("headgate: headgate.yaml:"));
    assertThat(cli.err())
        .contains(":1:10: The policy has version 2")
        .contains(":2:1: The key 'rulez' is unknown")
        .contains(":3:17: 'fail-on' of 'gate' of the policy is 'fatal'")
        .contains(":5:39: The key 'minimum' is unknown")
        .contains(":6:24: 'unreadable-document' cannot be turned off")
        .contains(":7:51: This is no regular expression")
        .contains(":8:57: 'orders.* many' is none of the 'rates'. How many records topics get")
        .contains(":10:9: The path '../elsewhere' leads out of the directory of the policy");
    assertThat(cli.code()).isEqualTo(2);
  }

  @Test
  void aPolicyThatIsNoYaml() {
    Cli.writeGoodTopic(root);
    Cli.write(root, "headgate.yaml", "version: [1\n");
    isUserError(check(), "headgate.yaml:2:1: This is no YAML");
  }

  @Test
  void aPolicyThatIsNotThere() {
    Cli.writeGoodTopic(root);
    isUserError(check("--policy", root.resolve("no.yaml").toString()), "There is no policy");
  }

  @Test
  void anOutputPathThatCannotBeWritten() {
    Cli.writeGoodTopic(root);
    isUserError(
        check("--report", "sarif=" + root.resolve("no/such/dir/out.sarif")),
        "The report cannot be written: there is no directory");
    isUserError(check("--report", "sarif=" + root), "is a directory");
  }

  @Test
  void whatStoodInTheOutputFileStaysWhenTheRunFails() throws IOException {
    Path out = Cli.write(root, "out.sarif", "before");
    isUserError(check("--report", "sarif=" + out), "Nothing to judge");
    assertThat(out).content(UTF_8).isEqualTo("before");
    try (var files = Files.list(root)) {
      assertThat(files).containsExactly(out);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--reprot", "--report=pdf", "--fail-on=fatal", "--report=sarif="})
  void optionsThatAreNone(String option) {
    Cli.writeGoodTopic(root);
    Cli cli = check(option);
    assertThat(cli.err()).startsWith("headgate: ").doesNotContain("Exception");
    assertThat(cli.code()).isEqualTo(2);
  }

  @Test
  void helpListsTheExitCodesInOrder() {
    for (Cli cli : List.of(Cli.run("--help"), Cli.run("check", "--help"))) {
      assertThat(cli.code()).isZero();
      assertThat(cli.out().lines().filter(line -> line.matches("  [0-3]   .*")))
          .extracting(line -> line.charAt(2))
          .containsExactly('0', '1', '2', '3');
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chek         | There is no command 'chek'. Did you mean 'check'? Try 'headgate --help'.",
        "chek x --foo | There is no command 'chek'. Did you mean 'check'? Try 'headgate --help'.",
        "landscape    | There is no command 'landscape'. Try 'headgate --help'.",
        "--versoin    | There is no option '--versoin'. Did you mean '--version'? Try 'headgate"
            + " --help'.",
        "check x --fial-on error     | There is no option '--fial-on'. Did you mean '--fail-on'?"
            + " Try 'headgate check --help'.",
        "check x --enviroment=prod   | There is no option '--enviroment'. Did you mean"
            + " '--environment'? Try 'headgate check --help'.",
        "check x --zzz               | There is no option '--zzz'. Try 'headgate check --help'.",
        "rules x                     | Unmatched argument at index 1: 'x'. Try 'headgate rules"
            + " --help'."
      })
  void aCommandOrOptionThatIsMisspelt(String arguments, String message) {
    Cli cli = Cli.run(arguments.split(" "));
    assertThat(cli.err()).isEqualTo("headgate: " + message + "\n");
    assertThat(cli.out()).isEmpty();
    assertThat(cli.code()).isEqualTo(2);
  }

  @Test
  void noArguments() {
    Cli cli = Cli.run();
    assertThat(cli.err()).contains("Usage: headgate");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(Cli.run("check").err()).contains("PATH");
    assertThat(Cli.run("explain", "topic-under-replicatd").err())
        .contains("Did you mean 'topic-under-replicated'?");
  }

  @Test
  void namesThatMoveTheCursorOrTurnTheText() {
    Cli.write(root, TOPIC, "name: \"or\\e[2Jde\\u202Ers\"\npartitions: 1\nreplication: 1\n");
    Cli cli = check();
    assertThat(cli.out()).contains("topic-under-replicated");
    assertThat(
            cli.out()
                .codePoints()
                .filter(c -> c != '\n')
                .map(Character::getType)
                .filter(type -> type == Character.CONTROL || type == Character.FORMAT))
        .isEmpty();
  }

  @Test
  void aSecretNeverShows() {
    Cli.write(
        root,
        "apps/connectors/connector-c-s.yaml",
        """
        clusterName: c
        name: s
        config:
          connector.class: io.example.Sink
          topics: orders
          errors.tolerance: all
          connection.password: hunter2
          connection.url: jdbc:x://h/d?user=u&password=hunter2
          sasl.jaas.config: 'org.x.PlainLoginModule required username="u" password="hunter2";'
        nonsense: &n {password: hunter2}
        """);
    Cli text = check();
    assertThat(text.out()).contains("[secret-inline]").doesNotContain("hunter2");
    Cli sarif = check("--report", "sarif");
    assertThat(sarif.out()).contains("secret-inline").doesNotContain("hunter2");
  }
}
