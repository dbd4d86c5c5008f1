package io.headgate.engine.report;

/** What the gate says. */
public enum Verdict {
  /** Nothing stands against apply. */
  OPEN,
  /** At least one result is as heavy as the gate's threshold. */
  CLOSED
}
