package io.headgate.delivery.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges commits. For one thread. */
public interface CommitJudge {

  /**
   * What decides besides the commit and its base, in few characters and without blanks: where it is
   * another one, a judgement may be another one, too.
   *
   * @throws io.headgate.engine.error.UserError if something of it cannot be had
   * @throws IOException if something of it cannot be read
   */
  String grounds() throws IOException;

  /**
   * Judges a commit.
   *
   * @param repository the directory of a work tree, which need not be checked out
   * @param commit its id
   * @param base the id of the commit that it is compared with, whose policy judges; null for none
   * @throws io.headgate.engine.error.UserError if it cannot be judged
   * @throws IOException if the disk or git fails
   */
  Judgement judge(Path repository, String commit, @Nullable String base) throws IOException;

  /**
   * Brings up what judging needs, so that the first change need not wait for it. What it says of
   * the commit is of no account.
   */
  void warmUp(Path repository, String commit);

  /** Whether a text is a permit for the same environment, of whatever commit. */
  boolean isOwn(String permit);

  /**
   * Holds a commit against a permit.
   *
   * @param permit the text of what is to be one
   * @return why it is none for this commit, in sentences; empty if it is one
   * @throws IOException if the disk or git fails
   */
  List<String> against(Path repository, String commit, String permit) throws IOException;
}
