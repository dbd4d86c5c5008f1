package io.headgate.engine.promql;

/** An expression that cannot be read. */
public final class PromqlException extends Exception {

  private static final long serialVersionUID = 1;

  private final int from;
  private final int to;

  PromqlException(String message, int from, int to) {
    super(message, null, false, false);
    this.from = from;
    this.to = to;
  }

  /** What is wrong, as a clause for a message. */
  public String what() {
    return String.valueOf(getMessage());
  }

  /** The offset of the first character that is wrong. */
  public int from() {
    return from;
  }

  /** The offset behind the last character that is wrong. */
  public int to() {
    return to;
  }
}
