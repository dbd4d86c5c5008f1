package io.headgate.delivery.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.delivery.watch.Status.State;
import io.headgate.engine.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each situation that a branch and its approved reference can be in, with real repositories. */
class WatcherTest {

  @TempDir Path directory;
  private final StubJudge judge = new StubJudge();
  private Remote remote;
  private boolean push = true;
  private boolean rewrite;
  private @Nullable String trusted;
  private String work = "work";
  private String notes = Remote.NOTES;

  @BeforeEach
  void setUp() {
    remote = Remote.in(directory);
  }

  private WatchSettings settings() {
    return new WatchSettings(
        remote.bare().toString(),
        "refs/heads/main",
        Remote.APPROVED,
        notes,
        directory.resolve(work),
        push,
        rewrite,
        trusted,
        Duration.ofSeconds(60));
  }

  private Watcher open() throws IOException {
    return Watcher.open(settings(), "", judge, new Silent());
  }

  /** One look of a process of its own. */
  private Status look() {
    judge.asked.clear();
    try (Watcher watcher = open()) {
      return watcher.once();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Silent implements WatchListener {
    @Override
    public void judged(String commit, String base, Judgement judgement, long nanos) {}

    @Override
    public void ended(Status status) {}
  }

  private List<String> judged() {
    List<String> commits = new ArrayList<>();
    judge.asked.forEach(asked -> commits.add(asked.substring(0, asked.indexOf(' '))));
    return commits;
  }

  private String approvedFirst() {
    String first = remote.push("open 1");
    assertThat(look().state()).isEqualTo(State.APPROVED);
    assertThat(judge.asked).containsExactly(first + " ");
    return first;
  }

  @Test
  void theFirstCommitComesWithItsPermit() {
    String first = approvedFirst();
    assertThat(remote.approved()).isEqualTo(first);
    assertThat(remote.note(first)).isEqualTo("permit for " + first);
    Status again = look();
    assertThat(again.state()).isEqualTo(State.APPROVED);
    assertThat(judge.asked).isEmpty();
  }

  @Test
  void ofSeveralCommitsTheNewestIsJudgedAgainstApproved() {
    String first = approvedFirst();
    remote.commit("closed 2");
    remote.commit("open 3");
    String newest = remote.push("open 4");
    Status status = look();
    assertThat(status.state()).isEqualTo(State.APPROVED);
    assertThat(status.moves()).containsExactly(newest);
    assertThat(judge.asked).containsExactly(newest + " " + first);
  }

  @Test
  void whereTheNewestIsClosedTheOneBeforeItIsTaken() {
    String first = approvedFirst();
    String second = remote.commit("open 2");
    String third = remote.commit("open 3");
    String newest = remote.push("closed 4");
    Status status = look();
    assertThat(status.state()).isEqualTo(State.CLOSED);
    assertThat(status.moves()).containsExactly(third);
    assertThat(status.behind()).isEqualTo(1);
    assertThat(remote.approved()).isEqualTo(third);
    assertThat(judge.asked)
        .containsExactly(newest + " " + first, third + " " + first, newest + " " + third)
        .noneMatch(asked -> asked.startsWith(second));
    assertThat(look().state()).isEqualTo(State.CLOSED);
    assertThat(judge.asked).isEmpty();
  }

  @Test
  void aMendOpensTheGateAndARevertIsAChangeLikeAny() {
    String first = approvedFirst();
    remote.push("closed 2");
    assertThat(look().state()).isEqualTo(State.CLOSED);
    String mended = remote.push("open 3");
    assertThat(look().state()).isEqualTo(State.APPROVED);
    assertThat(judge.asked).containsExactly(mended + " " + first);
    Remote.git(remote.people(), "revert", "--no-edit", "-n", "HEAD", "HEAD~1");
    String reverted = remote.push("open 1");
    assertThat(look().state()).isEqualTo(State.APPROVED);
    assertThat(remote.approved()).isEqualTo(reverted);
  }

  @Test
  void ofAMergeTheMergeIsJudgedAndNotWhatItMerges() {
    final String first = approvedFirst();
    Remote.git(remote.people(), "checkout", "-q", "-b", "topic");
    remote.commit("open on the way");
    remote.commit("closed on the way");
    Remote.git(remote.people(), "checkout", "-q", "main");
    String before = remote.commit("open 2");
    Remote.git(remote.people(), "merge", "-q", "--no-ff", "-s", "ours", "-m", "merge", "topic");
    String merge = Remote.git(remote.people(), "rev-parse", "HEAD");
    String newest = remote.push("closed 3");
    Status status = look();
    assertThat(status.moves()).containsExactly(merge);
    assertThat(judged()).containsExactly(newest, merge, newest).doesNotContain(before);
    assertThat(remote.note(merge)).isEqualTo("permit for " + merge);
    assertThat(first).isNotEqualTo(merge);
  }

  @Test
  void aMergeTheOtherWayRoundIsJudgedAlone() {
    approvedFirst();
    Remote.git(remote.people(), "checkout", "-q", "--orphan", "other");
    remote.commit("open elsewhere");
    Remote.git(
        remote.people(),
        "merge",
        "-q",
        "--allow-unrelated-histories",
        "-s",
        "ours",
        "-m",
        "merge",
        "main");
    String newest = remote.push("closed 2");
    assertThat(look().state()).isEqualTo(State.CLOSED);
    assertThat(judged()).containsExactly(newest);
  }

  @Test
  void aRewrittenBranchIsNotFollowedUnlessThatIsAllowed() {
    String first = approvedFirst();
    Remote.git(remote.people(), "commit", "-q", "--amend", "-m", "another first");
    String other = Remote.git(remote.people(), "rev-parse", "HEAD");
    remote.push();
    Status status = look();
    assertThat(status.state()).isEqualTo(State.REWRITTEN);
    assertThat(status.message()).contains("--allow-rewrite");
    assertThat(judge.asked).isEmpty();
    assertThat(remote.approved()).isEqualTo(first);
    rewrite = true;
    assertThat(look().state()).isEqualTo(State.APPROVED);
    assertThat(judge.asked).containsExactly(other + " " + first);
    assertThat(remote.approved()).isEqualTo(other);
  }

  @Test
  void aBranchThatIsSetBackIsRewritten() {
    approvedFirst();
    String second = remote.push("open 2");
    assertThat(look().state()).isEqualTo(State.APPROVED);
    Remote.git(remote.people(), "reset", "-q", "--hard", "HEAD~1");
    remote.push();
    assertThat(look().state()).isEqualTo(State.REWRITTEN);
    assertThat(remote.approved()).isEqualTo(second);
  }

  @Test
  void aBranchThatVanishesChangesNothing() {
    String first = approvedFirst();
    Remote.git(remote.bare(), "update-ref", "-d", "refs/heads/main");
    Status status = look();
    assertThat(status.state()).isEqualTo(State.NO_BRANCH);
    assertThat(remote.approved()).isEqualTo(first);
    remote.push("open 2");
    assertThat(look().state()).isEqualTo(State.APPROVED);
  }

  @Test
  void anEmptyRepositoryHasNoBranch() {
    assertThat(look().state()).isEqualTo(State.NO_BRANCH);
  }

  @Test
  void aReferenceThatSomebodyElseMovedIsToldOfAndLeftAlone() {
    final String first = approvedFirst();
    String second = remote.push("closed 2");
    remote.move(Remote.APPROVED, second);
    Status status = look();
    assertThat(status.state()).isEqualTo(State.FOREIGN);
    assertThat(status.message()).contains(second, "no permit", "Put it back to " + first);
    assertThat(judge.asked).isEmpty();
    assertThat(remote.approved()).isEqualTo(second);
    // Not even with the permit of another commit.
    Remote.git(remote.bare(), "notes", "--ref=" + Remote.NOTES, "copy", first, second);
    assertThat(look().message()).contains("its permit is none for it: it is for another.");
    remote.move(Remote.APPROVED, first);
    assertThat(look().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void aCommitCanBeTrusted() {
    String first = remote.push("closed 1");
    remote.move(Remote.APPROVED, first);
    assertThat(look().message()).contains("--trust " + first, "Delete it");
    trusted = first;
    assertThat(look().state()).isEqualTo(State.APPROVED);
    String second = remote.push("open 2");
    trusted = null;
    assertThat(look().state()).isEqualTo(State.APPROVED);
    assertThat(judge.asked).containsExactly(second + " " + first);
  }

  @Test
  void aReferenceThatIsSetBackToWhatWasApprovedGoesForwardAgain() {
    String first = approvedFirst();
    String second = remote.push("open 2");
    look();
    remote.move(Remote.APPROVED, first);
    Status status = look();
    assertThat(status.state()).isEqualTo(State.APPROVED);
    assertThat(status.moves()).containsExactly(second);
    assertThat(judge.asked).isEmpty();
  }

  @Test
  void aReferenceThatIsGoneIsNotMadeAnew() {
    String first = approvedFirst();
    remote.push("open 2");
    Remote.git(remote.bare(), "update-ref", "-d", Remote.APPROVED);
    Status status = look();
    assertThat(status.state()).isEqualTo(State.GONE);
    assertThat(status.message()).contains(first + ":" + Remote.APPROVED);
    assertThat(remote.approved()).isEmpty();
    remote.move(Remote.APPROVED, first);
    assertThat(look().state()).isEqualTo(State.APPROVED);
  }

  @Test
  void anotherWatcherTakesThePermitForIt() {
    approvedFirst();
    work = "elsewhere";
    assertThat(look().state()).isEqualTo(State.APPROVED);
    assertThat(judge.asked).isEmpty();
  }

  @Test
  void whoIsSlowerLooksAgain() {
    String first = approvedFirst();
    remote.push("open 2");
    String third = remote.commit("open 3");
    // While one judges, the branch goes on, and another one approves what it has now.
    judge.meanwhile =
        () -> {
          judge.meanwhile = () -> {};
          remote.push();
          Remote.git(
              remote.bare(), "notes", "--ref=" + Remote.NOTES, "add", "-m", "x", first, "-f");
          Remote.git(
              remote.bare(),
              "notes",
              "--ref=" + Remote.NOTES,
              "add",
              "-m",
              "permit for " + third,
              third);
          remote.move(Remote.APPROVED, third);
        };
    Status status = look();
    assertThat(status.state()).isEqualTo(State.APPROVED);
    assertThat(status.moves()).isEmpty();
    assertThat(remote.approved()).isEqualTo(third);
  }

  @Test
  void aNoteOfSomebodyElseIsNotLost() {
    String first = approvedFirst();
    String second = remote.push("open 2");
    judge.meanwhile =
        () -> {
          judge.meanwhile = () -> {};
          Remote.git(
              remote.bare(), "notes", "--ref=" + Remote.NOTES, "append", "-m", "seen", first);
        };
    Status status = look();
    assertThat(status.state()).isEqualTo(State.APPROVED);
    assertThat(judge.asked).containsExactly(second + " " + first);
    assertThat(remote.note(first)).contains("seen");
    assertThat(remote.note(second)).isEqualTo("permit for " + second);
  }

  @Test
  void aNoteOfAnotherEnvironmentIsNotReplaced() {
    approvedFirst();
    String second = remote.push("open 2");
    Remote.git(remote.bare(), "notes", "--ref=" + Remote.NOTES, "add", "-m", "other", second);
    Status status = look();
    assertThat(status.state()).isEqualTo(State.UNJUDGED);
    assertThat(status.message()).contains("--notes");
    assertThat(remote.note(second)).isEqualTo("other");
  }

  @Test
  void aRemoteThatRefusesIsAskedAgainWithoutAnotherJudgement() throws IOException {
    String first = approvedFirst();
    Path hook = remote.bare().resolve("hooks/update");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\n[ \"$1\" != refs/heads/approved ]\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    String second = remote.push("open 2");
    Status status = look();
    assertThat(status.state()).isEqualTo(State.NOT_MOVED);
    assertThat(status.message()).contains("hook declined");
    assertThat(remote.approved()).isEqualTo(first);
    Files.delete(hook);
    assertThat(look().state()).isEqualTo(State.APPROVED);
    assertThat(judge.asked).isEmpty();
    assertThat(remote.approved()).isEqualTo(second);
  }

  @Test
  void aRemoteWithoutTransactionsGetsTheNoteFirst() {
    Remote.git(remote.bare(), "config", "receive.advertiseAtomic", "false");
    String first = approvedFirst();
    assertThat(remote.note(first)).isEqualTo("permit for " + first);
  }

  @Test
  void permitsCanBeKeptInABranchWhichAnyServerProtects() {
    notes = "refs/heads/permits";
    approvedFirst();
    String second = remote.push("open 2");
    assertThat(look().state()).isEqualTo(State.APPROVED);
    work = "elsewhere";
    assertThat(look().state()).isEqualTo(State.APPROVED);
    Remote.git(remote.bare(), "fetch", "-q", ".", "refs/heads/permits:refs/notes/copy");
    assertThat(Remote.git(remote.bare(), "notes", "--ref=copy", "show", second))
        .isEqualTo("permit for " + second);
  }

  @Test
  void nothingIsPushedWhereThatIsNotWanted() {
    push = false;
    final String first = remote.push("open 1");
    assertThat(look().state()).isEqualTo(State.APPROVED);
    String second = remote.push("open 2");
    assertThat(look().state()).isEqualTo(State.APPROVED);
    assertThat(judge.asked).containsExactly(second + " " + first);
    assertThat(remote.approved()).isEmpty();
    assertThat(remote.at(Remote.NOTES)).isEmpty();
    Path clone = directory.resolve("work/repository");
    assertThat(Remote.git(clone, "rev-parse", Remote.APPROVED)).isEqualTo(second);
    assertThat(Remote.git(clone, "notes", "--ref=" + Remote.NOTES, "show", second))
        .isEqualTo("permit for " + second);
  }

  @Test
  void aRepositoryWithLongIds() {
    remote = Remote.in(directory.resolve("long"), "--object-format=sha256");
    assertThat(approvedFirst()).hasSize(64);
    push = false;
    work = "local";
    assertThat(look().state()).isEqualTo(State.APPROVED);
  }

  @Test
  void otherGroundsHaveTheNewestJudgedAgainAndNoOther() {
    String first = approvedFirst();
    remote.commit("closed 2");
    String newest = remote.push("closed 3");
    look();
    assertThat(judge.asked).hasSize(2);
    judge.grounds = "g2";
    look();
    assertThat(judge.asked).containsExactly(newest + " " + first);
  }

  @Test
  void whatCannotBeJudgedIsSaidAndAskedForAgain() {
    String first = approvedFirst();
    remote.push("wrong 2");
    Status status = look();
    assertThat(status.state()).isEqualTo(State.UNJUDGED);
    assertThat(status.message()).contains("The policy is wrong.");
    look();
    assertThat(judge.asked).hasSize(1);
    remote.push("bug 3");
    assertThat(look().state()).isEqualTo(State.BROKEN);
    remote.push("broken 4");
    assertThat(look().state()).isEqualTo(State.BROKEN);
    assertThat(remote.approved()).isEqualTo(first);
  }

  @Test
  void withinOneProcessItIsNotAskedForAllTheTime() throws IOException {
    approvedFirst();
    remote.push("wrong 2");
    judge.asked.clear();
    try (Watcher watcher = open()) {
      assertThat(watcher.once().state()).isEqualTo(State.UNJUDGED);
      assertThat(watcher.once().state()).isEqualTo(State.UNJUDGED);
      assertThat(judge.asked).hasSize(1);
      remote.push("open 3");
      assertThat(watcher.once().state()).isEqualTo(State.APPROVED);
    }
  }

  @Test
  void whoGoesOnIsReadyForTheFirstChange() throws IOException, InterruptedException {
    String first = approvedFirst();
    judge.asked.clear();
    try (Watcher watcher = open()) {
      Thread thread = new Thread(() -> watcher.run(Duration.ofMillis(10)));
      thread.start();
      String second = remote.push("open 2");
      for (int i = 0; i < 1000 && !remote.approved().equals(second); i++) {
        Thread.sleep(10);
      }
      watcher.stop();
      thread.join(30_000);
      assertThat(thread.isAlive()).isFalse();
      assertThat(watcher.isStopped()).isTrue();
      assertThat(remote.approved()).isEqualTo(second);
      assertThat(judge.asked).endsWith(second + " " + first).hasSizeBetween(1, 2);
    }
  }

  @Test
  void oneWorkDirectoryIsForOneWatcher() throws IOException {
    try (Watcher watcher = open()) {
      assertThat(watcher.isStopped()).isFalse();
      assertThatThrownBy(this::open)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("Another 'headgate watch' works in");
    }
  }

  @Test
  void aWorkDirectoryOfSomethingElseIsNotTaken() {
    approvedFirst();
    push = false;
    assertThatThrownBy(this::look)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("belongs to another repository");
  }

  @Test
  void aMemoryThatIsDamagedIsToldOf() throws IOException {
    approvedFirst();
    Files.writeString(directory.resolve("work/memory"), "headgate-watch 1\n");
    assertThatThrownBy(this::look).isInstanceOf(UserError.class).hasMessageContaining("Delete it");
  }

  @Test
  void locksThatAKilledGitHasLeftAreTakenAway() throws IOException {
    approvedFirst();
    Path git = directory.resolve("work/repository/.git");
    for (String lock :
        List.of("packed-refs.lock", "config.lock", "refs/headgate/branch.lock", "HEAD.lock")) {
      Files.createFile(git.resolve(lock));
    }
    remote.push("open 2");
    assertThat(look().state()).isEqualTo(State.APPROVED);
  }

  @Test
  void aRepositoryThatCannotBeReachedChangesNothing() throws IOException {
    String first = approvedFirst();
    Files.move(remote.bare(), directory.resolve("moved"));
    Status status = look();
    assertThat(status.state()).isEqualTo(State.UNREACHABLE);
    assertThat(status.message()).contains("cannot be followed", "Approved stays");
    Files.move(directory.resolve("moved"), remote.bare());
    assertThat(look().state()).isEqualTo(State.APPROVED);
    assertThat(remote.approved()).isEqualTo(first);
  }
}
