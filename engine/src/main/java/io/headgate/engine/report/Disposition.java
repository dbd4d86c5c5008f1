package io.headgate.engine.report;

/** What the policy makes of a finding: only an open one can close the gate. */
public sealed interface Disposition permits Disposition.Plain, Waiver {

  /** What needs no more words. */
  enum Plain implements Disposition {
    /** It weighs. */
    OPEN,
    /** The baseline knows it. */
    KNOWN
  }
}
