package io.headgate.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs headgate in this process and keeps what it says. */
record Cli(int code, String out, String err) {

  static Cli run(String... args) {
    return run(Map.of(), false, args);
  }

  static Cli run(Map<String, String> environment, boolean terminal, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal both =
        new Terminal(Terminal.writer(out), Terminal.writer(err), terminal, terminal, environment);
    int code = Main.run(List.of(args), both);
    both.flush();
    return new Cli(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /**
   * Runs headgate in a process of its own.
   *
   * @param environment what to add to the environment
   */
  static Cli process(Path directory, Map<String, String> environment, String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.headgate.cli.Main"));
    command.addAll(List.of(args));
    try {
      Path err = Files.createTempFile("headgate", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command).directory(directory.toFile()).redirectError(err.toFile());
      builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
      builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      Cli cli = new Cli(code, out, Files.readString(err));
      Files.delete(err);
      return cli;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Writes a file below a directory, with the directories it needs. */
  static Path write(Path directory, String file, String text) {
    return write(directory, file, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path directory, String file, byte[] bytes) {
    try {
      Path path = directory.resolve(file);
      Files.createDirectories(path.getParent());
      return Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A topic without a fault. */
  static Path writeGoodTopic(Path directory) {
    return write(
        directory,
        "kafka/topics/topic-orders.yaml",
        """
        name: orders
        partitions: 12
        replication: 3
        configs:
          min.insync.replicas: "2"
          retention.ms: "604800000"
        """);
  }
}
