package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a permit says, and what {@code headgate permit verify} says of it. */
class PermitTest {

  private static final String ORDERS = "kafka/topics/topic-orders.yaml";

  @TempDir Path temp;
  private Path root;
  private Path permit;
  private String judged = "kafka";

  @BeforeEach
  void aGoodTopic() throws IOException {
    root = Files.createDirectory(temp.resolve("root"));
    permit = temp.resolve("permit.json");
    Cli.writeGoodTopic(root);
    Cli.write(root, "headgate.yaml", "version: 1\n");
  }

  private Cli check(String... options) {
    return check(Map.of(), options);
  }

  private Cli check(Map<String, String> environment, String... options) {
    List<String> args =
        new ArrayList<>(
            List.of("check", root.resolve(judged).toString(), "--permit", permit.toString()));
    args.addAll(List.of(options));
    return Cli.run(environment, false, args.toArray(String[]::new));
  }

  private void give(String... options) {
    Cli cli = check(options);
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(permit).exists();
  }

  private Cli verify(String... options) {
    List<String> args =
        new ArrayList<>(
            List.of("permit", "verify", permit.toString(), root.resolve(judged).toString()));
    args.addAll(List.of(options));
    return Cli.run(args.toArray(String[]::new));
  }

  private void isGood(Cli cli) {
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out())
        .contains("This is what was judged: ")
        .contains("No signature was checked.");
    assertThat(cli.code()).isZero();
  }

  private void isBad(Cli cli, String... differences) {
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out())
        .startsWith(String.join("\n", differences) + "\nThe permit is not for this. ")
        .contains("No signature was checked.");
    assertThat(cli.code()).isEqualTo(1);
  }

  private void edit(UnaryOperator<String> edit) throws IOException {
    String before = Files.readString(permit);
    String after = edit.apply(before);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(permit, after);
  }

  /** As the specifications of in-toto and SLSA name its fields; the digests are sha256sum's. */
  @Test
  void thePermit() throws IOException {
    Cli cli =
        check(Map.of("SOURCE_DATE_EPOCH", "1700000000"), "--no-baseline", "--environment", "");

    assertThat(cli.code()).as(cli.err()).isZero();
    String topic = sum(root, "sha256sum < " + ORDERS);
    assertThat(permit)
        .hasContent(
            """
            {
              "_type" : "https://in-toto.io/Statement/v1",
              "subject" : [ {
                "name" : "kafka",
                "digest" : {
                  "dirHash" : "%s"
                }
              } ],
              "predicateType" : "https://slsa.dev/verification_summary/v1",
              "predicate" : {
                "verifier" : {
                  "id" : "pkg:maven/io.headgate/headgate",
                  "version" : {
                    "headgate" : "development"
                  }
                },
                "timeVerified" : "2023-11-14T22:13:20Z",
                "resourceUri" : "headgate:kafka",
                "policy" : {
                  "uri" : "headgate:headgate.yaml",
                  "name" : "headgate.yaml",
                  "digest" : {
                    "sha256" : "%s"
                  }
                },
                "verificationResult" : "PASSED",
                "verifiedLevels" : [ "HEADGATE_GATE_OPEN" ],
                "headgate:permit" : {
                  "version" : 1,
                  "verdict" : "open",
                  "threshold" : "error",
                  "environment" : "",
                  "options" : [ "no-baseline" ],
                  "base" : "",
                  "inputs" : [ ],
                  "directories" : [ ],
                  "files" : {
                    "kafka/topics/topic-orders.yaml" : "%s"
                  }
                }
              }
            }
            """
                .formatted(
                    sum(root, "find kafka -type f | LC_ALL=C sort | xargs sha256sum | sha256sum"),
                    sum(root, "sha256sum < headgate.yaml"),
                    topic));
    byte[] first = Files.readAllBytes(permit);
    Cli again =
        check(Map.of("SOURCE_DATE_EPOCH", "1700000000"), "--no-baseline", "--environment", "");
    assertThat(again.code()).isZero();
    assertThat(permit).hasBinaryContent(first);
  }

  private static String sum(Path directory, String script) throws IOException {
    Process process = new ProcessBuilder("sh", "-c", script).directory(directory.toFile()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said.substring(0, 64);
  }

  @Test
  void namesTheCommitThatTheWorkTreeIs() throws IOException {
    GitRepository repository = GitRepository.in(root);
    String commit = repository.commit();
    give();
    assertThat(permit).content().contains("\"gitCommit\" : \"" + commit + "\"");
    assertThat(verify().out()).contains(", commit " + commit + ".");

    repository.write("other.txt", "not judged");
    give();
    assertThat(permit).content().contains(commit);

    repository.write("headgate.yaml", "version: 1\n# other\n");
    give();
    assertThat(permit).content().doesNotContain("revision");

    repository.git("checkout", "-q", "headgate.yaml");
    repository.topic("untracked", 3, 3).write(".gitignore", "*untracked*\n");
    give();
    assertThat(permit).content().doesNotContain("revision");
  }

  @Test
  void doesNotTakeGitsWordForIt() throws IOException {
    GitRepository repository = GitRepository.in(root);
    String commit = repository.commit();
    repository.git("update-index", "--assume-unchanged", ORDERS);
    repository.topic("orders", 24, 3);
    assertThat(repository.git("status", "--porcelain")).isEmpty();
    give();
    assertThat(permit).content().doesNotContain(commit);
  }

  @Test
  void namesTheBase() throws IOException {
    GitRepository repository = GitRepository.in(root);
    String commit = repository.commit();
    repository.topic("more", 3, 3);
    give("--base", "HEAD");
    assertThat(permit).content().contains("\"base\" : \"" + commit + "\"");
    isGood(verify());
  }

  @Test
  void isGivenByThePolicyOfTheBase() throws IOException {
    GitRepository repository = GitRepository.in(root);
    repository
        .write("headgate.yaml", "version: 1\nbaseline: known.yaml\n")
        .write("known.yaml", "version: 1\nknown: []\n")
        .commit();
    repository.write("headgate.yaml", "version: 1\nbaseline: known.yaml\n# other\n");
    for (String option : List.of("--no-baseline", "--strict-inputs")) {
      give("--base", "HEAD", option);
      isGood(verify());
    }
    assertThat(permit)
        .content()
        .contains("\"role\" : \"base-policy\"")
        .containsOnlyOnce("\"role\" : \"baseline\"");
    Cli.write(root, "known.yaml", "version: 1\nknown: []\n# other\n");
    isBad(verify(), "changed: the baseline known.yaml");
    Files.delete(root.resolve("known.yaml"));
    isBad(verify(), "removed: the baseline known.yaml");
  }

  @Test
  void theSame() {
    give();
    isGood(verify());
    Cli.write(root, "kafka/notes.txt", "none of our business");
    isGood(verify("--fail-on", "error", "--max-age", "1h"));
  }

  @Test
  void other() throws IOException {
    Cli.write(root, "kafka/topics/topic-b.yaml", GitRepository.topicText("b", 3, 3));
    Cli.write(root, "kafka/topics/topic-c.yaml", GitRepository.topicText("c", 3, 3));
    give();
    Files.move(root.resolve("kafka/topics/topic-b.yaml"), root.resolve("kafka/topic-b.yaml"));
    Files.delete(root.resolve("kafka/topics/topic-c.yaml"));
    Cli.write(root, "kafka/topics/topic-d.yaml", "name: d\n");
    Files.writeString(root.resolve(ORDERS), "name: orders\n");

    isBad(
        verify(),
        "renamed: kafka/topics/topic-b.yaml is now kafka/topic-b.yaml",
        "added: kafka/topics/topic-d.yaml",
        "changed: " + ORDERS,
        "removed: kafka/topics/topic-c.yaml");
  }

  @Test
  void anotherPolicy() {
    give();
    Cli.write(root, "headgate.yaml", "version: 1\nrules:\n  topic-under-replicated: off\n");
    isBad(verify(), "changed: the policy headgate.yaml");
  }

  @Test
  void thePolicyWasGivenByAnOption() {
    Path policy = Cli.write(temp, "policies/strict.yaml", "version: 1\n# strict\n");
    judged = "";
    String option = "--policy=" + policy;
    give(option);
    isGood(verify(option));
    assertThat(verify().code()).isEqualTo(1);
  }

  @Test
  void aBaselineAndWaivers() throws IOException {
    Cli.write(root, "headgate.yaml", "version: 1\nbaseline: known.yaml\nwaivers: waived.yaml\n");
    Cli.write(root, "known.yaml", "version: 1\nknown: []\n");
    Cli.write(root, "waived.yaml", "version: 1\n");
    give();
    isGood(verify());
    Cli.write(root, "waived.yaml", "version: 1\n#\n");
    Files.delete(root.resolve("known.yaml"));
    isBad(verify(), "removed: the baseline known.yaml", "changed: the waivers waived.yaml");

    Cli.write(root, "known.yaml", "version: 1\nknown: []\n#\n");
    give("--no-baseline", "--no-waivers");
    Cli.write(root, "known.yaml", "version: 1\nknown: []\n# other\n");
    isGood(verify());
  }

  @Test
  void isNotGivenForAClosedGate() {
    give();
    Cli.write(root, ORDERS, GitRepository.topicText("orders", 12, 1));
    Cli cli = check();
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err()).isEqualTo("headgate: No permit is written, for the gate is not open.\n");
    assertThat(permit).doesNotExist();
    assertThat(check("--staged").err()).contains("a permit speaks of what lies on the disk");
  }

  @Test
  void thatWasMadeToSayFailed() throws IOException {
    give();
    edit(text -> text.replace("PASSED", "FAILED"));
    isBad(verify(), "the gate was closed: this permit permits nothing.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "_type" :                     | "x" :                   | its '_type' is missing
          Statement/v1                  | Statement/v2            | its '_type' is 'https://in-toto.io/Statement/v2'
          verification_summary/v1       | provenance/v1           | its 'predicateType' is 'https://slsa.dev/provenance/v1'
          "headgate:permit"             | "other"                 | but none of headgate
          "version" : 1,                | "version" : 2,          | The permit is of version 2
          "dirHash" : "                 | "dirHash" : "0          | contradicts itself
          topic-orders.yaml" : "        | topic-other.yaml" : "   | contradicts itself
          "verdict" : "open"            | "verdict" : ["open"]    | 'verdict' is missing
          "threshold" : "error"         | "threshold" : "fatal"   | 'threshold' is no severity: 'fatal'
          "inputs" : [ ]                | "inputs" : [ 1 ]        | must be a list of objects
          "directories" : [ ]           | "directories" : {}      | 'directories' must be a list
          "timeVerified" : "2           | "timeVerified" : "x2    | is no time
          "subject" : [                 | "subject" : [ {},       | must be a list of one object
          "predicate" : {               | "predicate" : { "policy" : 1, | is given twice
          "verdict"                     | verdict                 | This is no permit. This is no JSON
          """)
  void thatWasTamperedWith(String from, String to, String message) throws IOException {
    give();
    edit(text -> text.replace(from, to));
    Cli cli = verify();
    assertThat(cli.err()).contains("permit").contains(message).doesNotContain("Exception");
    assertThat(cli.err().lines()).hasSize(1);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{}", "\0", "{\"payloadType\": \"application/vnd.in-toto+json\"}"})
  void thatIsNone(String text) throws IOException {
    Files.writeString(permit, text);
    assertThat(verify().code()).isEqualTo(2);
    assertThat(verify().err()).startsWith("headgate: " + permit + ":1:1: This is ");
  }

  @Test
  void thatIsNotThere() {
    assertThat(verify().code()).isEqualTo(2);
    assertThat(verify().err()).contains("There is no permit '" + permit + "'.");
  }

  @Test
  void forOneEnvironmentAlone() {
    Cli.write(
        root,
        "headgate.yaml",
        """
        version: 1
        bundles:
        - {name: dev, paths: [kafka], environment: dev}
        """);
    give("--environment", "dev");
    assertThat(permit).content().contains("\"headgate:kafka?environment=dev\"");
    isGood(verify("--environment", "dev"));
    isBad(verify(), "only the environment 'dev' was judged; '--environment dev' takes that.");
  }

  @Test
  void onWeakerTerms() {
    Path before = temp.resolve("before");
    Cli.writeGoodTopic(before);
    give("--base", before.resolve("kafka").toString(), "--new-only");
    isBad(verify(), "only what was new was weighed; '--new-only' takes that.");
    isGood(verify("--new-only"));
    isBad(
        verify("--new-only", "--fail-on", "warning"),
        "findings below 'error' did not close the gate, but those from 'warning' on are to.");
    give("--fail-on", "note");
    isGood(verify("--fail-on", "warning"));
  }

  @Test
  void thatIsOld() throws IOException {
    give();
    isGood(verify("--max-age", "1m"));
    Instant now = Instant.now();
    edit(t -> t.replaceFirst("\"timeVerified\" : \"[^\"]*\"", time(now.minusSeconds(7300))));
    isGood(verify("--max-age", "3h"));
    assertThat(verify("--max-age", "2h").out()).contains("which is too old.");
    edit(t -> t.replaceFirst("\"timeVerified\" : \"[^\"]*\"", time(now.plusSeconds(7300))));
    assertThat(verify("--max-age", "2h").out()).contains("which is still to come.");
    for (String bad : List.of("", "h", "12", "-1h", "1w", "99999999999h", "1.5h")) {
      Cli cli = verify("--max-age", bad);
      assertThat(cli.code()).as(bad).isEqualTo(2);
      assertThat(cli.err()).as(bad).contains("'--max-age' takes a number and s, m, h or d");
    }
  }

  private static String time(Instant time) {
    return "\"timeVerified\" : \"" + time + "\"";
  }

  @Test
  void aClockThatIsNone() {
    Cli cli = check(Map.of("SOURCE_DATE_EPOCH", "yesterday"));
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("SOURCE_DATE_EPOCH is 'yesterday'");
    assertThat(permit).doesNotExist();
  }

  @Test
  void amongWhatIsJudged() {
    permit = root.resolve("kafka/my.json");
    assertThat(check().code()).isEqualTo(2);
    permit = root.resolve("kafka/my.permit");
    give("--report", "json=" + temp.resolve("report.json"));
    isGood(verify());
    Cli cli = check("--report", "json=" + root.resolve("kafka/report.json"));
    assertThat(cli.err()).contains("The report '").contains("would lie among the files");
    assertThat(cli.code()).isEqualTo(2);
  }
}
