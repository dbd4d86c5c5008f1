package io.headgate.delivery.watch;

import org.jspecify.annotations.Nullable;

/**
 * What was said of a commit.
 *
 * @param verdict what the gate says
 * @param errors how many findings of that severity count
 * @param warnings how many findings of that severity count
 * @param notes how many findings of that severity count
 * @param text the report for people
 * @param json the report for programs
 * @param permit the permit, if the gate is open; otherwise null
 */
public record Judgement(
    Verdict verdict,
    long errors,
    long warnings,
    long notes,
    String text,
    String json,
    @Nullable String permit) {

  /** What the gate says. */
  public enum Verdict {
    /** It is open. */
    OPEN,
    /** It is closed. */
    CLOSED,
    /** A rule or headgate broke: nothing can be said. */
    NONE
  }
}
