package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under {@code --base} the policy of the base judges, and a change that weakens it is told. */
class BasePolicyTest {

  private static final String RULE = "topic-under-replicated";
  private static final String OFF = "version: 1\nrules:\n  topic-under-replicated: \"off\"\n";
  private static final String UNTIL = "2999-01-31";

  @TempDir Path temp;
  private GitRepository repository;

  @BeforeEach
  void aRepositoryWithAPolicy() {
    repository = GitRepository.in(temp.resolve("repo")).topic("orders", 12, 3);
    policy("version: 1\n").commit();
  }

  private GitRepository policy(String text) {
    return repository.write("headgate.yaml", text);
  }

  private Cli check(String... more) {
    return in(repository.root(), "HEAD", more);
  }

  private static Cli in(Path path, String base, String... more) {
    List<String> args = new ArrayList<>(List.of("check", path.toString(), "--base", base));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  private static String waiver(String topic, String until) {
    return """
    - rule: topic-under-replicated
      resource: topic %s
      reason: The third broker comes.
      owner: orders
      approver: jane
      until: %s
    """
        .formatted(topic, until);
  }

  private GitRepository waivers(String... entries) {
    return repository.write(
        "headgate-waivers.yaml", "version: 1\nwaivers:\n" + String.join("", entries));
  }

  private void delete(String file) throws IOException {
    Files.delete(repository.root().resolve(file));
  }

  private static void isWeakened(Cli cli, String place, String message) {
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains(place + ": error: ").contains(message);
    assertThat(cli.out()).contains("[policy-weakened]");
    assertThat(cli.code()).isEqualTo(1);
  }

  private static void isSilent(Cli cli) {
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).doesNotContain("policy-weakened");
  }

  @Test
  void aRuleThatTheChangeTurnsOffJudgesTheChange() {
    repository.topic("orders", 12, 1);
    policy(OFF);

    Cli cli = check();

    isWeakened(cli, "headgate.yaml:3:27", "The rule 'topic-under-replicated' is turned off");
    assertThat(cli.out())
        .contains("kafka/topics/topic-orders.yaml:3:14: error")
        .contains("[" + RULE + "]")
        .contains("The policy of the base judged");
  }

  @Test
  void whatIsStagedIsJudgedByTheBaseToo() {
    repository.topic("orders", 12, 1);
    policy(OFF).git("add", "-A");
    policy("version: 1\n");

    Cli cli = check("--staged");

    isWeakened(cli, "headgate.yaml:3:27", "is turned off");
    assertThat(cli.out()).contains("[" + RULE + "]");
    Cli alone = Cli.run("check", repository.root().toString(), "--staged");
    isSilent(alone);
    assertThat(alone.out()).doesNotContain("[" + RULE + "]");
  }

  @Test
  void noSecretOfThePolicyIsShown() {
    String secret = "AKIA" + "ABCDEFGHIJKLMNOP";
    policy(
        "version: 1\nrules: {topic-missing-schema: {settings: {exempt: ["
            + secret
            + "]}}}\nenvironments: {prod: {broker-defaults: {password: "
            + secret
            + "}}}\n");
    for (String format : List.of("text", "sarif", "json", "markdown")) {
      Cli cli = check("--report", format);
      assertThat(cli.err()).isEmpty();
      assertThat(cli.out()).as(format).contains("policy-weakened").doesNotContain(secret);
    }
  }

