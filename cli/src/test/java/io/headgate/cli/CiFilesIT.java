package io.headgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.cli.CiFiles.Script;
import io.headgate.cli.Installation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of ci/ do what docs/ci.md says of them, in a repository with a merge request. */
class CiFilesIT {

  /** Of all tests together: the archive for fast starts is made once. */
  @TempDir static Path cache;

  @TempDir Path temp;
  private Map<String, String> environment = Map.of();
  private GitRepository repository = new GitRepository(Path.of(""));
  private Path runner = Path.of("");

  @BeforeEach
  void aMergeRequestAndHeadgateOnThePath() throws IOException {
    Path bin = CiFiles.headgate(temp.resolve("bin"));
    runner = Files.createDirectory(temp.resolve("runner temp"));
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PATH", bin + ":" + System.getenv("PATH"));
    variables.put("HEADGATE_JAVA", System.getProperty("java.home"));
    variables.put("HEADGATE_ARCHIVE", "on");
    variables.put("XDG_CACHE_HOME", cache.toString());
    variables.put("TMPDIR", temp.toString());
    variables.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment = variables;
    // What was there before is bad as well, and closes no gate.
    repository = GitRepository.in(temp.resolve("repo")).topic("old", 12, 1);
    repository.commit();
  }

  /** The change, merged with the target branch as GitHub does it; returns that commit. */
  private String merged(int replication) {
    repository.git("checkout", "-q", "-b", "change");
    repository.topic("new", 12, replication).commit();
    repository.git("checkout", "-q", "--detach", "main");
    repository.git("merge", "-q", "--no-ff", "-m", "merged", "change");
    return repository.git("rev-parse", "HEAD").strip();
  }

  private Outcome last(List<Outcome> outcomes) {
    return outcomes.get(outcomes.size() - 1);
  }

  private List<Outcome> action(String commit, Map<String, String> inputs)
      throws IOException, InterruptedException {
    Map<String, String> variables = new LinkedHashMap<>(environment);
    variables.put("GITHUB_BASE_REF", "main");
    variables.put("GITHUB_SHA", commit);
    return CiFiles.runAction(repository.root(), runner, variables, inputs);
  }

  @Test
  void theActionTellsWhatAPullRequestBringsAndClosesTheGateAtItsEnd()
      throws IOException, InterruptedException {
    String commit = merged(1);

    List<Outcome> steps = action(commit, Map.of());

    assertThat(steps).extracting(Outcome::code).containsExactly(0, 0, 1);
    assertThat(steps.get(1).out())
        .contains("::error file=kafka/topics/topic-new.yaml,line=3,")
        .doesNotContain("topic-old.yaml");
    assertThat(runner.resolve("headgate.sarif"))
        .content()
        .contains("kafka/topics/topic-new.yaml", "kafka/topics/topic-old.yaml");
    assertThat(runner.resolve("summary")).content().contains("the gate is closed", "topic-new");
    assertThat(runner.resolve("output"))
        .content()
        .isEqualTo("code=1\nverdict=closed\nsarif=" + runner.resolve("headgate.sarif") + "\n");
    assertThat(last(action(commit, Map.of("fail", "false"))).code()).isZero();
  }

  @Test
  void theActionLetsAGoodChangePassAndJudgesAllWithoutABase()
      throws IOException, InterruptedException {
    String commit = merged(3);

    assertThat(action(commit, Map.of())).extracting(Outcome::code).containsExactly(0, 0, 0);
    assertThat(action(commit, Map.of("base", "none", "path", "\n kafka\n".replace(" ", ""))))
        .extracting(Outcome::code)
        .containsExactly(0, 0, 1);
  }

  @Test
  void theActionNeverPassesWhatItCouldNotJudge() throws IOException, InterruptedException {
    merged(3);
    // As with a clone of one commit: neither the parents nor the target branch are there.
    Path clone = temp.resolve("clone");
    repository.git("clone", "-q", "--depth", "1", "file://" + repository.root(), clone.toString());
    repository = new GitRepository(clone);
    String head = repository.git("rev-parse", "HEAD").strip();
    repository.git("update-ref", "-d", "refs/remotes/origin/main");

    List<Outcome> steps = action(head, Map.of("fail", "false"));

    assertThat(steps).extracting(Outcome::code).containsExactly(0, 0, 2);
    assertThat(steps.get(1).err()).contains("fetch-depth: 0");
    assertThat(runner.resolve("headgate.sarif")).doesNotExist();
    assertThat(last(action(head, Map.of("version", "another"))).code()).isEqualTo(2);
  }

