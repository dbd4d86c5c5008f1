package io.headgate.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
