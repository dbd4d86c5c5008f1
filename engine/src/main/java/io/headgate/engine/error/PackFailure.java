package io.headgate.engine.error;

/**
 * A rule pack could not be made ready, and neither it nor the user is known to be at fault: there
 * is no verdict, and the run ends with exit code 3.
 */
public final class PackFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A failure.
   *
   * @param message what happened, in a sentence
   */
  public PackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