  @Test
  void aHostileNameIsShownHarmlessly() {
    policy("version: 1\nexternal:\n  topics: [\"a\\e[31m\\u202e\\nb\"]\n");

    Cli cli = check();

    assertThat(cli.out()).contains("policy-weakened").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void twoCommitsAreNoWayRoundIt() {
    repository.git("checkout", "-q", "-b", "feature");
    policy(OFF).commit();
    repository.topic("orders", 12, 1).commit();

    Cli cli = in(repository.root(), "main");

    isWeakened(cli, "headgate.yaml:3:27", "is turned off");
    assertThat(cli.out()).contains("[" + RULE + "]");
    assertThat(in(repository.root(), "main", "--new-only").out())
        .contains("[policy-weakened]", "[" + RULE + "]");
  }

  @Test
  void aStricterPolicyIsSilent() {
    policy(OFF).commit();
    policy("version: 1\nrules:\n  " + RULE + ": error\ngate:\n  fail-on: warning\n");

    Cli cli = check();

    isSilent(cli);
    assertThat(cli.code()).isZero();
  }

  @Test
  void aWaiverOfTheChangeWaivesNothing() {
    policy("version: 1\nwaivers: headgate-waivers.yaml\n");
    waivers(waiver("payments", UNTIL));
    repository.topic("payments", 12, 1).commit();
    repository.topic("orders", 12, 1);
    waivers(waiver("payments", UNTIL), waiver("orders", UNTIL));

    Cli cli = check();

    isWeakened(
        cli,
        "headgate-waivers.yaml:9:9",
        "The waiver of 'topic-under-replicated' for 'topic orders' is not in the base");
    assertThat(cli.out())
        .contains("kafka/topics/topic-orders.yaml:3:14: error")
        .contains("1 finding is waived")
        .doesNotContain("kafka/topics/topic-payments.yaml:3:14");
  }

  @Test
  void aFileOfWaiversThatTheChangeNamesWaivesNothing() {
    repository.topic("orders", 12, 1);
    policy("version: 1\nwaivers: headgate-waivers.yaml\n");
    waivers(waiver("orders", UNTIL));

    Cli cli = check();

    isWeakened(cli, "headgate-waivers.yaml:3:9", "is not in the base");
    assertThat(cli.out()).contains("[" + RULE + "]").doesNotContain("is waived");
  }

  @Test
  void aLaterDayOrAWiderNameHoldsAsInTheBase() {
    policy("version: 1\nwaivers: headgate-waivers.yaml\n");
    waivers(waiver("orders", UNTIL), waiver("pay.a", UNTIL));
    repository.topic("orders", 12, 1).topic("pay.a", 12, 1).commit();
    repository.topic("pay.b", 12, 1);
    waivers(waiver("orders", "2999-02-01"), waiver("pay.*", UNTIL));

    Cli cli = check();

    isWeakened(cli, "headgate-waivers.yaml:3:9", "holds until 2999-02-01, but until 2999-01-31");
    isWeakened(cli, "headgate-waivers.yaml:9:9", "is wider than that of the base, which is for");
    assertThat(cli.out())
        .contains("2 findings are waived, the next of them until 2999-01-31")
        .contains("kafka/topics/topic-pay.b.yaml:3:14: error");
  }

  @Test
  void aWaiverThatIsTakenOutWithItsCauseIsNotUnused() {
    policy("version: 1\nwaivers: headgate-waivers.yaml\n");
    waivers(waiver("orders", UNTIL), waiver("payments", UNTIL));
    repository.topic("orders", 12, 1).topic("payments", 12, 1).commit();
    repository.topic("orders", 12, 3);
    waivers(waiver("payments", "2998-01-31"));

    Cli cli = check();

    isSilent(cli);
    assertThat(cli.out())
        .doesNotContain("waiver-unused")
        .contains("1 finding is waived, the next of them until 2998-01-31");
  }

  @Test
  void theBaseMayLetAChangeWaive() {
    String policy =
        """
        version: 1
        waivers: headgate-waivers.yaml
        unwaivable: [duplicate-resource]
        rules:
          policy-weakened: {settings: {allow: [waivers]}}
        """;
    policy(policy).write("headgate-waivers.yaml", "version: 1\n").commit();
    repository.topic("new", 12, 1);
    waivers(waiver("new", UNTIL));

    Cli cli = check();

    isSilent(cli);
    assertThat(cli.out()).contains("1 finding is waived");
    assertThat(cli.code()).isZero();
  }

  @Test
  void aChangeCannotWaiveOrAllowThatItWeakens() {
    String allowed =
        """
        version: 1
        waivers: headgate-waivers.yaml
        inline-waivers: true
        rules:
          policy-weakened: {settings: {allow: [waivers]}}
        """;
    policy(allowed).write("headgate-waivers.yaml", "version: 1\n").commit();
    String terms = " reason=\"It comes.\" owner=a approver=b until=" + UNTIL;
    policy(
        allowed.replace("[waivers]", "[waivers, rules]")
            + "  # headgate:waive policy-weakened"
            + terms
            + "\n  topic-under-replicated: \"off\"\n");
    waivers(
        waiver("x", UNTIL)
            .replace(RULE, "policy-weakened")
            .replace("topic x", "document headgate.yaml"));

    Cli cli = check();

    isWeakened(cli, "headgate.yaml:5:32", "The setting 'allow' of the rule 'policy-weakened'");
    isWeakened(cli, "headgate.yaml:7:27", "is turned off");
    isWeakened(cli, "headgate-waivers.yaml:3:9", "The waiver of 'policy-weakened'");
    assertThat(cli.out()).doesNotContain("are waived", "is waived");
  }

  @Test
  void theBasesOwnWaiverMayWaiveThatItIsWeakened() {
    policy("version: 1\nwaivers: headgate-waivers.yaml\n");
    waivers(
            waiver("x", UNTIL)
                .replace(RULE, "policy-weakened")
                .replace("topic x", "document headgate.yaml"))
        .commit();
    policy(OFF + "waivers: headgate-waivers.yaml\n");

    Cli cli = check();

    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).contains("1 finding is waived");
    assertThat(cli.code()).isZero();
  }

