package io.headgate.delivery.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A bare repository, and a clone in which people work.
 *
 * @param bare the repository that is watched
 * @param people pushes to it
 */
record Remote(Path bare, Path people) {

  static final String APPROVED = "refs/heads/approved";
  static final String NOTES = "refs/notes/headgate";

  static Remote in(Path root, String... options) {
    Remote remote = new Remote(root.resolve("remote.git"), root.resolve("people"));
    try {
      Files.createDirectories(remote.bare());
      Files.createDirectories(remote.people());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> init = new ArrayList<>(List.of("init", "-q", "-b", "main"));
    init.addAll(List.of(options));
    git(remote.people(), init.toArray(String[]::new));
    init.add("--bare");
    git(remote.bare(), init.toArray(String[]::new));
    return remote;
  }

  static String git(Path directory, String... words) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=a"));
    command.addAll(List.of("-c", "user.email=a@example.org", "-c", "gc.auto=0"));
    command.addAll(List.of("-c", "core.hooksPath=hooks"));
    command.addAll(List.of(words));
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
      builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
      builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + ": " + said);
      }
      return said.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A commit whose verdict is in a file, not pushed yet. */
  String commit(String verdict) {
    try {
      Files.writeString(people.resolve("verdict"), verdict);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    git(people, "add", "-A");
    git(people, "commit", "-q", "--allow-empty", "-m", verdict);
    return git(people, "rev-parse", "HEAD");
  }

  String push(String verdict) {
    String commit = commit(verdict);
    push();
    return commit;
  }

  void push() {
    git(people, "push", "-q", "--force", bare.toString(), "HEAD:refs/heads/main");
  }

  String at(String reference) {
    return git(bare, "for-each-ref", "--format=%(objectname)", reference);
  }

  String approved() {
    return at(APPROVED);
  }

  String note(String commit) {
    return git(bare, "notes", "--ref=" + NOTES, "show", commit);
  }

  /** Moves a reference as somebody with the right to do so would. */
  void move(String reference, String commit) {
    git(bare, "update-ref", reference, commit);
  }
}
