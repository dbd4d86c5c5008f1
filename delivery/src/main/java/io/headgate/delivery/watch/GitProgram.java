package io.headgate.delivery.watch;

import io.headgate.engine.error.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts git in a directory, with the network. */
final class GitProgram {

  /** What the environment of a hook says, and what would be believed more than the directory. */
  private static final List<String> FOREIGN =
      List.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_COMMON_DIR",
          "GIT_NAMESPACE",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES");

  /** Nothing is started that goes on behind our back, and nothing that a user has set up. */
  private static final List<String> SETTINGS =
      List.of(
          "core.hooksPath=/dev/null",
          "core.fsmonitor=false",
          "gc.auto=0",
          "gc.autoDetach=false",
          "maintenance.auto=false",
          "fetch.writeCommitGraph=false",
          "fetch.recurseSubmodules=false",
          "push.recurseSubmodules=no",
          "push.gpgSign=false",
          "push.followTags=false",
          "notes.rewriteRef=refs/notes/none");

  private static final int MOST_CHARACTERS = 1000;
  private static final int LAST_WORDS_MILLIS = 2000;

  private final Path directory;
  private final Duration limit;

  GitProgram(Path directory, Duration limit) {
    this.directory = directory;
    this.limit = limit;
  }

  /**
   * What git said.
   *
   * @param code its exit code
   * @param out its standard output
   * @param err its standard error
   */
  record Answer(int code, String out, String err) {

    boolean isGood() {
      return code == 0;
    }

    String line() {
      return out.strip();
    }

    /** Why it failed, in one line. */
    String why() {
      StringBuilder why = new StringBuilder();
      for (String line : err.split("\n", -1)) {
        String said = line.strip();
        if (!said.isEmpty() && !said.startsWith("hint:") && why.length() < MOST_CHARACTERS) {
          why.append(why.isEmpty() ? "" : " ").append(said);
        }
      }
      return why.isEmpty() ? "exit code " + code : why.toString();
    }
  }

  /**
   * Asks, and waits for the answer.
   *
   * @throws TooSlow if none comes within the limit
   * @throws UserError if there is no git
   */
  Answer ask(String... words) throws IOException {
    return ask("", List.of(words));
  }

  /** Does the same with something on standard input. */
  Answer ask(String input, List<String> words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("git");
    for (String setting : SETTINGS) {
      command.add("-c");
      command.add(setting);
    }
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    Map<String, String> environment = builder.environment();
    FOREIGN.forEach(environment::remove);
    environment.put("LC_ALL", "C");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_NO_REPLACE_OBJECTS", "1");
    for (String who : List.of("GIT_AUTHOR_", "GIT_COMMITTER_")) {
      environment.putIfAbsent(who + "NAME", "headgate");
      environment.putIfAbsent(who + "EMAIL", "headgate@localhost");
    }
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UserError("git cannot be started: install it, or put it on the PATH.");
    }
    return answer(process, input, words.get(0));
  }

  private Answer answer(Process process, String input, String word) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Thread outReader = reader(process.getInputStream(), out);
    Thread errReader = reader(process.getErrorStream(), err);
    try {
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // It has ended, and says why.
      }
      if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new TooSlow(
            "'git " + word + "' has not ended within " + limit.toSeconds() + " seconds.");
      }
      // A connection that ssh keeps open for the next time holds these open, too.
      outReader.join(LAST_WORDS_MILLIS);
      errReader.join(LAST_WORDS_MILLIS);
      return new Answer(
          process.exitValue(),
          out.toString(StandardCharsets.UTF_8),
          err.toString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("git was interrupted");
    } finally {
      end(process);
    }
  }

  /** Ends it, and what it has started, such as ssh. */
  private static void end(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Thread reader(InputStream in, ByteArrayOutputStream out) {
    Thread reader = new Thread(() -> copy(in, out), "headgate-git");
    reader.setDaemon(true);
    reader.start();
    return reader;
  }

  private static void copy(InputStream in, ByteArrayOutputStream out) {
    try (in) {
      in.transferTo(out);
    } catch (IOException e) {
      // What it said is lost; the exit code tells.
    }
  }

  /** git did not answer in time. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlow(String message) {
      super(message);
    }
  }
}