  @Test
  void aCommentOfTheChangeWaivesNothing() {
    String comment =
        "# headgate:waive topic-under-replicated reason=\"It comes.\" owner=a approver=b until=";
    policy("version: 1\ninline-waivers: true\n");
    String old = GitRepository.topicText("old", 12, 1);
    repository.write(
        "kafka/topics/topic-old.yaml", old.replaceFirst("repl", comment + UNTIL + "\nrepl"));
    repository.commit();
    repository.git("mv", "kafka/topics/topic-old.yaml", "kafka/topics/topic-moved.yaml");
    String orders = GitRepository.topicText("orders", 12, 1);
    repository.write(
        "kafka/topics/topic-orders.yaml", orders.replaceFirst("repl", comment + UNTIL + "\nrepl"));

    Cli cli = check();

    isWeakened(cli, "kafka/topics/topic-orders.yaml:3:1", "here is not in the base");
    assertThat(cli.out())
        .contains("kafka/topics/topic-orders.yaml:4:14: error")
        .contains("1 finding is waived")
        .doesNotContain("kafka/topics/topic-moved.yaml");
  }

  @Test
  void whatTheChangeTakesIntoTheBaselineIsNotKnown() {
    policy("version: 1\nbaseline: headgate-baseline.yaml\n").topic("old", 12, 1);
    assertThat(Cli.run("baseline", repository.root().toString()).code()).isZero();
    repository.commit();
    repository.topic("orders", 12, 1);
    assertThat(Cli.run("baseline", repository.root().toString()).code()).isZero();

    Cli cli = check();

    isWeakened(
        cli, "headgate-baseline.yaml:6:57", "'topic-under-replicated: topic orders, replication");
    assertThat(cli.out())
        .contains("kafka/topics/topic-orders.yaml:3:14: error")
        .doesNotContain("topic-old.yaml:3:14");

    repository.git("checkout", "-q", "--", ".");
    policy(
            """
            version: 1
            baseline: headgate-baseline.yaml
            rules:
              policy-weakened: {settings: {allow: [baseline]}}
            """)
        .commit();
    repository.topic("new", 12, 1);
    assertThat(Cli.run("baseline", repository.root().toString()).code()).isZero();
    Cli allowed = check();
    isSilent(allowed);
    assertThat(allowed.code()).isZero();
  }

