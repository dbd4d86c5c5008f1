package io.headgate.delivery.watch;

/** Hears what a watcher does. Called by the watcher's thread. */
public interface WatchListener {

  /**
   * A commit was judged.
   *
   * @param commit its id
   * @param base the id of the commit that it was compared with; empty for none
   * @param nanos how long that took
   */
  void judged(String commit, String base, Judgement judgement, long nanos);

  /** A round has ended. */
  void ended(Status status);
}
