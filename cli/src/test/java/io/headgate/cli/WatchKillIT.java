package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever ends a watcher, and however many there are: the approved reference never pointed at a
 * commit that was not judged open, since the remote itself keeps a list of what it pointed at.
 */
class WatchKillIT {

  private static final int KILLS = 30;

  @TempDir Path directory;
  private Watched watched;
  private final Set<String> open = new LinkedHashSet<>();

  @BeforeEach
  void setUp() throws IOException {
    watched = Watched.in(directory);
    // A hook of the remote that writes down each value that the reference gets.
    Path hook = watched.remote().root().resolve("hooks/reference-transaction");
    Files.createDirectories(hook.getParent());
    Files.writeString(
        hook,
        """
        #!/bin/sh
        if [ "$1" = committed ]; then
          while read old new name; do
            if [ "$name" = refs/heads/approved ]; then
              echo "$new" >> '%s'
            fi
          done
        fi
        """
            .formatted(directory.resolve("moves")));
    assertThat(hook.toFile().setExecutable(true)).isTrue();
  }

  /** Every other change is one that closes the gate, and the next one mends it. */
  private void push(int number) {
    boolean isGood = number % 2 == 0;
    watched.people().topic("orders", isGood ? 12 : 6, 3).topic("topic" + number, 12, 3);
    String commit = watched.push();
    if (isGood) {
      open.add(commit);
    }
  }

  private List<String> moves() throws IOException {
    Path moves = directory.resolve("moves");
    return Files.exists(moves) ? Files.readAllLines(moves) : List.of();
  }

  private void assertThatNothingWentWrong() throws IOException {
    assertThat(open).containsAll(moves());
    String approved = watched.approved();
    if (!approved.isEmpty()) {
      assertThat(open).contains(approved);
      assertThat(watched.permit(approved)).contains("\"gitCommit\" : \"" + approved + "\"");
    }
  }

  private Process start(Path work, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.headgate.cli.Main",
                "watch",
                watched.remote().root().toString(),
                "--work-dir",
                work.toString()));
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("said").toFile()));
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    return builder.start();
  }

  @Test
  void killedAtAnyMoment() throws IOException, InterruptedException {
    long seed = Long.getLong("headgate.seed", System.nanoTime());
    System.out.println("WatchKillIT: -Dheadgate.seed=" + seed);
    Random random = new Random(seed);
    push(0);
    long start = System.nanoTime();
    assertThat(start(directory.resolve("other"), "--once").waitFor()).isZero();
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    int during = 0;
    for (int i = 1; i <= KILLS; i++) {
      push(i);
      Process process = start(watched.work(), "--once");
      during += process.waitFor(random.nextLong(whole), TimeUnit.MILLISECONDS) ? 0 : 1;
      // As a container ends, with all that is in it; or the one process alone.
      if (random.nextBoolean()) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
      }
      process.destroyForcibly().waitFor();
      assertThatNothingWentWrong();
      if (i % 2 == 0) {
        Cli next = watched.once();
        assertThat(next.code()).as(seed + ": " + next.out() + next.err()).isZero();
        assertThat(watched.approved()).isEqualTo(watched.at("refs/heads/main"));
      } else {
        Cli next = watched.once();
        assertThat(next.code()).as(seed + ": " + next.out() + next.err()).isEqualTo(1);
      }
      assertThatNothingWentWrong();
    }
    assertThat(during).as("killed before its end").isGreaterThan(KILLS / 2);
  }

  @Test
  void twoAtOnce() throws IOException, InterruptedException {
    push(0);
    assertThat(watched.once().code()).isZero();
    Process one = start(directory.resolve("one"), "--interval", "1");
    Process two = start(directory.resolve("two"), "--interval", "1");
    try {
      for (int i = 1; i <= 10; i++) {
        push(i);
        Thread.sleep(700);
      }
      await(watched.at("refs/heads/main"));
      assertThat(one.isAlive() && two.isAlive()).isTrue();
      List<String> moves = moves();
      assertThat(moves).doesNotHaveDuplicates();
      assertThatNothingWentWrong();
      assertThat(Files.readString(directory.resolve("said")))
          .doesNotContain("unreachable", "broke");
    } finally {
      one.destroy();
      two.destroy();
      assertThat(one.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(two.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(one.exitValue()).isZero();
    assertThat(two.exitValue()).isZero();
  }

  private void await(String commit) throws InterruptedException {
    for (int i = 0; i < 300 && !watched.approved().equals(commit); i++) {
      Thread.sleep(100);
    }
    assertThat(watched.approved()).isEqualTo(commit);
  }
}
