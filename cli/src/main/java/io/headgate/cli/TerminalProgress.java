package io.headgate.cli;

import io.headgate.engine.Progress;
import java.io.PrintWriter;

/** Shows on standard error how far the work has come, once it takes longer than a second. */
final class TerminalProgress implements Progress {

  private static final long FIRST_NANOS = 1_000_000_000L;
  private static final long NEXT_NANOS = 100_000_000L;

  private final PrintWriter err;
  private long next = System.nanoTime() + FIRST_NANOS;
  private int shown;

  TerminalProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void step(String what, int done, int total) {
    long now = System.nanoTime();
    if (now - next < 0) {
      return;
    }
    next = now + NEXT_NANOS;
    String line = what + " " + done + "/" + total;
    err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    err.flush();
    shown = line.length();
  }

  /** Takes the line away again. */
  synchronized void end() {
    if (shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
      shown = 0;
    }
  }
}