  @Test
  void theActionTakesAnArchiveOnlyWithItsDigest() throws IOException, InterruptedException {
    Path archive = archive();
    environment.put("PATH", Objects.requireNonNull(System.getenv("PATH")));
    String commit = merged(3);
    String url = archive.toUri().toString();

    assertThat(action(commit, Map.of("url", url, "sha256", sha256(archive))))
        .extracting(Outcome::code)
        .containsExactly(0, 0, 0);
    for (String wrong : List.of("", "0".repeat(64), "nonsense")) {
      List<Outcome> steps = action(commit, Map.of("url", url, "sha256", wrong));
      assertThat(steps).as(wrong).hasSize(2);
      assertThat(last(steps).code()).isEqualTo(2);
    }
  }

  /** An archive as of the distribution, but with the one of this build in it by its path. */
  private Path archive() throws IOException, InterruptedException {
    CiFiles.headgate(temp.resolve("archive/headgate"));
    Outcome tar =
        CiFiles.run(
            temp.resolve("archive"), Map.of(), "tar", "-czf", "../archive.tar.gz", "headgate");
    assertThat(tar.code()).as(tar.err()).isZero();
    return temp.resolve("archive.tar.gz");
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private Outcome script(String script, Map<String, String> variables)
      throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(variables);
    Path file = Files.writeString(temp.resolve("job.sh"), script);
    return CiFiles.run(repository.root(), all, "sh", "-e", file.toString());
  }

