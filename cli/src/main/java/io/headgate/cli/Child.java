package io.headgate.cli;

import io.headgate.engine.error.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The command behind the gate: a process with headgate's own streams, environment and working
 * directory. Signals that headgate gets are passed on to it, and headgate lives until it has ended.
 */
final class Child {

  private static final List<String> SIGNALS = List.of("HUP", "INT", "TERM");

  private final List<String> command;
  private final Deque<String> pending = new ArrayDeque<>();
  private @Nullable Process process;

  Child(List<String> command) {
    this.command = List.copyOf(command);
  }

  /** How messages name it: without its arguments, among which there may be secrets. */
  String shown() {
    return "'" + command.get(0) + "'";
  }

  /**
   * Refuses what is not there, before any work is done.
   *
   * @throws UserError if there is no such program
   */
  void refuseMissing() {
    String name = command.get(0);
    if (name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0) {
      if (!isProgram("", name)) {
        throw new UserError("There is no program " + shown() + " that could be run.");
      }
      return;
    }
    String path = System.getenv("PATH");
    if (path == null) {
      return;
    }
    for (String directory : path.split(File.pathSeparator, -1)) {
      if (isProgram(directory, name)) {
        return;
      }
    }
    throw new UserError(
        "There is no program "
            + shown()
            + " on the PATH. A command of the shell needs one: sh -c '...'.");
  }

  private static boolean isProgram(String directory, String name) {
    try {
      Path file = Path.of(directory, name);
      return Files.isRegularFile(file) && Files.isExecutable(file);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * Starts it. From here on signals are the child's.
   *
   * @throws UserError if it cannot be started
   */
  void start() {
    for (String signal : SIGNALS) {
      // One that cannot be heard ends headgate; the child then is the caller's affair.
      boolean unused = Signals.hear(signal, this::pass);
    }
    try {
      begin(new ProcessBuilder(command).inheritIO().start());
    } catch (IOException e) {
      throw new UserError("The program " + shown() + " cannot be started: " + reason(e) + ".");
    }
  }

  private synchronized void begin(Process started) {
    process = started;
    for (String signal : pending) {
      send(signal, started);
    }
  }

  private synchronized void pass(String signal) {
    if (process == null) {
      pending.add(signal);
    } else {
      send(signal, process);
    }
  }

  private static void send(String signal, Process to) {
    if (signal.equals("TERM")) {
      to.destroy();
    } else if (!(signal.equals("INT") && isInForeground())) {
      try {
        // There may be no program of this name, but every shell has the command.
        Process unused =
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + to.pid())
                .redirectErrorStream(true)
                .start();
      } catch (IOException e) {
        to.destroy();
      }
    }
  }

  /**
   * Whether a terminal has sent the signal to the child as well: a key press goes to all processes
   * in its foreground. Two of them make tools such as Terraform drop what they are at.
   */
  private static boolean isInForeground() {
    try {
      // PID (NAME) STATE PPID PGRP SESSION TTY_NR TPGID ...: see proc(5).
      String stat = Files.readString(Path.of("/proc/self/stat"), StandardCharsets.UTF_8);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 7);
      return fields[2].equals(fields[5]);
    } catch (IOException e) {
      return isInForegroundBySomeOtherUnix();
    }
  }

  private static boolean isInForegroundBySomeOtherUnix() {
    String own = Long.toString(ProcessHandle.current().pid());
    try {
      Process ps = new ProcessBuilder("ps", "-o", "stat=", "-p", own).start();
      return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains("+");
    } catch (IOException e) {
      return false;
    }
  }

  /** Waits for its end, and gives its exit code: 128 and the number of the signal that ended it. */
  int await() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return Objects.requireNonNull(process).waitFor();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    int colon = message.indexOf(": error=");
    int comma = colon < 0 ? -1 : message.indexOf(", ", colon);
    return comma < 0 ? "the system refused it" : message.substring(comma + 2);
  }
}
