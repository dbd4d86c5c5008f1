package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for large landscapes, tried on some that are large enough for a test. */
class LargeLandscapeTest {

  /** Four times the size costs about four times as much, and sixteen where pairs are compared. */
  private static final double MOST_FOR_FOUR_TIMES = 6;

  @TempDir Path root;

  @Test
  void saysTheSameAtAnyNumberOfThreads() throws Exception {
    assertThat(GenerateLandscape.write(root.resolve("large"), 400)).isGreaterThan(2_000);
    for (int threads : new int[] {1, 2, 4}) {
      String text = "text=" + threads + ".txt";
      String log = "sarif=" + threads + ".sarif";
      java(1, threads, Main.class, "check", "large", "--report", text, "--report", log);
    }
    assertThat(root.resolve("1.txt")).content().contains("topic-unknown-config", " files (lenses ");
    assertThat(root.resolve("1.sarif")).content().contains("topic-unknown-config");
    for (int threads : new int[] {2, 4}) {
      assertThat(root.resolve(threads + ".txt")).hasSameBinaryContentAs(root.resolve("1.txt"));
      assertThat(root.resolve(threads + ".sarif")).hasSameBinaryContentAs(root.resolve("1.sarif"));
    }
  }

  @Test
  void costsInProportionToItsSize() throws Exception {
    GenerateLandscape.write(root.resolve("large"), 1_600);
    GenerateLandscape.write(root.resolve("small"), 400);
    List<String> costs = java(0, 1, CostOfChecks.class, "large", "small").lines().toList();
    String[] four = costs.get(0).split(" ", 2);
    String[] one = costs.get(1).split(" ", 2);
    for (int i = 0; i < 2; i++) {
      assertThat(Double.parseDouble(four[i]) / Double.parseDouble(one[i]))
          .as("seconds and bytes of a large and of a small one: %s", costs)
          .isLessThan(MOST_FOR_FOUR_TIMES);
    }
  }

  /** Runs a class in a JVM that sees so many processors: headgate takes a thread for each. */
  private String java(int exit, int processors, Class<?> main, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:ActiveProcessorCount=" + processors);
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(args));
    Path out = root.resolve("out");
    Process process =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      int code = process.waitFor();
      String said = Files.readString(out, StandardCharsets.UTF_8);
      assertThat(code).as(said).isEqualTo(exit);
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
