package io.headgate.delivery.watch;

import io.headgate.delivery.watch.Judgement.Verdict;
import io.headgate.engine.error.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of each commit what its file {@code verdict} says. */
final class StubJudge implements CommitJudge {

  final List<String> asked = new ArrayList<>();
  String grounds = "g1";
  Runnable meanwhile = () -> {};

  @Override
  public String grounds() {
    return grounds;
  }

  @Override
  public Judgement judge(Path repository, String commit, @Nullable String base) {
    asked.add(commit + " " + (base == null ? "" : base));
    meanwhile.run();
    String verdict = Remote.git(repository, "show", commit + ":verdict");
    if (verdict.startsWith("wrong")) {
      throw new UserError("The policy is wrong.");
    }
    if (verdict.startsWith("bug")) {
      throw new IllegalStateException("a bug");
    }
    boolean open = verdict.startsWith("open");
    return new Judgement(
        verdict.startsWith("broken") ? Verdict.NONE : open ? Verdict.OPEN : Verdict.CLOSED,
        open ? 0 : 1,
        0,
        0,
        "report of " + commit,
        "{}",
        open ? "permit for " + commit : null);
  }

  @Override
  public void warmUp(Path repository, String commit) {
    asked.add("warm " + commit);
  }

  @Override
  public boolean isOwn(String permit) {
    return permit.startsWith("permit for ");
  }

  @Override
  public List<String> against(Path repository, String commit, String permit) {
    return permit.strip().equals("permit for " + commit)
        ? List.of()
        : List.of("it is for another.");
  }
}