  @Test
  void aPolicyThatIsTakenAwayJudgesNevertheless() throws IOException {
    repository.topic("orders", 12, 1);
    delete("headgate.yaml");

    Cli cli = check();

    isWeakened(cli, ":./headgate.yaml:1:1", "This change takes the policy away");
    assertThat(cli.out()).contains("[" + RULE + "]");
  }

  @Test
  void aPolicyThatIsRenamedIsTakenAway() throws IOException {
    delete("headgate.yaml");
    repository.write("headgate.yml", "version: 1\n");

    isWeakened(check(), ":./headgate.yaml:1:1", "This change takes the policy away");
  }

  @Test
  void aNearerPolicyDoesNotJudgeItsOwnChange() {
    repository.topic("orders", 12, 1).write("kafka/headgate.yaml", OFF);

    Cli cli = in(repository.root().resolve("kafka"), "HEAD");

    isWeakened(cli, "kafka/headgate.yaml:3:27", "is turned off");
    assertThat(cli.out()).contains("kafka/topics/topic-orders.yaml:3:14: error");
  }

  @Test
  void aNearerPolicyThatIsTakenAwayJudgesNevertheless() throws IOException {
    policy(OFF).write("kafka/headgate.yaml", "version: 1\n").commit();
    delete("kafka/headgate.yaml");
    repository.topic("orders", 12, 1);

    Cli cli = in(repository.root().resolve("kafka"), "HEAD");

    isWeakened(cli, "headgate.yaml:3:27", "is turned off");
    assertThat(cli.out()).contains("[" + RULE + "]");
  }

  @Test
  void aPolicyThatIsMovedIsComparedWithWhereItWas() throws IOException {
    repository.write("policy/kafka.yaml", "version: 1\n").commit();
    repository.write("policy/moved.yaml", OFF);
    delete("policy/kafka.yaml");
    repository.topic("orders", 12, 1);

    Path file = repository.root().resolve("policy/moved.yaml");
    Cli cli = check("--policy", file.toString());

    isWeakened(cli, "policy/moved.yaml:3:27", "is turned off");
    assertThat(cli.out()).contains("[" + RULE + "]");
  }

  @Test
  void aLinkIsNoWayRoundIt() throws IOException {
    repository.write("elsewhere.yaml", OFF).topic("orders", 12, 1);
    delete("headgate.yaml");
    Files.createSymbolicLink(repository.root().resolve("headgate.yaml"), Path.of("elsewhere.yaml"));

    Cli cli = check();

    isWeakened(cli, "headgate.yaml:3:27", "is turned off");
    assertThat(cli.out()).contains("[" + RULE + "]");

    repository.commit();
    repository.write("elsewhere.yaml", "version: 1\nrules:\n  " + RULE + ": error\n");
    isSilent(check());
    delete("headgate.yaml");
    Path outside = Cli.write(temp, "outside.yaml", "version: 1\n");
    Files.createSymbolicLink(repository.root().resolve("headgate.yaml"), outside);
    repository.commit();
    assertRefused(check(), "is a link that leads to no file of that commit");
  }

  @Test
  void aLinkToADirectoryIsNoWayRoundIt() throws IOException {
    repository.write("real/p.yaml", "version: 1\n");
    Files.createSymbolicLink(repository.root().resolve("linked"), Path.of("real"));
    repository.commit();
    repository.write("real/p.yaml", OFF).topic("orders", 12, 1);

    String file = repository.root().resolve("linked/p.yaml").toString();
    isWeakened(check("--policy", file), "linked/p.yaml:3:27", "is turned off");
  }

