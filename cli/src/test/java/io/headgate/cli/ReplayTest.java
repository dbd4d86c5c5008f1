package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.cli.ReplayStep.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Replays the history of a landscape, and has {@code headgate check --base} judge each commit: what
 * is new, what is gone, and nothing else.
 */
class ReplayTest {

  private static final Path SCRIPTS = Path.of("src/test/resources/replay");

  @TempDir Path temp;

  /** What results are called, by their fingerprints. */
  private final Map<String, String> names = new HashMap<>();

  @Test
  void judgesEachCommitOfAHistory() throws IOException {
    List<ReplayStep> steps = ReplayStep.in(SCRIPTS);
    GitRepository repository = GitRepository.in(temp.resolve("repo"));
    ReplayHands hands = new ReplayHands(repository);
    List<String> wrong = new ArrayList<>();
    for (ReplayStep step : steps) {
      hands.perform(step);
      for (Judgement judgement : step.judgements()) {
        List<String> said = said(repository, judgement.base());
        compare(step, judgement, said, wrong);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(steps).hasSizeGreaterThan(40);
  }

  @Test
  void theHistoryIsAlwaysTheSame() {
    List<String> heads = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      GitRepository repository = GitRepository.in(temp.resolve(name));
      ReplayHands hands = new ReplayHands(repository);
      ReplayStep.in(SCRIPTS).subList(0, 10).forEach(hands::perform);
      heads.add(hands.head());
    }
    assertThat(heads.get(0)).isEqualTo(heads.get(1));
  }

  private static void compare(
      ReplayStep step, Judgement judgement, List<String> said, List<String> wrong) {
    String where = "\n" + step.place() + " " + step.title() + ", against " + judgement.base();
    List<String> left = new ArrayList<>(said);
    for (String expected : judgement.expected()) {
      if (!left.remove(expected)) {
        wrong.add(where + ": is not said: " + expected);
      }
    }
    for (String more : left) {
      if (!more.startsWith("same ")) {
        wrong.add(where + ": is said: " + more);
      }
    }
  }

  /** What headgate says: new, gone or same, the rule, the resource and the attribute. */
  private List<String> said(GitRepository repository, String base) throws IOException {
    Path json = temp.resolve("report.json");
    Cli cli =
        Cli.run(
            "check",
            repository.root().toString(),
            "--base",
            base,
            "--report",
            "sarif",
            "--report",
            "json=" + json);
    boolean parted = cli.err().contains("part at several commits");
    if (cli.code() > 1 || !(parted || cli.err().isEmpty())) {
      return List.of("exit code " + cli.code() + ": " + cli.err());
    }
    ObjectMapper mapper = new ObjectMapper();
    JsonNode report = mapper.readTree(Files.readString(json));
    boolean several = report.get("bundles").size() > 1;
    for (JsonNode result : report.get("results")) {
      String name =
          result.get("rule").asString()
              + " "
              + result.get("resource").get("kind").asString()
              + " "
              + result.get("resource").get("name").asString().replace("\n", "\\n")
              + (result.has("attribute") ? " " + result.get("attribute").asString() : "");
      names.put(
          result.get("fingerprint").asString(),
          name + (several ? " @" + result.get("bundle").asString() : ""));
    }
    List<String> said = new ArrayList<>();
    if (parted) {
      said.add("told several");
    }
    for (JsonNode result : mapper.readTree(cli.out()).at("/runs/0/results")) {
      String state = result.get("baselineState").asString();
      String print = result.get("partialFingerprints").get("headgate/v1").asString();
      String word = state.equals("unchanged") ? "same" : state.equals("absent") ? "gone" : state;
      said.add(word + " " + names.getOrDefault(print, result.get("ruleId").asString() + " ?"));
    }
    return said;
  }
}
