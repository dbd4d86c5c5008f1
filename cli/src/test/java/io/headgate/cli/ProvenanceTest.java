package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a SARIF log says of the repository that was judged. */
class ProvenanceTest {

  @TempDir Path temp;
  private GitRepository repository;
  private String commit = "";

  @BeforeEach
  void aRepositoryWithATopic() {
    repository = GitRepository.in(temp.resolve("repo")).topic("orders", 12, 3);
    repository.write("env/prod/kafka/topics/topic-a.yaml", GitRepository.topicText("a", 12, 3));
    commit = repository.commit();
    repository.git("remote", "add", "origin", "https://ci:s3cr3t@example.org/team/landscape.git");
  }

  private static JsonNode provenance(Path directory, String... words) {
    String[] args = new String[words.length + 4];
    System.arraycopy(words, 0, args, 4, words.length);
    args[0] = "check";
    args[1] = directory.toString();
    args[2] = "--report";
    args[3] = "sarif";
    Cli cli = Cli.run(args);
    assertThat(cli.out()).doesNotContain("s3cr3t");
    return JsonMapper.shared().readTree(cli.out()).at("/runs/0/versionControlProvenance");
  }

  @Test
  void aCommitIsNamed() {
    JsonNode details = provenance(repository.root()).get(0);
    assertThat(details.get("repositoryUri").stringValue())
        .isEqualTo("https://example.org/team/landscape.git");
    assertThat(details.get("revisionId").stringValue()).isEqualTo(commit);
    assertThat(details.get("branch").stringValue()).isEqualTo("main");
    assertThat(details.at("/mappedTo/uriBaseId").stringValue()).isEqualTo("SRCROOT");
    assertThat(details.get("mappedTo").has("uri")).isFalse();
  }

  @Test
  void ofADirectoryOfARepositoryTheWayToItsTopIsSaid() {
    JsonNode details = provenance(repository.root().resolve("env/prod")).get(0);
    assertThat(details.at("/mappedTo/uri").stringValue()).isEqualTo("../../");
    assertThat(details.get("revisionId").stringValue()).isEqualTo(commit);
  }

  @Test
  void whatIsNoCommitNamesNone() {
    repository.git("checkout", "-q", "--detach");
    repository.topic("orders", 24, 3);
    JsonNode details = provenance(repository.root()).get(0);
    assertThat(details.has("revisionId")).isFalse();
    assertThat(details.has("branch")).isFalse();
    assertThat(provenance(repository.root().resolve("env/prod")).get(0).has("revisionId")).isTrue();
    repository.git("checkout", "-q", ".");
    assertThat(provenance(repository.root()).get(0).has("revisionId")).isTrue();
    repository.topic("more", 12, 3);
    assertThat(provenance(repository.root()).get(0).has("revisionId")).isFalse();
    repository.git("add", "-A");
    assertThat(provenance(repository.root(), "--staged").get(0).has("revisionId")).isFalse();
  }

  @Test
  void whatNobodyElseCanFindIsNotNamed() {
    repository.git("remote", "set-url", "origin", "/srv/git/landscape.git");
    assertThat(provenance(repository.root()).isMissingNode()).isTrue();
    Cli.write(temp, "plain/kafka/topics/topic-a.yaml", GitRepository.topicText("a", 12, 3));
    assertThat(provenance(temp.resolve("plain")).isMissingNode()).isTrue();
  }
}
