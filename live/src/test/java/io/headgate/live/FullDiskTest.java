package io.headgate.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room: a small one where the system lets us mount it, else a limit on files. */
class FullDiskTest {

  private static final String MOUNT = "mount -t tmpfs -o size=100k none \"$0\" && exec \"$@\"";
  private static final String LIMIT = "ulimit -f 200 && exec \"$@\"";

  @TempDir Path directory;

  @Test
  void saysItOnceAndChangesNothing() throws Exception {
    boolean mounts =
        run(List.of("unshare", "-r", "-m", "sh", "-c", MOUNT, path(), "true")).status() == 0;
    System.out.println("A full disk is " + (mounts ? "a small one." : "a limit on files."));
    List<String> command =
        new ArrayList<>(
            mounts
                ? List.of("unshare", "-r", "-m", "sh", "-c", MOUNT, path())
                : List.of("sh", "-c", LIMIT, path()));
    List<String> java = KilledSnapshotTest.java(FullDiskProcess.class);
    java.add(1, "-XX:-UsePerfData");
    command.addAll(java);
    command.add(path());
    Said said = run(command);
    String old =
        "files: .headgate-snapshot/lock .headgate-snapshot/manifest a/1.yaml=%s a/2.yaml=old"
            + " b/3.yaml=old";
    assertThat(said.text().lines())
        .containsExactly(
            "The snapshot cannot be written to '"
                + path()
                + "' ("
                + (mounts ? "No space left on device" : "File too large")
                + "). Nothing was changed in it; name a directory with room that may be written"
                + " to.",
            old.formatted("old"),
            old.formatted("next"));
    assertThat(said.status()).isZero();
  }

  private String path() {
    return directory.toString();
  }

  private record Said(int status, String text) {}

  private Said run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("headgate-full", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      try {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        process.destroyForcibly();
      }
      return new Said(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Said(-1, "");
    } finally {
      Files.delete(output);
    }
  }
}
