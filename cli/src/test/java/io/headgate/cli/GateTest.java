package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code headgate gate}: what is run, on what, and what is said of it. */
class GateTest {

  private static final String ORDERS = "kafka/topics/topic-orders.yaml";
  private static final String POLICY = "version: 1\n";

  @TempDir Path temp;
  private Path root;
  private Path applied;
  private String judged = "kafka";

  @BeforeEach
  void aGoodTopic() throws IOException {
    root = Files.createDirectory(temp.resolve("root"));
    applied = temp.resolve("applied");
    Cli.writeGoodTopic(root);
    Cli.write(root, "headgate.yaml", POLICY);
  }

  private List<String> arguments(List<String> options, String... command) {
    List<String> args = new ArrayList<>(List.of("gate", root.resolve(judged).toString()));
    args.addAll(options);
    args.add("--");
    args.addAll(List.of(command));
    return args;
  }

  private Cli gate(List<String> options, String... command) {
    return Cli.run(arguments(options, command).toArray(String[]::new));
  }

  private Cli touch(String... options) {
    return gate(List.of(options), "touch", applied.toString());
  }

  private void isApplied(Cli cli) {
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(applied).exists();
  }

  private void isNotApplied(Cli cli, int code, String why) {
    assertThat(applied).doesNotExist();
    assertThat(cli.err()).contains("headgate: 'touch' was not run: " + why + ".\n");
    assertThat(cli.code()).isEqualTo(code);
  }

  /** Something to do between the judgement and the command: when the report is written. */
  @FunctionalInterface
  private interface Tampering {
    void run() throws IOException;
  }

  private Cli tampered(Tampering tampering, String... options) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    StringWriter report = new StringWriter();
    AtomicBoolean done = new AtomicBoolean();
    PrintWriter out =
        new PrintWriter(report) {
          @Override
          public void write(String text, int from, int length) {
            super.write(text, from, length);
            if (report.toString().contains("The gate is open.") && !done.getAndSet(true)) {
              try {
                tampering.run();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            }
          }
        };
    Terminal terminal = new Terminal(out, Terminal.writer(err), false, false, Map.of());
    int code = Main.run(arguments(List.of(options), "touch", applied.toString()), terminal);
    terminal.flush();
    assertThat(done).as(report.toString()).isTrue();
    return new Cli(code, report.toString(), err.toString(StandardCharsets.UTF_8));
  }

  private void isFound(String difference, Tampering tampering, String... options) {
    Cli cli = tampered(tampering, options);
    assertThat(cli.err()).contains("headgate: " + difference + "\n");
    isNotApplied(cli, 1, "what was judged has changed since");
  }

  @Test
  void anOpenGate() {
    Cli cli = touch();

    isApplied(cli);
    assertThat(cli.out()).contains("The gate is open.");
    assertThat(cli.err())
        .isEqualTo(
            """
            headgate: The gate is open; 'touch' is run.
            headgate: 'touch' ended with exit code 0, on what was judged.
            """);
  }

  @Test
  void aClosedGate() {
    Cli.write(root, ORDERS, GitRepository.topicText("orders", 12, 1));

    Cli cli = touch();

    isNotApplied(cli, 1, "the gate is closed");
    assertThat(cli.out()).contains("[topic-under-replicated]").contains("The gate is closed.");
  }

