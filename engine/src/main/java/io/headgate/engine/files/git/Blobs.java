package io.headgate.engine.files.git;

import io.headgate.engine.error.UserError;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects through one process. Those that will be wanted next are asked for together, since
 * each question takes a way to the process and back.
 */
final class Blobs {

  private static final int TOGETHER = 64;

  /** What is larger is not read ahead. */
  private static final int LARGE_BYTES = 256 * 1024;

  private final Git git;
  private @Nullable Process process;
  private @Nullable InputStream answers;

  /** What will be wanted, in order, and where each stands in it. */
  private List<String> expected = List.of();

  private Map<String, Integer> places = new HashMap<>();
  private final Map<String, byte[]> read = new HashMap<>();

  /** Since when an answer is waited for, in nanoseconds; 0 where none is. */
  private final AtomicLong waiting = new AtomicLong();

  private volatile boolean silent;

  Blobs(Git git) {
    this.git = git;
  }

  /** Says which objects will be wanted, in this order. */
  synchronized void expect(List<String> ids) {
    expected = List.copyOf(ids);
    places = new HashMap<>();
    for (int i = expected.size() - 1; i >= 0; i--) {
      places.put(expected.get(i), i);
    }
  }

  /**
   * The content of an object, or its beginning.
   *
   * @param most how many bytes at most
   * @throws UserError if the repository does not have it, or cannot read it
   */
  synchronized byte[] read(String id, int most) throws IOException {
    byte[] known = read.remove(id);
    if (known != null) {
      return known.length > most ? Arrays.copyOf(known, most) : known;
    }
    List<String> wanted = new ArrayList<>();
    wanted.add(id);
    Integer place = places.get(id);
    if (place != null) {
      for (int i = place + 1; i < expected.size() && wanted.size() < TOGETHER; i++) {
        if (!read.containsKey(expected.get(i)) && !wanted.contains(expected.get(i))) {
          wanted.add(expected.get(i));
        }
      }
    }
    try {
      return answers(wanted, id, most);
    } finally {
      waiting.set(0);
    }
  }

  private byte[] answers(List<String> wanted, String id, int most) throws IOException {
    waiting.set(now());
    ask(wanted);
    byte[] content = answer(id, most);
    for (String other : wanted.subList(1, wanted.size())) {
      byte[] ahead = answer(other, LARGE_BYTES + 1);
      if (ahead.length <= LARGE_BYTES) {
        read.put(other, ahead);
      }
    }
    return content;
  }

  private void ask(List<String> ids) throws IOException {
    Process running = process;
    if (running == null || answers == null) {
      running = git.start("cat-file", "--batch");
      // What goes wrong is told by the answers.
      Process started = running;
      Thread drain = new Thread(() -> drain(started.getErrorStream()), "headgate-git");
      drain.setDaemon(true);
      drain.start();
      Thread watch = new Thread(() -> watch(started), "headgate-git");
      watch.setDaemon(true);
      watch.start();
      process = running;
      answers = new BufferedInputStream(running.getInputStream(), 1 << 16);
    }
    byte[] question = (String.join("\n", ids) + "\n").getBytes(StandardCharsets.US_ASCII);
    OutputStream out = running.getOutputStream();
    try {
      out.write(question);
      out.flush();
    } catch (IOException e) {
      throw unreadable(ids.get(0));
    }
  }

  /** Ends a process that does not answer, so that nobody waits for it any more. */
  private void watch(Process started) {
    try {
      while (!started.waitFor(1, TimeUnit.SECONDS)) {
        long since = waiting.get();
        if (since != 0 && now() - since > TimeUnit.SECONDS.toNanos(git.mostSeconds())) {
          silent = true;
          started.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The time in nanoseconds since some moment, and never 0. */
  private static long now() {
    return System.nanoTime() | 1;
  }

  private static void drain(InputStream in) {
    try (in) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // It has ended.
    }
  }

  private byte[] answer(String id, int most) {
    InputStream in = answers;
    if (in == null) {
      throw unreadable(id);
    }
    try {
      String head = line(in);
      int size = size(head, id);
      if (size < 0) {
        throw unreadable(id);
      }
      byte[] content = in.readNBytes(Math.min(size, most));
      in.skipNBytes(size - (long) content.length);
      if (in.read() != '\n') {
        throw new EOFException();
      }
      waiting.set(now());
      return content;
    } catch (IOException e) {
      throw unreadable(id);
    }
  }

  /** The size in a line such as {@code ID blob SIZE}; less than 0 if it is none. */
  private static int size(String head, String id) {
    String start = id + " blob ";
    if (!head.startsWith(start)) {
      return -1;
    }
    try {
      return Integer.parseInt(head.substring(start.length()));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || line.length() > 200) {
        throw new EOFException();
      }
      line.append((char) c);
    }
    return line.toString();
  }

  /** Ends the process. */
  synchronized void close() {
    if (process != null) {
      process.destroy();
      process = null;
      answers = null;
    }
    read.clear();
  }

  private UserError unreadable(String id) {
    if (silent) {
      return git.silent("cat-file");
    }
    return new UserError(
        "The repository cannot give the object "
            + id
            + ": it is missing or corrupt. 'git fsck' says more; in a partial clone, fetch it"
            + " first.");
  }
}
