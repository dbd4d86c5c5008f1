package io.headgate.delivery.watch;

import io.headgate.delivery.watch.GitProgram.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Moves approved, and the notes with it: both or neither. */
final class Moving {

  private final WatchSettings settings;
  private final Clone clone;
  private final GitProgram git;

  Moving(WatchSettings settings, Clone clone) {
    this.settings = settings;
    this.clone = clone;
    this.git = clone.git();
  }

  /**
   * Moves approved to a commit, with a note, unless somebody else has moved one of the references.
   *
   * @param note the id of the note's text
   */
  Push to(References seen, String commit, String note) throws IOException {
    clone.good(
        seen.notes().isEmpty()
            ? git.ask("update-ref", "-d", Clone.WORK)
            : git.ask("update-ref", Clone.WORK, seen.notes()));
    clone.good(git.ask("notes", "--ref=" + Clone.WORK, "add", "-f", "-C", note, commit));
    String notes = clone.good(git.ask("rev-parse", Clone.WORK)).line();
    if (!settings.push()) {
      return local(seen, commit, notes);
    }
    Push pushed = push(seen, commit, notes);
    if (pushed instanceof Push.Done) {
      // The next look need not fetch what was made here.
      clone.good(
          git.ask(
              "update "
                  + Clone.APPROVED
                  + " "
                  + commit
                  + "\nupdate "
                  + Clone.NOTES
                  + " "
                  + notes
                  + "\n",
              List.of("update-ref", "--stdin")));
    }
    return pushed;
  }

  private Push push(References seen, String commit, String notes) throws IOException {
    List<String> options = new ArrayList<>(List.of("push", "--porcelain", "--no-verify"));
    String noteLease = lease(settings.notes(), seen.notes());
    String lease = lease(settings.approved(), seen.approved());
    String note = notes + ":" + settings.notes();
    String approved = commit + ":" + settings.approved();
    List<String> both = new ArrayList<>(options);
    both.addAll(List.of("--atomic", noteLease, lease, settings.repository(), note, approved));
    Answer answer = git.ask("", both);
    if (answer.isGood() || !answer.err().contains("does not support --atomic")) {
      return outcome(answer, notes);
    }
    List<String> first = new ArrayList<>(options);
    first.addAll(List.of(noteLease, settings.repository(), note));
    Push noted = outcome(git.ask("", first), notes);
    if (!(noted instanceof Push.Done)) {
      return noted;
    }
    List<String> second = new ArrayList<>(options);
    second.addAll(List.of(lease, settings.repository(), approved));
    return outcome(git.ask("", second), notes);
  }

  private static String lease(String reference, String seen) {
    return "--force-with-lease=" + reference + ":" + seen;
  }

  private Push outcome(Answer answer, String notes) throws IOException {
    if (answer.isGood()) {
      return new Push.Done(notes);
    }
    String refused = "";
    for (String line : answer.out().split("\n", -1)) {
      // FLAG TAB FROM:TO TAB SUMMARY (REASON)
      if (line.startsWith("!")) {
        if (line.contains("(stale info)")) {
          return new Push.Lost();
        }
        // Two transactions at the same moment: the other one has the lock.
        if (line.contains("atomic transaction failed") || line.contains("failed to update ref")) {
          return new Push.Lost();
        }
        // The other reference is refused for no reason of its own.
        String reason = line.substring(line.lastIndexOf('\t') + 1);
        refused = refused.isEmpty() || refused.contains("atomic") ? reason : refused;
      }
    }
    if (refused.isEmpty()) {
      throw clone.failed(answer);
    }
    return new Push.Refused(Addresses.without(refused, settings.repository()));
  }

  private Push local(References seen, String commit, String notes) throws IOException {
    String none = "0".repeat(commit.length());
    String old = seen.approved().isEmpty() ? none : seen.approved();
    String oldNotes = seen.notes().isEmpty() ? none : seen.notes();
    Answer answer =
        git.ask(
            "start\nupdate "
                + settings.notes()
                + " "
                + notes
                + " "
                + oldNotes
                + "\nupdate "
                + settings.approved()
                + " "
                + commit
                + " "
                + old
                + "\nprepare\ncommit\n",
            List.of("update-ref", "--stdin"));
    return answer.isGood() ? new Push.Done(notes) : new Push.Lost();
  }
}
