package io.headgate.cli;

/** How a run ends. The format of a report never changes it. */
enum ExitCode {
  /** The gate is open. */
  OPEN(0),
  /** The gate is closed: at least one finding is as heavy as the threshold. */
  CLOSED(1),
  /** The user told headgate something wrong: an option, a path, the policy; or nothing is there. */
  USER_ERROR(2),
  /** headgate or a checker broke: there is no verdict to trust. */
  FAILURE(3),
  /** The command behind the gate was run, and what was judged changed meanwhile. */
  CHANGED(4);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
