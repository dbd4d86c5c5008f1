package io.headgate.cli;

import io.headgate.delivery.watch.Judgement;
import io.headgate.delivery.watch.Status;
import io.headgate.delivery.watch.StatusTexts;
import io.headgate.delivery.watch.WatchListener;
import io.headgate.delivery.watch.WatchSettings;
import io.headgate.engine.error.UserError;
import io.headgate.engine.report.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how things stand. */
final class WatchSpeaker implements WatchListener {

  private final WatchSettings settings;
  private final List<ReportTarget> targets;
  private final boolean once;
  private final Terminal terminal;
  private @Nullable Status said;
  private String report = "";
  private String newest = "";

  WatchSpeaker(
      WatchSettings settings, List<ReportTarget> targets, boolean once, Terminal terminal) {
    this.settings = settings;
    this.targets = targets;
    this.once = once;
    this.terminal = terminal;
  }

  @Override
  public void judged(String commit, String base, Judgement judgement, long nanos) {
    // The newest one comes first, and is the one to be mended; it may be judged once more.
    newest = newest.isEmpty() ? commit : newest;
    if (commit.equals(newest)) {
      report = judgement.verdict() == Judgement.Verdict.OPEN ? "" : judgement.text();
    }
  }

  @Override
  public void ended(Status status) {
    boolean isNews = once || isOther(status, said);
    for (ReportTarget target : targets) {
      boolean isText = target.format().equals("text");
      String text =
          isText
              ? (target.file() == null ? report : "") + StatusTexts.text(status)
              : StatusTexts.json(status, settings, Main.version());
      try {
        if (target.file() != null || isNews) {
          target.write(text, terminal);
        }
      } catch (UserError e) {
        terminal.err().println(Texts.harmless("headgate: " + e.getMessage()));
      }
    }
    report = "";
    newest = "";
    said = status;
    terminal.flush();
  }

  private static boolean isOther(Status status, @Nullable Status before) {
    return before == null
        || before.state() != status.state()
        || !before.branch().equals(status.branch())
        || !before.approved().equals(status.approved())
        || !before.message().equals(status.message());
  }
}
