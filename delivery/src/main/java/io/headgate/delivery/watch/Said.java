package io.headgate.delivery.watch;

import io.headgate.delivery.watch.Judgement.Verdict;
import io.headgate.delivery.watch.Memory.Entry;
import io.headgate.delivery.watch.Status.State;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking for a commit: something was said of it, or there was trouble.
 *
 * @param entry what was said; null if there was trouble
 * @param trouble what kind of; null if something was said
 * @param why in sentences; empty if something was said
 */
record Said(@Nullable Entry entry, @Nullable State trouble, String why) {

  static Said of(Entry entry) {
    return new Said(entry, null, "");
  }

  static Said trouble(State state, String why) {
    return new Said(null, state, why);
  }

  boolean isOpen() {
    return entry != null && entry.verdict() == Verdict.OPEN;
  }
}
