package io.headgate.delivery.watch;

import io.headgate.delivery.watch.Judgement.Verdict;
import io.headgate.delivery.watch.Memory.Counts;
import io.headgate.delivery.watch.Memory.Entry;
import io.headgate.delivery.watch.Status.State;
import io.headgate.engine.error.UserError;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One look at the remote, and what follows from it; see the package. */
final class Round {

  /** How far back an older commit is looked for when the newest one is closed. */
  private static final int MOST_BACK = 100;

  /** How often others may be faster. */
  private static final int MOST_LOST = 5;

  private final WatchSettings settings;
  private final Clone clone;
  private final Memory memory;
  private final Reports reports;
  private final CommitJudge judge;
  private final Verdicts verdicts;
  private final BooleanSupplier isStopped;
  private final List<String> moves = new ArrayList<>();
  private final List<String> bases = new ArrayList<>();
  private String grounds = "";
  private References seen = new References("", "", "");

  Round(
      WatchSettings settings,
      Clone clone,
      Memory memory,
      Reports reports,
      CommitJudge judge,
      Retries retries,
      WatchListener listener,
      BooleanSupplier isStopped) {
    this.settings = settings;
    this.clone = clone;
    this.memory = memory;
    this.reports = reports;
    this.judge = judge;
    this.verdicts = new Verdicts(clone, memory, reports, judge, retries, listener);
    this.isStopped = isStopped;
  }

  /** Does it. */
  Status run() {
    try {
      for (int lost = 0; lost < MOST_LOST; lost++) {
        seen = clone.look();
        grounds = judge.grounds();
        Status status = settle();
        if (status != null) {
          return status;
        }
      }
      return status(
          State.NOT_MOVED, "Others move '" + settings.approved() + "' all the time; look again.");
    } catch (UserError e) {
      return status(State.UNJUDGED, Verdicts.text(e));
    } catch (RuntimeException e) {
      return status(
          State.BROKEN,
          "headgate broke (" + e.getClass().getName() + "). Approved stays where it is.");
    } catch (IOException e) {
      return status(
          State.UNREACHABLE,
          "The repository '"
              + settings.shown()
              + "' cannot be followed: "
              + sentence(e)
              + " Approved stays where it is.");
    }
  }

  private static String sentence(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.endsWith(".") ? message : message + ".";
  }

  /** Goes as far as it can; null if somebody else has moved approved meanwhile. */
  private @Nullable Status settle() throws IOException {
    if (seen.branch().isEmpty()) {
      return status(
          State.NO_BRANCH,
          "There is no '" + settings.branch() + "' in '" + settings.shown() + "'.");
    }
    while (true) {
      Status trouble = trouble();
      if (trouble != null) {
        return trouble;
      }
      bases.add(seen.approved());
      if (!seen.approved().isEmpty()) {
        memory.approved(seen.approved());
      }
      if (seen.approved().equals(seen.branch())) {
        return status(State.APPROVED, approved());
      }
      List<String> candidates = candidates();
      Said newest = say(candidates.get(0), true);
      String open = newest.isOpen() ? candidates.get(0) : older(candidates);
      if (open == null) {
        return status(newest);
      }
      Push push = publish(open);
      if (push instanceof Push.Lost) {
        return null;
      }
      if (push instanceof Push.Refused refused) {
        return status(
            State.NOT_MOVED,
            "The gate is open for "
                + Reports.shown(open)
                + ", but the repository does not let '"
                + settings.approved()
                + "' be moved: "
                + refused.why()
                + ". Give headgate, and nobody else, the right to push to it and to '"
                + settings.notes()
                + "'.");
      }
    }
  }

  private String approved() {
    return "'"
        + settings.approved()
        + "' is at "
        + Reports.shown(seen.approved())
        + ", as '"
        + settings.branch()
        + "' is.";
  }

  /** What stands in the way of judging anything. */
  private @Nullable Status trouble() throws IOException {
    String approved = seen.approved();
    if (approved.isEmpty()) {
      String last = memory.last();
      return last.isEmpty()
          ? null
          : status(
              State.GONE,
              "'"
                  + settings.approved()
                  + "' is gone; it was at "
                  + last
                  + ". Put it back (git push "
                  + (settings.push() ? settings.shown() : clone.directory().toString())
                  + " "
                  + last
                  + ":"
                  + settings.approved()
                  + "), or delete the work directory to have the whole branch judged anew.");
    }
    String why = vouch(approved);
    if (why != null) {
      return status(
          State.FOREIGN,
          "Somebody else has moved '"
              + settings.approved()
              + "' to "
              + approved
              + ": "
              + why
              + " "
              + (memory.last().isEmpty()
                  ? "Delete it to have the whole branch judged"
                  : "Put it back to " + memory.last())
              + ", or say '--trust "
              + approved
              + "' if that commit is to count as approved.");
    }
    if (!settings.rewrite()
        && !approved.equals(seen.branch())
        && !clone.isAncestor(approved, seen.branch())) {
      return status(
          State.REWRITTEN,
          "'"
              + settings.branch()
              + "' was rewritten: it is at "
              + Reports.shown(seen.branch())
              + ", which does not descend from "
              + Reports.shown(approved)
              + ", where '"
              + settings.approved()
              + "' is. Push a branch that does, with a revert where something is to go; or allow"
              + " it with '--allow-rewrite'.");
    }
    return null;
  }