  private Outcome gitlab(String job, Map<String, String> variables)
      throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(CiFiles.gitlabVariables());
    all.putAll(variables);
    return script(CiFiles.gitlabScript(job), all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CI_MERGE_REQUEST_DIFF_BASE_SHA", "CI_MERGE_REQUEST_TARGET_BRANCH_SHA"})
  void theReportOfGitlabSucceedsAndTheVerdictDecides(String variable)
      throws IOException, InterruptedException {
    String base = repository.git("rev-parse", "main").strip();
    merged(1);
    Path archive = archive();
    Map<String, String> variables = new LinkedHashMap<>(Map.of(variable, base));
    variables.put("HEADGATE_URL", archive.toUri().toString());
    variables.put("HEADGATE_SHA256", sha256(archive));

    Outcome report = gitlab("headgate-report", variables);

    assertThat(report.code()).as(report.err()).isZero();
    assertThat(report.out()).contains("topic-new.yaml:3:14: error").doesNotContain("topic-old");
    // The widget compares it with the report of the target branch.
    assertThat(repository.root().resolve("gl-code-quality-report.json"))
        .content()
        .contains("kafka/topics/topic-new.yaml", "kafka/topics/topic-old.yaml");
    assertThat(repository.root().resolve("gl-sarif-report.json")).isNotEmptyFile();
    assertThat(repository.root().resolve("headgate.md")).isNotEmptyFile();
    Outcome verdict = gitlab("headgate-verdict", Map.of());
    assertThat(verdict.out()).contains("The gate is closed");
    assertThat(verdict.code()).isEqualTo(1);

    variables.put("HEADGATE_SHA256", "0".repeat(64));
    assertThat(gitlab("headgate-report", variables).code()).isNotZero();
  }

  @Test
  void theReportOfGitlabFailsWhereNothingCouldBeJudged() throws IOException, InterruptedException {
    merged(3);
    Outcome unknown =
        gitlab("headgate-report", Map.of("CI_MERGE_REQUEST_DIFF_BASE_SHA", "0".repeat(40)));
    assertThat(unknown.code()).isEqualTo(2);

    Outcome good =
        gitlab("headgate-report", Map.of("CI_MERGE_REQUEST_DIFF_BASE_SHA", "refs/heads/main"));
    assertThat(good.code()).as(good.err()).isZero();
    assertThat(gitlab("headgate-verdict", Map.of()).code()).isZero();
  }

  /** What a job leaves behind for the next one has to be what its artifacts name. */
  @Test
  void gitlabKeepsWhatItsVerdictReads() throws IOException {
    Map<?, ?> file = CiFiles.yaml("gitlab/headgate.gitlab-ci.yml");
    assertThat(
            CiFiles.list(file, "headgate-report", "artifacts", "paths").contains("headgate.code"))
        .isTrue();
    assertThat(CiFiles.at(file, "headgate-report", "artifacts", "reports", "codequality"))
        .isEqualTo("gl-code-quality-report.json");
    assertThat(CiFiles.list(file, "headgate-verdict", "needs").contains("headgate-report"))
        .isTrue();
  }

  @Test
  void jenkinsJudgesAndThenDecides() throws IOException, InterruptedException {
    merged(1);
    repository.git("update-ref", "refs/remotes/origin/main", "main");
    List<String> scripts = CiFiles.jenkinsScripts();
    assertThat(scripts).hasSize(2);
    Path archive = archive();
    Map<String, String> variables = new LinkedHashMap<>(Map.of("CHANGE_TARGET", "main"));
    variables.put("HEADGATE_PATH", ".");
    variables.put("HEADGATE_URL", archive.toUri().toString());
    variables.put("HEADGATE_SHA256", sha256(archive));
    variables.put("WORKSPACE_TMP", runner.toString());

    Outcome judged = script(scripts.get(0), variables);

    assertThat(judged.code()).as(judged.err()).isZero();
    assertThat(judged.out()).contains("topic-new.yaml:3:14: error").doesNotContain("topic-old");
    assertThat(repository.root().resolve("headgate.sarif")).isNotEmptyFile();
    assertThat(script(scripts.get(1), Map.of()).code()).isEqualTo(1);
    assertThat(CiFiles.text("jenkins/Jenkinsfile")).contains("pattern: 'headgate.sarif'");

    variables.put("CHANGE_TARGET", "gone");
    variables.remove("HEADGATE_URL");
    script(scripts.get(0), variables);
    assertThat(script(scripts.get(1), Map.of()).code()).isEqualTo(2);
    variables.put("HEADGATE_URL", archive.toUri().toString());
    variables.put("HEADGATE_SHA256", "0".repeat(64));
    assertThat(script(scripts.get(0), variables).code()).isNotZero();
  }

  private static String strimzi(String name, int replicas) {
    return """
    apiVersion: kafka.strimzi.io/v1
    kind: KafkaTopic
    metadata:
      name: %s
      labels: {strimzi.io/cluster: main}
    spec:
      partitions: 12
      replicas: %d
      config:
        min.insync.replicas: %d
        retention.ms: 604800000
    """
        .formatted(name, replicas, Math.min(replicas, 2));
  }

  private Outcome generate(Path where, Map<String, String> variables, String... program)
      throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.put("HEADGATE_OPTIONS", "--strict-inputs");
    all.putAll(variables);
    List<String> command = new java.util.ArrayList<>();
    command.add(CiFiles.CI.resolve("argocd/generate").toString());
    command.addAll(List.of(program));
    return CiFiles.run(where, all, command.toArray(String[]::new));
  }

