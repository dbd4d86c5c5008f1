/**
 * Follows a branch of a repository and moves an approved reference after it, as far as the gate is
 * open. It judges nothing itself: who starts it gives a {@link
 * io.headgate.delivery.watch.CommitJudge}. It never moves the reference to a commit that was not
 * judged open, whatever ends it and whoever else is at work.
 *
 * <p>What there is:
 *
 * <ul>
 *   <li><b>branch</b>, which others push to; headgate only reads it.
 *   <li><b>approved</b>, the reference that an agent follows; only headgate moves it.
 *   <li><b>notes</b>, a reference with a note of Git for each commit that approved has pointed at:
 *       its permit.
 *   <li><b>memory</b>, a file in the work directory: what was judged, and what was vouched for. It
 *       spares work, and tells a reference that is gone from one that never was. Losing it loses no
 *       safety but that.
 * </ul>
 *
 * <p>A round goes through these states; each arrow is taken at most once for a given pair of
 * commits:
 *
 * <pre>
 * LOOK      ask the remote for the three references, fetch what differs
 *             fails, or takes too long                        -&gt; UNREACHABLE
 *             no branch                                       -&gt; NO_BRANCH
 *             no approved, and the memory knows of one        -&gt; GONE
 *             no approved, and none is known                  -&gt; JUDGE the branch, without a base
 *             approved is no commit that headgate vouches for -&gt; FOREIGN
 *             approved is the branch                          -&gt; APPROVED
 *             approved is no ancestor of the branch           -&gt; REWRITTEN, or JUDGE if allowed
 *             otherwise                                       -&gt; JUDGE
 * JUDGE     the branch's newest commit against approved, then the ones before it on the line of
 *           first parents, newest first, until one is open; what the memory knows is not judged
 *           again; each judgement is remembered before anything follows from it
 *             one is open                                     -&gt; PUBLISH it
 *             none is open                                    -&gt; CLOSED, UNJUDGED or BROKEN
 * PUBLISH   write the permit's note, then push note and reference together, each only if the remote
 *           still has what LOOK saw
 *             done                                            -&gt; LOOK
 *             somebody was faster                             -&gt; LOOK
 *             the remote refuses                              -&gt; NOT_MOVED
 * </pre>
 *
 * <p>Why no kill does harm: until PUBLISH nothing leaves the work directory, and what lies there is
 * found again or made again. The push is one transaction of the remote. Where a remote knows no
 * such transactions, the note goes first: a note for a commit that was judged open, and that
 * nothing points at yet, is harmless, and the next round finds the judgement in the memory and
 * pushes again. The push names the commit that was judged by its id, never by a name that could
 * have moved since, and the value that it replaces: of two watchers one is told that somebody was
 * faster, and looks again.
 *
 * <p>What makes a judgement hold for another time: the same commit, the same base, and the same
 * {@link io.headgate.delivery.watch.CommitJudge#grounds() grounds}. Commits that lie behind the
 * newest one and were judged closed stay closed on whatever grounds, until the base is another one.
 */
@NullMarked
package io.headgate.delivery.watch;

import org.jspecify.annotations.NullMarked;
