package io.headgate.engine.drl;

import java.util.concurrent.ExecutionException;

/** What a task in another thread threw, for the thread that waits for it. */
final class Thrown {

  private Thrown() {}

  /**
   * To be thrown in place of the wrapper.
   *
   * @throws Error if that is what the task threw
   */
  static RuntimeException by(ExecutionException wrapper) {
    Throwable cause = wrapper.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(cause);
  }
}
