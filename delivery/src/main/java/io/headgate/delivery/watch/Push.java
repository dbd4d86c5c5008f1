package io.headgate.delivery.watch;

/** What became of a push. */
sealed interface Push {

  /**
   * The remote has it.
   *
   * @param notes the id of the commit with the notes
   */
  record Done(String notes) implements Push {}

  /** The remote has something else than what was seen. */
  record Lost() implements Push {}

  /** The remote does not want it. */
  record Refused(String why) implements Push {}
}
