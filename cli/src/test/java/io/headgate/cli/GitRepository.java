package io.headgate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A repository to try things in, with neither the user's configuration nor hooks. */
record GitRepository(Path root) {

  static GitRepository in(Path root) {
    GitRepository repository = new GitRepository(root);
    repository.git("init", "-q", "-b", "main", root.toString());
    return repository;
  }

  GitRepository write(String file, String text) {
    Cli.write(root, file, text);
    return this;
  }

  GitRepository topic(String name, int partitions, int replication) {
    return write(topicPath(name), topicText(name, partitions, replication));
  }

  static String topicPath(String name) {
    return "kafka/topics/topic-" + name + ".yaml";
  }

  static String topicText(String name, int partitions, int replication) {
    return """
    name: %s
    partitions: %d
    replication: %d
    configs:
      min.insync.replicas: "%d"
      retention.ms: "604800000"
    """
        .formatted(name, partitions, replication, Math.min(replication, 2));
  }

  /** Commits everything, and tells the commit's id. */
  String commit() {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "a change");
    return git("rev-parse", "HEAD").strip();
  }

  String git(String... words) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(
        List.of("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "gc.auto=0"));
    command.addAll(List.of("-c", "protocol.file.allow=always", "-c", "core.hooksPath=/dev/null"));
    command.addAll(List.of(words));
    return run(command, Map.of());
  }

  /** Runs a command in the repository, and tells what it said. */
  String run(List<String> command, Map<String, String> environment) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      if (root.toFile().isDirectory()) {
        builder.directory(root.toFile());
      }
      builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
      builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