  @Test
  void aBrokenPolicyOfTheBaseIsToldAsSuch() {
    policy("version: 1\nrules:\n  topic-under-replicatedd: error\n");
    String commit = repository.commit().substring(0, 12);
    policy("version: 1\n");

    Cli cli = check();

    assertRefused(cli, commit + ":./headgate.yaml:3:3");
    assertRefused(
        cli, "In the base '" + commit + "', whose policy judges this change: There is no");
    policy("version: 1\nrules:\n  policy-weakened: {settings: {allow: [waiver]}}\n").commit();
    assertRefused(check(), "There is no 'waiver' that could be allowed.");
    policy("version: 1\nbaseline: gone.yaml\n").commit();
    assertRefused(check(), "whose policy judges this change: There is no baseline 'gone.yaml'");
  }

  @Test
  void aBrokenPolicyOfTheChangeIsAMistake() {
    policy("version: 1\nrule: {}\n");

    assertRefused(check(), "headgate.yaml:2:1");
  }

  @Test
  void theFirstPolicyJudgesItself() throws IOException {
    delete("headgate.yaml");
    repository.commit();
    repository.topic("new", 12, 1);
    policy(OFF);

    Cli cli = check();

    isSilent(cli);
    assertThat(cli.out())
        .contains("The base has no policy; this change brings the one that judged it.");
    assertThat(cli.code()).isZero();
  }

  @Test
  void aPolicyFromElsewhereJudgesAsItIs() {
    Path outside = Cli.write(temp, "outside/policy.yaml", OFF);
    policy("version: 1\nrules:\n  " + RULE + ": error\n").topic("new", 12, 1);

    Cli cli = check("--policy", outside.toString());

    isSilent(cli);
    assertThat(cli.out()).doesNotContain("policy", RULE);
    assertThat(cli.code()).isZero();
  }

  @Test
  void aDirectoryIsABaseLikeARevision() throws IOException {
    Path copy = temp.resolve("copy");
    Cli.writeGoodTopic(copy);
    Cli.write(copy, "headgate.yaml", "version: 1\n");
    policy(OFF).topic("orders", 12, 1);

    Cli cli = in(repository.root(), copy.toString());

    isWeakened(cli, "headgate.yaml:3:27", "is turned off");
    assertThat(cli.out()).contains("[" + RULE + "]");
    delete("headgate.yaml");
    isWeakened(
        in(repository.root(), copy.toString()),
        "../copy/headgate.yaml:1:1",
        "This change takes the policy away");
    Cli.write(copy, "headgate.yaml", "version: 2\n");
    assertRefused(in(repository.root(), copy.toString()), "whose policy judges this change");
  }

  @Test
  void bundlesThatTheChangeDropsAreJudged() {
    policy("version: 1\nbundles:\n- path: prod\n- path: dev\n");
    String topic = "kafka/topics/topic-orders.yaml";
    repository.write("prod/" + topic, GitRepository.topicText("orders", 12, 3));
    repository.write("dev/" + topic, GitRepository.topicText("orders", 12, 3)).commit();
    policy("version: 1\nbundles:\n- path: dev\n- path: test\n");
    repository.write("prod/" + topic, GitRepository.topicText("orders", 12, 1));
    repository.write("test/" + topic, GitRepository.topicText("orders", 12, 1));

    Cli cli = check();

    isWeakened(cli, "headgate.yaml:2:1", "No bundle holds all of 'prod' any more");
    assertThat(cli.out())
        .contains("prod/" + topic + ":3:14: error")
        .contains("test/" + topic + ":3:14: error");
  }

  @Test
  void bundlesThatLeaveSomethingOutAreTold() {
    String topic = "kafka/topics/topic-orders.yaml";
    repository.write("prod/" + topic, GitRepository.topicText("orders", 12, 3)).commit();
    policy("version: 1\nbundles:\n- path: prod\n");

    isWeakened(check(), "headgate.yaml:2:1", "The bundles leave out a file");
    policy("version: 1\nbundles:\n- path: prod\n- path: kafka\n");
    isSilent(check());
  }

  private static void assertRefused(Cli cli, String message) {
    assertThat(cli.err()).contains(message).doesNotContain("itself broke");
    assertThat(cli.out()).isEmpty();
    assertThat(cli.code()).isEqualTo(2);
  }
}