  @Test
  void aGateThatHearsTheOptionsOfCheck() {
    Cli.write(root, ORDERS, GitRepository.topicText("orders", 12, 1));
    Path lax = Cli.write(temp, "lax.yaml", "version: 1\nrules:\n  topic-under-replicated: off\n");
    judged = "";

    isNotApplied(touch(), 1, "the gate is closed");
    isApplied(touch("--policy", lax.toString()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 42, 255})
  void theExitCodeOfTheCommand(int code) {
    Cli cli = gate(List.of(), "sh", "-c", "exit " + code);

    assertThat(cli.code()).isEqualTo(code);
    assertThat(cli.err())
        .endsWith("headgate: 'sh' ended with exit code " + code + ", on what was judged.\n");
  }

  @Test
  void aCommandThatIsKilled() {
    assertThat(gate(List.of(), "sh", "-c", "kill -KILL $$").code()).isEqualTo(137);
  }

  @Test
  void noShellLooksAtTheArguments() {
    Path odd = temp.resolve("a b; $(x) * '");

    Cli cli = gate(List.of(), "touch", odd.toString(), "--", temp.resolve("--policy").toString());

    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(odd).exists();
    assertThat(temp.resolve("--policy")).exists();
    assertThat(cli.err()).doesNotContain("a b;");
  }

  @Test
  void theCommandHasTheStandardInputOfHeadgate() throws IOException, InterruptedException {
    List<String> args = new ArrayList<>(java(arguments(List.of(), "cat")));
    Process process = new ProcessBuilder(args).start();
    try (var in = process.getOutputStream()) {
      in.write("from outside\n".getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(out).endsWith("The gate is open.\nfrom outside\n");
  }

  @Test
  void changedBetween() {
    isFound("changed: " + ORDERS, () -> Files.writeString(root.resolve(ORDERS), "name: x\n"));
  }

  @Test
  void changedAndLeftAsLargeAndAsOldAsItWas() {
    Path file = root.resolve(ORDERS);
    isFound(
        "changed: " + ORDERS,
        () -> {
          var time = Files.getLastModifiedTime(file);
          Files.writeString(file, Files.readString(file).replace("12", "13"));
          Files.setLastModifiedTime(file, time);
        });
  }

  @Test
  void addedBetween() {
    isFound(
        "added: kafka/topics/topic-b.yaml",
        () -> Cli.write(root, "kafka/topics/topic-b.yaml", "name: b\n"));
  }

  @Test
  void removedBetween() {
    Cli.write(root, "kafka/topics/topic-b.yaml", GitRepository.topicText("b", 3, 3));
    isFound(
        "removed: kafka/topics/topic-b.yaml",
        () -> Files.delete(root.resolve("kafka/topics/topic-b.yaml")));
  }

  @Test
  void renamedBetween() {
    isFound(
        "renamed: " + ORDERS + " is now kafka/topics/topic-b.yaml",
        () -> Files.move(root.resolve(ORDERS), root.resolve("kafka/topics/topic-b.yaml")));
  }

  @Test
  void aLinkThatLeadsElsewhereBetween() throws IOException {
    Cli.write(root, "shared/a.txt", GitRepository.topicText("linked", 3, 3));
    Cli.write(root, "shared/b.txt", GitRepository.topicText("linked", 4, 3));
    Path link = root.resolve("kafka/topics/topic-linked.yaml");
    Files.createSymbolicLink(link, root.resolve("shared/a.txt"));
    isFound(
        "changed: kafka/topics/topic-linked.yaml",
        () -> {
          Files.delete(link);
          Files.createSymbolicLink(link, root.resolve("shared/b.txt"));
        });
  }

  @Test
  void aDirectoryThatBecomesALinkBetween() {
    isFound(
        "removed: " + ORDERS,
        () -> {
          Files.move(root.resolve("kafka/topics"), temp.resolve("topics"));
          Files.createSymbolicLink(root.resolve("kafka/topics"), temp.resolve("topics"));
        });
  }

  @Test
  void thePolicyChangedBetween() {
    isFound(
        "changed: the policy headgate.yaml",
        () -> Cli.write(root, "headgate.yaml", POLICY + "# other\n"));
    isFound("removed: the policy headgate.yaml", () -> Files.delete(root.resolve("headgate.yaml")));
  }

  @Test
  void aPolicyThatComesNearerBetween() throws IOException {
    isFound(
        "removed: the policy headgate.yaml",
        () -> Cli.write(root, "kafka/headgate.yaml", POLICY + "# nearer\n"));
    Files.delete(root.resolve("kafka/headgate.yaml"));
    Files.delete(root.resolve("headgate.yaml"));
    judged = "";
    Cli cli = tampered(() -> Cli.write(temp, "headgate.yaml", POLICY));
    assertThat(cli.err()).contains("headgate: added: the policy ../headgate.yaml\n");
    isNotApplied(cli, 1, "what was judged has changed since");
  }

  @Test
  void theBaselineAndTheWaiversChangedBetween() {
    Cli.write(root, "headgate.yaml", POLICY + "baseline: known.yaml\nwaivers: waived.yaml\n");
    Cli.write(root, "known.yaml", "version: 1\nknown: []\n");
    Cli.write(root, "waived.yaml", "version: 1\n");
    isFound(
        "changed: the baseline known.yaml",
        () -> Cli.write(root, "known.yaml", "version: 1\nknown: []\n#\n"));
    isFound(
        "changed: the waivers waived.yaml",
        () -> Cli.write(root, "waived.yaml", "version: 1\n#\n"));
    isApplied(touch());
  }

  @Test
  void theBaseChangedBetween() {
    Path before = temp.resolve("before");
    Cli.writeGoodTopic(before);
    String base = before.resolve("kafka").toString();
    isFound(
        "changed: the base ../before/kafka",
        () -> Files.writeString(before.resolve(ORDERS), "name: orders\n"),
        "--base",
        base);
  }

  @Test
  void thePolicyOfTheBaseJudges() {
    GitRepository repository = GitRepository.in(root);
    repository.commit();
    Cli.write(root, "headgate.yaml", POLICY + "# of the change\n");
    isFound(
        "changed: the policy headgate.yaml",
        () -> Cli.write(root, "headgate.yaml", POLICY + "# other\n"),
        "--base",
        "HEAD");
    isApplied(touch("--base", "HEAD"));
  }

  @Test
  void thePolicyOfABaseThatIsADirectoryChangedBetween() {
    Path before = temp.resolve("before");
    Cli.writeGoodTopic(before);
    Cli.write(before, "headgate.yaml", POLICY + "# before\n");
    judged = "";
    isFound(
        "changed: the base-policy headgate.yaml",
        () -> Cli.write(before, "headgate.yaml", POLICY + "# other\n"),
        "--base",
        before.toString());
    isApplied(touch("--base", before.toString()));
  }

  @Test
  void aModuleOfTerraformChangedBetween() {
    Cli.write(root, "kafka/main.tf", "module \"m\" {\n  source = \"../modules/m\"\n}\n");
    Cli.write(root, "modules/m/main.tf", "variable \"a\" {}\n");
    isFound("changed: modules/m/main.tf", () -> Cli.write(root, "modules/m/main.tf", "# other\n"));
    isFound("added: modules/m/more.tf", () -> Cli.write(root, "modules/m/more.tf", "# other\n"));
  }

  @Test
  void changedByTheCommand() {
    Path permit = temp.resolve("permit");
    Cli cli =
        gate(
            List.of("--permit", permit.toString()),
            "sh",
            "-c",
            "echo '#' >> '" + root.resolve(ORDERS) + "'; exit 7");

    assertThat(cli.code()).isEqualTo(4);
    assertThat(cli.err())
        .contains("headgate: changed: " + ORDERS + "\n")
        .endsWith(
            "headgate: 'sh' ended with exit code 7, but what was judged changed while it ran: what"
                + " it applied may not be what was judged.\n");
    assertThat(permit).doesNotExist();
  }

  @Test
  void goneBecauseOfTheCommand() {
    Cli cli = gate(List.of(), "rm", "-r", root.resolve("kafka").toString());
    assertThat(cli.code()).isEqualTo(4);
    assertThat(cli.err()).contains("may not be what was judged.");
  }

  @Test
  void noCommand() {
    String kafka = root.resolve("kafka").toString();
    for (Cli cli : List.of(Cli.run("gate", kafka), Cli.run("gate", kafka, "--"))) {
      assertThat(cli.code()).isEqualTo(2);
      assertThat(cli.out()).isEmpty();
      assertThat(cli.err()).contains("There is no command to run behind the gate.");
    }
  }

  @Test
  void aCommandThatIsNotThere() throws IOException {
    Cli cli = gate(List.of(), "no-such-tool");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.out()).as("nothing is judged").isEmpty();
    assertThat(cli.err()).contains("There is no program 'no-such-tool' on the PATH.");

    Path file = Files.writeString(temp.resolve("plain"), "x");
    assertThat(gate(List.of(), file.toString()).err()).contains("that could be run");

    assertThat(file.toFile().setExecutable(true)).isTrue();
    Files.writeString(file, "#!/no/such/interpreter\n");
    Path permit = temp.resolve("permit");
    Cli broken = gate(List.of("--permit", permit.toString()), file.toString());
    assertThat(permit).doesNotExist();
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err())
        .contains("was not run: it could not be started.")
        .contains("cannot be started");
  }

  @Test
  void nothingIsRunWhereSomethingIsWrong() {
    isNotApplied(touch("--environment", "nowhere", "--fail-on", "x"), 2, "there is no verdict");
    isNotApplied(touch("--staged"), 2, "there is no verdict");
    assertThat(touch("--staged").err()).contains("takes what lies on the disk; leave it out.");
    Cli.write(root, "headgate.yaml", "version: 1\nnonsense: 1\n");
    isNotApplied(touch(), 2, "there is no verdict");
  }

  @Test
  void whatCannotBeHashedIsNotApplied() {
    Cli.write(root, "kafka/a\\b.yaml", "other: 1\n");

    Cli cli = touch();

    assertThat(cli.out()).contains("The gate is open.");
    isNotApplied(cli, 2, "headgate cannot vouch for it");
    assertThat(cli.err()).contains("The file 'kafka/a\\b.yaml' cannot be part of a digest.");
  }

  @Test
  void aPermitThatCannotBeWritten() throws IOException {
    isNotApplied(touch("--permit", temp.resolve("no/permit").toString()), 2, "there is no verdict");
    Path other = Files.writeString(temp.resolve("precious"), "precious");
    Cli cli = touch("--permit", other.toString());
    isNotApplied(cli, 2, "there is no verdict");
    assertThat(cli.err()).contains("is no permit, so it is not replaced by one");
    assertThat(other).hasContent("precious");
    Cli inside = touch("--permit", root.resolve("kafka/permit.json").toString());
    isNotApplied(inside, 2, "there is no verdict");
    assertThat(inside.err()).contains("would lie among the files that are judged");
    assertThat(root.resolve("kafka")).isDirectoryNotContaining("glob:**permit*");
  }

  @Test
  void aPermitThatFailsLate() throws IOException {
    Path directory = Files.createDirectory(temp.resolve("permits"));
    Path permit = directory.resolve("permit");
    Cli cli = tampered(() -> Files.delete(directory), "--permit", permit.toString());
    isNotApplied(cli, 2, "headgate cannot vouch for it");
    assertThat(cli.err()).contains("The permit '" + permit + "' cannot be written");
  }

  @Test
  void aPermitOutlivesNoLaterRun() {
    Path permit = temp.resolve("permit");
    String[] options = {"--permit", permit.toString()};
    isApplied(touch(options));
    assertThat(permit).exists();

    assertThat(tampered(() -> Cli.write(root, ORDERS, "name: x\n"), options).code()).isEqualTo(1);
    assertThat(permit).doesNotExist();

    Cli.writeGoodTopic(root);
    assertThat(touch(options).code()).isZero();
    Cli.write(root, ORDERS, GitRepository.topicText("orders", 12, 1));
    Cli cli = touch(options);
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err()).contains("No permit is written, for the gate is not open.");
    assertThat(permit).doesNotExist();
  }