  @Test
  void argoIsGivenTheManifestsOrNothing() throws IOException, InterruptedException {
    Path root = temp.resolve("apps");
    Path app = root.resolve("payments");
    String first = strimzi("payments.in", 3).strip();
    String second = strimzi("payments.out", 3);
    Cli.write(app, "a b.yaml", first);
    Cli.write(app, "more/b.yml", second);
    Cli.write(root, "headgate.yaml", "version: 1\n");
    Cli.write(app, "headgate-waivers.yaml", "version: 1\nwaivers: []\n");

    Outcome open = generate(app, Map.of());
    assertThat(open.code()).as(open.err()).isZero();
    assertThat(open.out()).isEqualTo("---\n" + first + "\n---\n" + second);
    assertThat(open.err()).contains("The gate is open.");

    Outcome rendered = generate(app, Map.of(), "cat", "more/b.yml");
    assertThat(rendered.out()).isEqualTo(second);
    assertThat(generate(app, Map.of(), "false")).extracting(Outcome::out).isEqualTo("");
    assertThat(generate(app, Map.of(), "false").code()).isNotZero();

    // Another application of the same root closes it as well, if all of it is asked for.
    Cli.write(root, "orders/c.yaml", strimzi("orders.bad", 1));
    assertThat(generate(app, Map.of()).code()).isZero();
    Outcome closed = generate(app, Map.of("PARAM_ROOT", ".."));
    assertThat(closed.out()).isEmpty();
    assertThat(closed.err()).contains("orders/c.yaml:8:13: error", "nothing is synced");
    assertThat(closed.code()).isEqualTo(1);
    Outcome badRendering = generate(app, Map.of(), "cat", "../orders/c.yaml");
    assertThat(badRendering.out()).isEmpty();
    assertThat(badRendering.code()).isEqualTo(1);
  }

  @Test
  void argoCannotBeLedElsewhere() throws IOException, InterruptedException {
    Path root = temp.resolve("apps");
    Cli.write(root, "bad/a.yaml", strimzi("bad", 1));
    Cli.write(root, "good/a.yaml", strimzi("good", 3));
    Path bad = root.resolve("bad");

    for (String elsewhere :
        List.of("../good", root.resolve("good").toString(), "nowhere", "more")) {
      Outcome outcome = generate(bad, Map.of("PARAM_ROOT", elsewhere));
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.code()).as(elsewhere).isEqualTo(2);
    }
    Outcome options = generate(bad, Map.of("ARGOCD_ENV_HEADGATE_OPTIONS", "--fail-on=none"));
    assertThat(options.code()).isEqualTo(1);
  }

  static List<Script> scripts() throws IOException {
    return CiFiles.scripts();
  }

  /** Text that others choose would become a part of the script. */
  @ParameterizedTest
  @MethodSource("scripts")
  void noScriptHasAnExpressionInIt(Script script) {
    assertThat(script.text()).doesNotContain("${{").doesNotContain("$[[");
  }

  @Test
  void linters() throws IOException, InterruptedException {
    Path home = CiFiles.CI;
    for (Script script : CiFiles.scripts()) {
      Path file = Files.writeString(temp.resolve("script"), script.text());
      lint(home, script.name(), "shellcheck", "-s", script.shell(), file.toString());
    }
    lint(home, "the workflow", "actionlint", "github/headgate.yml");
    lint(home, "the action", "zizmor", "--offline", "--no-progress", "github");
    String rules =
        "{extends: default, rules: {line-length: {max: 140}, document-start: disable,"
            + " truthy: disable, octal-values: disable, comments: {min-spaces-from-content: 1}}}";
    lint(home, "all YAML", "yamllint", "--strict", "-d", rules, ".");
  }

  private void lint(Path where, String what, String... command)
      throws IOException, InterruptedException {
    for (String directory : Objects.requireNonNull(environment.get("PATH")).split(":", -1)) {
      if (Files.isExecutable(Path.of(directory, command[0]))) {
        Outcome outcome = CiFiles.run(where, environment, command);
        assertThat(outcome.code()).as(what + "\n" + outcome.out() + outcome.err()).isZero();
        return;
      }
    }
    System.out.println("CiFilesIT: there is no " + command[0] + " here to look at " + what + ".");
  }

  /** Bytes are what a digest is about: an edit on another system must not change them. */
  @Test
  void theScriptOfArgoCanBeRun() throws IOException {
    assertThat(CiFiles.CI.resolve("argocd/generate")).isExecutable();
    assertThat(new String(Files.readAllBytes(CiFiles.CI.resolve("argocd/generate")), UTF_8))
        .startsWith("#!/bin/sh\n")
        .doesNotContain("\r");
    assertThat(CiFiles.list(CiFiles.yaml("argocd/plugin.yaml"), "spec", "generate", "command"))
        .singleElement()
        .isEqualTo("/home/argocd/cmp-server/config/generate");
  }
}