  /** Why a commit is not one that approved may point at; null if it may. */
  private @Nullable String vouch(String commit) throws IOException {
    if (memory.vouchesFor(commit) || commit.equals(settings.trusted())) {
      return null;
    }
    String permit = clone.note(seen.notes(), commit);
    if (permit == null) {
      return "it has no permit in '" + settings.notes() + "'.";
    }
    List<String> against = judge.against(clone.directory(), commit, permit);
    return against.isEmpty() ? null : "its permit is none for it: " + against.get(0);
  }

  private List<String> candidates() throws IOException {
    String approved = seen.approved();
    if (approved.isEmpty() || !clone.isAncestor(approved, seen.branch())) {
      return List.of(seen.branch());
    }
    List<String> all = clone.after(approved, seen.branch());
    return all.subList(0, Math.min(MOST_BACK, all.size()));
  }

  /** The newest commit behind the newest one that the gate is open for; null if there is none. */
  private @Nullable String older(List<String> candidates) throws IOException {
    for (String commit : candidates.subList(1, candidates.size())) {
      if (isStopped.getAsBoolean()) {
        return null;
      }
      if (say(commit, false).isOpen()) {
        return commit;
      }
    }
    return null;
  }

  private Said say(String commit, boolean isNewest) throws IOException {
    return verdicts.say(commit, seen.approved(), grounds, isNewest);
  }

  private Push publish(String commit) throws IOException {
    Entry entry = memory.find(commit, seen.approved());
    if (entry == null || entry.verdict() != Verdict.OPEN) {
      throw new IllegalStateException("Nothing is published that was not judged open.");
    }
    refuseAnothers(commit);
    Push push = new Moving(settings, clone).to(seen, commit, entry.note());
    if (push instanceof Push.Done done) {
      seen = new References(seen.branch(), commit, done.notes());
      moves.add(commit);
      memory.approved(commit);
    }
    return push;
  }

  /** One note holds one permit: two environments with the same notes would fight. */
  private void refuseAnothers(String commit) throws IOException {
    String there = clone.note(seen.notes(), commit);
    if (there != null && !judge.isOwn(there)) {
      throw new UserError(
          "The note of "
              + Reports.shown(commit)
              + " in '"
              + settings.notes()
              + "' is no permit of this environment; give each approved reference its own notes"
              + " with '--notes'.");
    }
  }

  private Status status(Said newest) throws IOException {
    State trouble = newest.trouble();
    if (trouble != null) {
      return status(trouble, newest.why() + " Approved stays where it is.");
    }
    return status(
        State.CLOSED,
        "The gate is closed for "
            + Reports.shown(seen.branch())
            + " of '"
            + settings.branch()
            + "'; '"
            + settings.approved()
            + "' "
            + (seen.approved().isEmpty()
                ? "is not there yet."
                : "stays at " + Reports.shown(seen.approved()) + ".")
            + " Mend it with a further commit, or revert it.");
  }

  private Status status(State state, String message) {
    return new Status(
        state,
        message,
        Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS),
        seen.branch(),
        seen.approved(),
        behind(),
        moves,
        verdicts.judged(),
        verdicts.millis(),
        newest());
  }

  private int behind() {
    if (seen.branch().isEmpty() || seen.branch().equals(seen.approved())) {
      return 0;
    }
    try {
      return clone.count(seen.approved(), seen.branch());
    } catch (IOException e) {
      return 0;
    }
  }

  private Status.@Nullable Newest newest() {
    // Approved, it was compared with what approved was before.
    Entry entry = null;
    for (String base : bases) {
      Entry found = memory.find(seen.branch(), base);
      entry = found == null ? entry : found;
    }
    if (entry == null) {
      return null;
    }
    Counts counts = entry.counts();
    return new Status.Newest(
        entry.base(),
        entry.verdict() == Verdict.OPEN,
        counts.errors(),
        counts.warnings(),
        counts.notes(),
        reports.find(entry.commit(), entry.base(), ".txt"),
        reports.find(entry.commit(), entry.base(), ".json"));
  }
}
