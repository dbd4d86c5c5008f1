package io.headgate.spi;

import java.util.Locale;

/** How much a finding weighs; the order of the constants is from light to heavy. */
public enum Severity {
  /** Hygiene or a hint. */
  NOTE,
  /** A likely defect, or a breach of the organisation's policy. */
  WARNING,
  /** Apply would fail, data would be lost or exposed, or access is wrong. */
  ERROR;

  /**
   * The name as it is written in a policy and in reports: {@code error}, {@code warning}, {@code
   * note}.
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this is {@code other} or heavier. */
  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }
}
