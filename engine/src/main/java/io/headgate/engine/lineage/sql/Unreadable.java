package io.headgate.engine.lineage.sql;

/** A statement cannot be read. */
final class Unreadable extends Exception {

  private static final long serialVersionUID = 1L;

  private final int from;
  private final int to;

  /**
   * What, and where.
   *
   * @param reason a clause without the full stop that quotes nothing of the statement
   */
  Unreadable(String reason, int from, int to) {
    super(reason, null, false, false);
    this.from = from;
    this.to = to;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }
}
