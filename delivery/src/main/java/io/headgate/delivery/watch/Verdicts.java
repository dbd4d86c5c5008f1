package io.headgate.delivery.watch;

import io.headgate.delivery.watch.Judgement.Verdict;
import io.headgate.delivery.watch.Memory.Counts;
import io.headgate.delivery.watch.Memory.Entry;
import io.headgate.delivery.watch.Status.State;
import io.headgate.engine.error.PackFailure;
import io.headgate.engine.error.UserError;
import io.headgate.engine.report.Texts;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has commits judged, and none of them without need. */
final class Verdicts {

  private final Clone clone;
  private final Memory memory;
  private final Reports reports;
  private final CommitJudge judge;
  private final Retries retries;
  private final WatchListener listener;
  private int judged;
  private long nanos;

  Verdicts(
      Clone clone,
      Memory memory,
      Reports reports,
      CommitJudge judge,
      Retries retries,
      WatchListener listener) {
    this.clone = clone;
    this.memory = memory;
    this.reports = reports;
    this.judge = judge;
    this.retries = retries;
    this.listener = listener;
  }

  /** How many were judged. */
  int judged() {
    return judged;
  }

  /** How long that took, in milliseconds. */
  long millis() {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }

  /**
   * What is said of a commit.
   *
   * @param base what it is compared with; empty for nothing
   * @param isNewest whether it is the branch's newest one: others that were judged closed stay so
   * @throws IOException if the disk or git fails
   */
  Said say(String commit, String base, String grounds, boolean isNewest) throws IOException {
    Entry known = memory.find(commit, base);
    if (known != null && holds(known, grounds, isNewest)) {
      return Said.of(known);
    }
    String key = commit + " " + base + " " + grounds;
    Said before = retries.find(key);
    if (before != null) {
      return before;
    }
    Said said = judge(commit, base, grounds);
    if (said.entry() == null) {
      retries.failed(key, said);
    }
    return said;
  }

  private boolean holds(Entry known, String grounds, boolean isNewest) throws IOException {
    boolean same = known.grounds().equals(grounds);
    return known.verdict() == Verdict.OPEN ? same && clone.has(known.note()) : same || !isNewest;
  }

  private Said judge(String commit, String base, String grounds) throws IOException {
    long start = System.nanoTime();
    Judgement judgement;
    try {
      judgement = judge.judge(clone.directory(), commit, base.isEmpty() ? null : base);
    } catch (UserError e) {
      return Said.trouble(State.UNJUDGED, about(commit) + "cannot be judged. " + text(e));
    } catch (PackFailure e) {
      return Said.trouble(State.BROKEN, about(commit) + "has no verdict. " + e.getMessage());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Said.trouble(
          State.BROKEN,
          about(commit) + "has no verdict: headgate broke (" + e.getClass().getName() + ").");
    }
    judged++;
    long took = System.nanoTime() - start;
    nanos += took;
    // Before anything follows from it, so that a kill costs no second judgement.
    reports.write(commit, base, judgement);
    listener.judged(commit, base, judgement, took);
    String permit = judgement.permit();
    if (judgement.verdict() == Verdict.NONE) {
      return Said.trouble(
          State.BROKEN, about(commit) + "has no verdict: a rule broke. " + where(commit, base));
    }
    boolean isOpen = judgement.verdict() == Verdict.OPEN && permit != null;
    Entry entry =
        new Entry(
            commit,
            base,
            grounds,
            isOpen ? Verdict.OPEN : Verdict.CLOSED,
            new Counts(judgement.errors(), judgement.warnings(), judgement.notes()),
            isOpen && permit != null ? clone.keep(permit) : "");
    memory.judged(entry);
    return Said.of(entry);
  }

  private static String about(String commit) {
    return "Commit " + Reports.shown(commit) + " ";
  }

  private String where(String commit, String base) {
    return "The report is '" + reports.find(commit, base, ".txt") + "'.";
  }

  /** All that was wrong, each with its place. */
  static String text(UserError error) {
    StringBuilder text = new StringBuilder();
    for (UserError.Message message : error.messages()) {
      @Nullable Object place = message.place();
      text.append(text.isEmpty() ? "" : " ");
      text.append(Texts.harmless((place == null ? "" : place + ": ") + message.text()));
    }
    return text.toString();
  }
}
