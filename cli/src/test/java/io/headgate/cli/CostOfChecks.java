package io.headgate.cli;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Checks directories in a JVM of one processor, where a check runs on one thread, and prints what
 * each cost it: the seconds that it computed, and the bytes that it asked for, so that what it held
 * at any time is less. Whatever else the machine does counts for neither.
 */
final class CostOfChecks {

  private static final int RUNS = 2;

  private CostOfChecks() {}

  /** The first directory is checked once ahead, until its code is compiled. */
  public static void main(String[] directories) {
    cost(directories[0]);
    for (String directory : directories) {
      double[] least = cost(directory);
      for (int run = 1; run < RUNS; run++) {
        double[] again = cost(directory);
        least[0] = Math.min(least[0], again[0]);
        least[1] = Math.min(least[1], again[1]);
      }
      System.out.println(least[0] + " " + least[1]);
    }
  }

  private static double[] cost(String directory) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long start = threads.getThreadCpuTime(thread);
    long bytes = threads.getThreadAllocatedBytes(thread);
    Cli done = Cli.run("check", directory);
    if (done.code() != 1 || !done.err().isEmpty()) {
      throw new IllegalStateException(done.err());
    }
    return new double[] {
      (threads.getThreadCpuTime(thread) - start) / 1e9,
      threads.getThreadAllocatedBytes(thread) - bytes
    };
  }
}
