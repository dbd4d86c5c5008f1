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

/** Starts {@code git} in a directory. */
final class Git {

  private static final int MAX_WORDS = 2000;

  private final Path directory;

  Git(Path directory) {
    this.directory = directory;
  }

  /** What a process said. */
  static final class Answer {
    private final int code;
    private final byte[] out;
    private final String err;

    Answer(int code, byte[] out, String err) {
      this.code = code;
      this.out = out;
      this.err = err;
    }

    /** Its exit code. */
    int code() {
      return code;
    }

    /** The first line of its standard error. */
    String err() {
      return err;
    }

    String text() {
      return new String(out, StandardCharsets.UTF_8);
    }

    /** The output without the newline at its end. */
    String line() {
      String text = text();
      return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    /** What stands ahead of each zero byte. */
    List<String> records() {
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
   * @throws UserError if there is no {@code git}
   */
  Answer ask(String... words) throws IOException {
    Process process = start(words);
    process.getOutputStream().close();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Thread reader = new Thread(() -> copy(process.getErrorStream(), err), "headgate-git");
    reader.setDaemon(true);
    reader.start();
    byte[] out = process.getInputStream().readAllBytes();
    try {
      int code = process.waitFor();
      reader.join();
      return new Answer(code, out, said(err));
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
    command.add("git");
    command.add("--literal-pathspecs");
    // A monitor of the repository would be a program of its own to wait for.
    command.add("-c");
    command.add("core.fsmonitor=false");
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    // Where the index and the repository lie, a hook is told in the environment: it is handed on.
    Map<String, String> environment = builder.environment();
    environment.put("LC_ALL", "C");
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("GIT_TERMINAL_PROMPT", "0");
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

  private static void copy(InputStream in, ByteArrayOutputStream out) {
    try (in) {
      in.transferTo(out);
    } catch (IOException e) {
      // What it said is lost; the exit code tells.
    }
  }

  private static String said(ByteArrayOutputStream err) {
    String text = err.toString(StandardCharsets.UTF_8).strip();
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    first = first.length() > MAX_WORDS ? first.substring(0, MAX_WORDS) : first;
    return first.startsWith("fatal: ") ? first.substring("fatal: ".length()) : first;
  }
}
