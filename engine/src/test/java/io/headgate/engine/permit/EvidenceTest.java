package io.headgate.engine.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.engine.error.UserError;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.permit.Evidence.Input;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is hashed, and how. */
class EvidenceTest {

  @TempDir Path root;

  private static Evidence files(String... pathsAndDigests) {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < pathsAndDigests.length; i += 2) {
      files.put(pathsAndDigests[i], pathsAndDigests[i + 1]);
    }
    return new Evidence(new TreeMap<>(files), new TreeSet<>(), List.of());
  }

  /** The example in the specification of in-toto's DigestSet. */
  @Test
  void dirHashIsThatOfTheSpecification() {
    String module = "github.com/marklodato/go-hello-world@v0.0.1/";
    assertThat(
            Evidence.dirHash(
                Map.of(
                    module + "README.md",
                    "3a137eef6458bfb76bb2c63fc29ffc7166604d2d2e09ed9d8250a534122a8364",
                    module + "go.mod",
                    "28e7c942a036902d981759d0bf5704d2bfc7cb500caf68b84711b234af01c6a5",
                    module + "main.go",
                    "ddc4da627d9a9f45fb29641a1b185d6f53287ecfd921aacbf4fe54b7a86fe8d1")))
        .isEqualTo("2a1bb6127fb481c60f67692e22285fb306f3c6ffe62075e0ccf674d7c3adcb8f");
  }

  /** As `find | LC_ALL=C sort | xargs sha256sum | sha256sum` says, which was asked for this. */
  @Test
  void namesOfOtherAlphabetsAreSortedByTheirBytes() throws IOException {
    for (String name : List.of("a b.yaml", "Ä.yaml", "\uFF5E.yaml", "\uD83D\uDE00.yaml")) {
      Files.writeString(root.resolve(name), name);
    }
    HashedFiles files = new HashedFiles(new DiskFiles(root, List.of(root)));
    assertThat(files.list()).hasSize(4);

    assertThat(Evidence.dirHash(files.digests())).isEqualTo(bySha256sum());
  }

  private String bySha256sum() throws IOException {
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sed 's| \\./| |'"
                    + " | sha256sum | cut -c 1-64")
            .directory(root.toFile())
            .start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(said).hasSize(64);
    return said;
  }

  @Test
  void hashesAllOfAFileHoweverLittleIsWanted() throws IOException {
    Files.writeString(root.resolve("a.yaml"), "x".repeat(200_000));
    DiskFiles disk = new DiskFiles(root, List.of(root));
    HashedFiles some = new HashedFiles(disk);
    HashedFiles all = new HashedFiles(disk);
    HashedFiles none = new HashedFiles(disk);
    none.list();

    assertThat(some.read("a.yaml", 10)).hasSize(10);
    assertThat(all.read("a.yaml", 1_000_000)).hasSize(200_000);

    assertThat(some.digests()).isEqualTo(all.digests()).isEqualTo(none.digests()).hasSize(1);
    assertThat(some.unsteady()).isEmpty();
  }

  @Test
  void tellsWhatIsNotTheSameEachTime() throws IOException {
    Path file = Files.writeString(root.resolve("a.yaml"), "x");
    HashedFiles files = new HashedFiles(new DiskFiles(root, List.of(root)));
    byte[] unused = files.read("a.yaml", 10);
    Files.writeString(file, "y");
    byte[] again = files.read("a.yaml", 10);

    assertThat(again).isNotEqualTo(unused);
    assertThat(files.unsteady()).containsExactly("a.yaml");
  }

  @Test
  void namesThatToolsWriteDifferentlyAreRefused() throws IOException {
    for (String name : List.of("a\nb.yaml", "a\\b.yaml")) {
      Path file = Files.writeString(root.resolve(name), "x");
      HashedFiles files = new HashedFiles(new DiskFiles(root, List.of(root)));
      assertThat(files.list()).extracting("path").containsExactly(name);
      assertThatThrownBy(files::digests)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("backslash or a control character");
      Files.delete(file);
    }
  }

  @Test
  void differences() {
    Evidence judged = files("a", "1", "b", "2", "c", "3", "d", "4");
    assertThat(Differences.between(judged, judged)).isEmpty();
    assertThat(Differences.between(judged, files("a", "1", "b", "9", "x/c", "3", "e", "5")))
        .containsExactly("changed: b", "added: e", "renamed: c is now x/c", "removed: d");
  }

  @Test
  void differencesOfWhatElseDecides() {
    Input policy = new Input("policy", "headgate.yaml", "sha256", "1");
    Input moved = new Input("policy", "../headgate.yaml", "sha256", "1");
    Input other = new Input("policy", "headgate.yaml", "sha256", "2");
    Input pack = new Input("pack", "a@1", "sha256", "3");

    assertThat(between(List.of(policy), List.of(moved))).isEmpty();
    assertThat(between(List.of(policy), List.of(other)))
        .containsExactly("changed: the policy headgate.yaml");
    assertThat(between(List.of(policy), List.of(pack)))
        .containsExactly("removed: the policy headgate.yaml", "added: the pack a@1");
  }

  private static List<String> between(List<Input> judged, List<Input> now) {
    return Differences.between(
        new Evidence(new TreeMap<>(), new TreeSet<>(), judged),
        new Evidence(new TreeMap<>(), new TreeSet<>(), now));
  }
}
