package io.headgate.engine;

/** Hears how far the work has come. Called from any thread. */
@FunctionalInterface
public interface Progress {

  /** Nobody listens. */
  Progress NONE = (what, done, total) -> {};

  /**
   * A step is done.
   *
   * @param what the work, such as {@code reading}
   * @param done how many steps are done
   * @param total of how many
   */
  void step(String what, int done, int total);
}
