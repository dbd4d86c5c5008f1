package io.headgate.delivery.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Watches a repository, round by round. */
public final class Watcher implements AutoCloseable {

  private final WatchSettings settings;
  private final Clone clone;
  private final Memory memory;
  private final Reports reports;
  private final CommitJudge judge;
  private final WatchListener listener;
  private final Retries retries = new Retries(System::nanoTime);
  private final CountDownLatch stop = new CountDownLatch(1);

  private Watcher(
      WatchSettings settings,
      Clone clone,
      Memory memory,
      CommitJudge judge,
      WatchListener listener) {
    this.settings = settings;
    this.clone = clone;
    this.memory = memory;
    this.reports = new Reports(settings.directory());
    this.judge = judge;
    this.listener = listener;
  }

  /**
   * Takes the work directory.
   *
   * @param target what the work directory belongs to besides the settings, such as an environment;
   *     without line breaks
   * @throws io.headgate.engine.error.UserError if somebody else has it, or it cannot be written
   */
  public static Watcher open(
      WatchSettings settings, String target, CommitJudge judge, WatchListener listener)
      throws IOException {
    Clone clone = Clone.open(settings);
    try {
      return new Watcher(
          settings,
          clone,
          Memory.read(settings.directory(), settings.target(target)),
          judge,
          listener);
    } catch (RuntimeException e) {
      clone.close();
      throw e;
    }
  }

  /** One round. */
  public Status once() {
    Status status =
        new Round(settings, clone, memory, reports, judge, retries, listener, this::isStopped)
            .run();
    listener.ended(status);
    return status;
  }

  /** Rounds until it is stopped, with a time in between. */
  public void run(Duration interval) {
    try {
      boolean stopped = false;
      boolean isWarm = false;
      while (!stopped) {
        Status status = once();
        if (!isWarm && status.state() == Status.State.APPROVED) {
          isWarm = true;
          if (status.judged() == 0) {
            judge.warmUp(clone.directory(), status.approved());
          }
        }
        if (status.state() != Status.State.UNREACHABLE) {
          pack();
        }
        stopped = stop.await(interval.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pack() {
    try {
      clone.pack();
    } catch (IOException e) {
      // It lies there unpacked, and takes more room.
    }
  }

  /** Asks for the end of {@link #run}: what has begun is finished. */
  public void stop() {
    stop.countDown();
  }

  /** Whether it was asked to end. */
  public boolean isStopped() {
    return stop.getCount() == 0;
  }

  /** Gives the work directory free. */
  @Override
  public void close() throws IOException {
    clone.close();
  }
}
