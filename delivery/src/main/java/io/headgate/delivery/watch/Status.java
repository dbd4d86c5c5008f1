package io.headgate.delivery.watch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How things stand after a round.
 *
 * @param state in one word
 * @param message the same in sentences, with the way out
 * @param time when the round ended
 * @param branch the id of the branch's newest commit; empty if it is not known
 * @param approved the id of the commit that approved points at; empty if there is none, or it is
 *     not known
 * @param behind how many commits of the branch approved has yet to go
 * @param moves where approved was moved to in this round, in order
 * @param judged how many commits were judged in this round
 * @param judgeMillis how long that took, in milliseconds
 * @param newest what was said of the branch's newest commit; null if nothing was
 */
public record Status(
    State state,
    String message,
    Instant time,
    String branch,
    String approved,
    int behind,
    List<String> moves,
    int judged,
    long judgeMillis,
    @Nullable Newest newest) {

  /** Copies the list. */
  public Status {
    moves = List.copyOf(moves);
  }

  /**
   * What was said of the branch's newest commit.
   *
   * @param base the id of the commit that it was compared with; empty for none
   * @param isOpen whether the gate is open
   * @param errors how many findings of that severity count
   * @param warnings how many findings of that severity count
   * @param notes how many findings of that severity count
   * @param text the file of its report for people; empty if it is not there
   * @param json the file of its report for programs; empty if it is not there
   */
  public record Newest(
      String base,
      boolean isOpen,
      long errors,
      long warnings,
      long notes,
      String text,
      String json) {}

  /** How things stand. */
  public enum State {
    /** Approved is the branch. */
    APPROVED("approved", 0),
    /** The gate is closed for the branch's newest commit. */
    CLOSED("closed", 1),
    /** The branch no longer descends from approved. */
    REWRITTEN("rewritten", 1),
    /** Approved points at a commit without a permit. */
    FOREIGN("foreign", 1),
    /** Approved was there, and is not any more. */
    GONE("gone", 1),
    /** The branch is not there. */
    NO_BRANCH("no-branch", 2),
    /** The remote cannot be asked, or nothing can be written here. */
    UNREACHABLE("unreachable", 2),
    /** The branch's newest commit cannot be judged: its policy is wrong, or there is nothing. */
    UNJUDGED("unjudged", 2),
    /** The gate is open, and the remote does not let approved be moved. */
    NOT_MOVED("not-moved", 2),
    /** headgate or a rule broke. */
    BROKEN("broken", 3);

    private final String word;
    private final int code;

    State(String word, int code) {
      this.word = word;
      this.code = code;
    }

    /** As reports have it. */
    public String word() {
      return word;
    }

    /** The exit code that it stands for. */
    public int code() {
      return code;
    }
  }
}
