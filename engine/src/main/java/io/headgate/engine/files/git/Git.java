package io.headgate.engine.files.git;

import io.headgate.engine.error.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts {@code git} in a directory. */
final class Git {

  private static final int MAX_WORDS = 2000;

  /** The name of a file that is never there. */
  private static final String NO_FILE = "/dev/null/none";

  /** Many times what the largest repositories take; whoever takes longer waits for something. */
  private static final int MOST_SECONDS = 120;

  private final Path directory;
  private final String program;
  private final int mostSeconds;

  Git(Path directory) {
    this(directory, "git", MOST_SECONDS);
  }

  /**
   * For a program that is to be taken for git.
   *
   * @param mostSeconds after how long without an answer it is given up
   */
  Git(Path directory, String program, int mostSeconds) {
    this.directory = directory;
    this.program = program;
    this.mostSeconds = mostSeconds;
  }

  /** What a process said. */
  static final class Answer {
    private static final String FATAL = "fatal: ";

    private final String word;
    private final int code;
    private final byte[] out;
    private final String err;

    Answer(String word, int code, byte[] out, String err) {
      this.word = word;
      this.code = code;
      this.out = out;
      this.err = err;
    }

    /** Its exit code. */
    int code() {
      return code;
    }

    /** The line of its standard error that says why it ended, or else the first one. */
    String err() {
      int at = err.startsWith(FATAL) ? 0 : err.indexOf("\n" + FATAL) + 1;
      String from = err.startsWith(FATAL, at) ? err.substring(at + FATAL.length()) : err;
      int end = from.indexOf('\n');
      return end < 0 ? from : from.substring(0, end);
    }

    /** Whether it has warned of a name that stands for several things. */
    boolean warnsOfSeveral() {
      return err.contains("is ambiguous");
    }

    String text() {
      return new String(out, StandardCharsets.UTF_8);
    }

    /** The output without the newline at its end. */
    String line() {
      String text = text();
      return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    /**
     * What stands ahead of each zero byte.
     *
     * @throws UserError if it does not end with one
     */
    List<String> records() {
      if (out.length > 0 && out[out.length - 1] != 0) {
        throw Repository.strange(word);
      }
      List<String> records = new ArrayList<>();
      int from = 0;
      for (int i = 0; i < out.length; i++) {
        if (out[i] == 0) {
          records.add(decoded(from, i));
          from = i + 1;
        }
      }
      return records;
    }

    /** A path may be any bytes: one that is not UTF-8 is shown byte by byte. */
    private String decoded(int from, int to) {
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(out, from, to - from))
            .toString();
      } catch (CharacterCodingException e) {
        return new String(out, from, to - from, StandardCharsets.ISO_8859_1);
      }
    }
  }

  /**
   * Asks, and waits for the answer.
   *
   * @throws UserError if there is no {@code git}, or it does not answer
   */
  Answer ask(String... words) throws IOException {
    Process process = start(words);
    process.getOutputStream().close();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Thread outReader = reader(process.getInputStream(), out);
    Thread errReader = reader(process.getErrorStream(), err);
    long most = TimeUnit.SECONDS.toMillis(mostSeconds);
    try {
      // What it has started itself may live on, and hold what is read here.
      if (process.waitFor(most, TimeUnit.MILLISECONDS)) {
        outReader.join(most);
        errReader.join(most);
      }
      if (outReader.isAlive() || errReader.isAlive() || process.isAlive()) {
        process.destroyForcibly();
        throw silent(words[0]);
      }
      return new Answer(words[0], process.exitValue(), out.toByteArray(), said(err));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("git was interrupted", e);
    }
  }

  /**
   * Starts a process.
   *
   * @throws UserError if there is no {@code git}
   */
  Process start(String... words) {
    List<String> command = new ArrayList<>();
    command.add(program);
    command.add("--literal-pathspecs");
    // A monitor of the repository would be a program of its own to wait for.
    command.add("-c");
    command.add("core.fsmonitor=false");
    command.add("-c");
    command.add("core.warnAmbiguousRefs=true");
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    // Where the index and the repository lie, a hook is told in the environment: it is handed on.
    Map<String, String> environment = builder.environment();
    environment.put("LC_ALL", "C");
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    // What is judged is what was committed, not what this one repository puts in its place.
    environment.put("GIT_NO_REPLACE_OBJECTS", "1");
    environment.put("GIT_GRAFT_FILE", NO_FILE);
    // What a partial clone has left out is not fetched: a run reaches for no network.
    environment.put("GIT_NO_LAZY_FETCH", "1");
    environment.put("GIT_ALLOW_PROTOCOL", "none");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UserError(
          "git cannot be started, and '--base REVISION' and '--staged' need it: install it, or put"
              + " it on the PATH.");
    }
  }

  /** How long it may take until something is answered. */
  int mostSeconds() {
    return mostSeconds;
  }

  UserError silent(String word) {
    return new UserError(
        "'git "
            + word
            + "' has not answered within "
            + mostSeconds
            + " seconds, so it is given up. Find out what it waits for: run it in '"
            + directory
            + "'.");
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

  private static String said(ByteArrayOutputStream err) {
    String text = err.toString(StandardCharsets.UTF_8).strip();
    return text.length() > MAX_WORDS ? text.substring(0, MAX_WORDS) : text;
  }
}
