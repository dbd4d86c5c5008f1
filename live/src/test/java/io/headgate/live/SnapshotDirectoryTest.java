package io.headgate.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.engine.error.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotDirectoryTest {

  private static final SortedMap<String, String> OLD =
      new TreeMap<>(
          Map.of("kafka/topics/a.yaml", "1", "kafka/topics/b.yaml", "1", "x/y.yaml", "1"));
  private static final SortedMap<String, String> NEW =
      new TreeMap<>(
          Map.of("kafka/topics/a.yaml", "2", "kafka/topics/b.yaml", "1", "z/w.yaml", "2"));

  @TempDir Path root;

  /** As a kill is: nothing is tidied up. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class Steps implements Runnable {
    private int left;

    Steps(int left) {
      this.left = left;
    }

    @Override
    public void run() {
      if (left-- == 0) {
        throw new Killed();
      }
    }
  }

  @Test
  void isOldOrNewOrSaysSoWhereverItIsKilled() throws IOException {
    int kills = 0;
    for (int step = 0; ; step++) {
      Path directory = Files.createDirectory(root.resolve("d" + step));
      new SnapshotDirectory(directory).write(OLD);
      Files.writeString(directory.resolve("mine.txt"), "mine");
      boolean killed = false;
      try {
        new SnapshotDirectory(directory, new Steps(step)).write(NEW);
      } catch (Killed e) {
        killed = true;
        kills++;
      }
      if (!Files.exists(directory.resolve(".headgate-snapshot/journal"))) {
        assertThat(landscape(directory)).isIn(OLD, NEW);
      }
      SnapshotDirectory.Written again = new SnapshotDirectory(directory).write(NEW);
      assertThat(again.files()).isEqualTo(3);
      assertThat(landscape(directory)).as("killed at step %d", step).isEqualTo(NEW);
      assertThat(directory.resolve("x")).doesNotExist();
      assertThat(directory.resolve("mine.txt")).hasContent("mine");
      assertThat(directory.resolve(".headgate-snapshot/journal")).doesNotExist();
      assertThat(directory.resolve(".headgate-snapshot/ready")).doesNotExist();
      if (!killed) {
        break;
      }
    }
    assertThat(kills).isGreaterThan(8);
  }

  @Test
  void goesBackToTheOldStateAfterAKillToo() throws IOException {
    for (int step = 0; step < 12; step++) {
      Path directory = Files.createDirectory(root.resolve("d" + step));
      new SnapshotDirectory(directory).write(OLD);
      int at = step;
      assertThatThrownBy(() -> new SnapshotDirectory(directory, new Steps(at)).write(NEW))
          .isInstanceOf(Killed.class);
      new SnapshotDirectory(directory).write(OLD);
      assertThat(landscape(directory)).isEqualTo(OLD);
    }
  }

  @Test
  void leavesTheFilesOfOthersAlone() throws IOException {
    Files.createDirectories(root.resolve("x"));
    Files.writeString(root.resolve("x/y.yaml"), "somebody's");
    assertThatThrownBy(() -> new SnapshotDirectory(root).write(OLD))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("was not written by a snapshot");
    assertThat(landscape(root)).isEqualTo(Map.of("x/y.yaml", "somebody's"));
  }

  @Test
  void followsNoPathOutOfTheDirectory() throws IOException {
    Path directory = Files.createDirectory(root.resolve("d"));
    Path outside = Files.writeString(root.resolve("outside.txt"), "o");
    Files.createDirectory(directory.resolve(".headgate-snapshot"));
    Files.writeString(
        directory.resolve(".headgate-snapshot/manifest"),
        "headgate snapshot 1\n00  ../outside.txt\n");
    assertThatThrownBy(() -> new SnapshotDirectory(directory).write(OLD))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not as a snapshot writes it");
    assertThat(outside).exists();
  }

  @Test
  void givesWayToAnotherSnapshot() throws IOException {
    new SnapshotDirectory(root).write(OLD);
    try (FileChannel channel =
            FileChannel.open(root.resolve(".headgate-snapshot/lock"), StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> new SnapshotDirectory(root).write(NEW))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("Another snapshot");
    }
    assertThat(landscape(root)).isEqualTo(OLD);
  }

  @Test
  void saysThatItCannotWrite() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");
    assertThatThrownBy(() -> new SnapshotDirectory(file.resolve("below")).write(OLD))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be written to");
  }

  /** Where new files are to be written, old ones are to be removed, or headgate's own lie. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka",
        "kafka/topics",
        "kafka/topics/a.yaml",
        "x",
        "x/y.yaml",
        "z",
        ".headgate-snapshot",
        ".headgate-snapshot/lock",
        ".headgate-snapshot/manifest",
        ".headgate-snapshot/journal.part"
      })
  void goesThroughNoLink(String link) throws IOException {
    Path directory = Files.createDirectory(root.resolve("d"));
    Path outside = root.resolve("outside");
    new SnapshotDirectory(directory).write(OLD);
    Path path = directory.resolve(link);
    Files.createDirectories(outside);
    if (Files.exists(path)) {
      outside = root.resolve("outside/moved");
      Files.move(path, outside);
    }
    Files.createSymbolicLink(path, outside);
    SortedMap<String, String> before = everything(root.resolve("outside"));
    if (link.endsWith(".part")) {
      // It is headgate's own to clear away: the link, not what it leads to.
      new SnapshotDirectory(directory).write(NEW);
      assertThat(landscape(directory)).isEqualTo(NEW);
    } else {
      assertThatThrownBy(() -> new SnapshotDirectory(directory).write(NEW))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("'" + path + "' is a link");
    }
    assertThat(everything(root.resolve("outside"))).isEqualTo(before);
  }

  /** What a run left that was killed, and somebody has put links into it since. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka/topics",
        "x",
        "z",
        ".headgate-snapshot/ready",
        ".headgate-snapshot/ready/z"
      })
  void endsAJournalThroughNoLink(String link) throws IOException {
    Path directory = Files.createDirectory(root.resolve("d"));
    Path outside = Files.createDirectory(root.resolve("outside"));
    new SnapshotDirectory(directory).write(OLD);
    Path journal = directory.resolve(".headgate-snapshot/journal");
    assertThatThrownBy(
            () ->
                new SnapshotDirectory(
                        directory,
                        () -> {
                          if (Files.exists(journal)) {
                            throw new Killed();
                          }
                        })
                    .write(NEW))
        .isInstanceOf(Killed.class);
    Path path = directory.resolve(link);
    if (Files.exists(path)) {
      outside = outside.resolve("moved");
      Files.move(path, outside);
    }
    Files.createSymbolicLink(path, outside);
    SortedMap<String, String> before = everything(root.resolve("outside"));
    assertThatThrownBy(() -> new SnapshotDirectory(directory).write(NEW))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'" + path + "' is a link");
    assertThat(everything(root.resolve("outside"))).isEqualTo(before);
    assertThat(journal).exists();
  }

  @Test
  void saysWhatIsInTheWay() throws IOException {
    new SnapshotDirectory(root).write(OLD);
    Files.writeString(root.resolve("z"), "a file, not a directory");
    SortedMap<String, String> before = everything(root);
    assertThatThrownBy(() -> new SnapshotDirectory(root).write(NEW))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'" + root.resolve("z") + "' is no directory");
    Files.delete(root.resolve("z"));
    Files.delete(root.resolve("x/y.yaml"));
    Files.createDirectory(root.resolve("x/y.yaml"));
    assertThatThrownBy(() -> new SnapshotDirectory(root).write(NEW))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'" + root.resolve("x/y.yaml") + "' is no file");
    Files.delete(root.resolve("x/y.yaml"));
    Files.writeString(root.resolve("x/y.yaml"), "1");
    Files.writeString(root.resolve("z"), "a file, not a directory");
    assertThat(everything(root)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "headgate snapshot 2\n", "headgate snapshot 1\n00  a\u0000b\n", "\u00ff"})
  void doesNotTakeAManifestOfSomebodyElse(String text) throws IOException {
    new SnapshotDirectory(root).write(OLD);
    Files.write(
        root.resolve(".headgate-snapshot/manifest"), text.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> new SnapshotDirectory(root).write(NEW))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not as a snapshot writes it");
    assertThat(landscape(root)).isEqualTo(OLD);
  }

  private static SortedMap<String, String> everything(Path root) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (var files = Files.walk(root)) {
      for (Path file : files.toList()) {
        String path = root.relativize(file).toString();
        texts.put(path, Files.isRegularFile(file) ? Files.readString(file) : "");
      }
    }
    return texts;
  }

  private static Map<String, String> landscape(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (var files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = root.relativize(file).toString();
        if (!path.startsWith(".headgate-snapshot") && !path.equals("mine.txt")) {
          texts.put(path, Files.readString(file));
        }
      }
    }
    return texts;
  }
}