  private static List<String> java(List<String> args) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.headgate.cli.Main"));
    words.addAll(args);
    return words;
  }

  /**
   * A command that hears a signal even where the tests themselves ignore it, as what nohup or a
   * shell starts in the background does: programs hand that on, and cannot undo it.
   */
  private static List<String> hearing(String signal, List<String> command)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("env", "--default-signal=" + signal));
    Process trial = new ProcessBuilder("env", words.get(1), "true").start();
    if (trial.waitFor() != 0) {
      return command; // Not the env of GNU.
    }
    words.addAll(command);
    return words;
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void signalsArePassedOn(String signal) throws IOException, InterruptedException {
    Path ready = temp.resolve("ready");
    String script =
        "trap 'sleep 0.3; echo heard > "
            + applied
            + "; exit 9' "
            + signal
            + "; touch "
            + ready
            + "; while :; do sleep 0.05; done";
    Process process =
        new ProcessBuilder(hearing(signal, java(arguments(List.of(), "sh", "-c", script))))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(temp.resolve("err").toFile())
            .start();
    try {
      while (process.isAlive() && !Files.exists(ready)) {
        Thread.sleep(20);
      }
      assertThat(process.isAlive()).isTrue();
      Process kill =
          new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).start();
      assertThat(kill.waitFor()).isZero();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(9);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(applied).hasContent("heard");
    assertThat(temp.resolve("err")).content().contains("ended with exit code 9, on what was");
  }
}
