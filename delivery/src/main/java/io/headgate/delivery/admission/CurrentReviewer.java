package io.headgate.delivery.admission;

import io.headgate.engine.Landscape;
import io.headgate.engine.Landscape.Effect;
import io.headgate.engine.report.Result;
import io.headgate.spi.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Judges by the policy of now, and against the landscape of now where one is asked for: an object
 * by itself first, and then among all others. The second is as much work as the landscape is large,
 * so one thread does it, and its answers are kept: who applies an object mostly asks twice, first
 * as a dry run.
 */
final class CurrentReviewer implements Reviewer, AutoCloseable {

  /**
   * What a review waits for the landscape where that only warns and no others come: a person waits
   * for an answer rather than ask again.
   */
  private static final long PATIENCE_MILLIS = 1000;

  /** Where others come, who waits holds them up: only as long as it takes to judge a small one. */
  private static final long SHORT_PATIENCE_MILLIS = 20;

  private static final long SMALL_MILLIS = 5;

  private static final int KEPT = 2000;

  private static final int WAITING = 200;

  /** Where reviews come faster than that, what they need not wait for gives way to them. */
  private static final long BUSY_NANOS = 100_000_000;

  private static final long LONGEST_PAUSE_MILLIS = 1000;

  private static final String LATER =
      "headgate judges this object against the rest of the landscape just now: ask again, such as"
          + " with --dry-run=server, for what that finds.";

  private final @Nullable LandscapeRules rules;
  private volatile State state;
  private volatile long lastArrival = System.nanoTime() - BUSY_NANOS;
  private volatile long arrivalBefore = lastArrival;
  private final AtomicBoolean isOneWaiting = new AtomicBoolean();
  private volatile long lastMillis;
  private final Map<String, Future<Effect>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Future<Effect>> eldest) {
          return size() > KEPT;
        }
      };
  private final ThreadPoolExecutor background =
      new ThreadPoolExecutor(
          1,
          1,
          30,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          work -> new Thread(work, "headgate-landscape"));

  /** What holds at a time. */
  private record State(Judging judging, ObjectReviewer alone, @Nullable Landscape landscape) {

    State(Basis basis) {
      this(
          basis.judging(),
          new ObjectReviewer(basis.judging(), basis.landscape()),
          basis.landscape());
    }
  }

  /**
   * A reviewer that has no landscape yet.
   *
   * @param rules what rules do that need one; null if they are never asked
   */
  CurrentReviewer(Judging judging, @Nullable LandscapeRules rules) {
    this.rules = rules;
    this.state = new State(new Basis(judging, null));
    background.allowCoreThreadTimeOut(true);
  }

  /** Whether it asks rules that need a landscape. */
  boolean needsLandscape() {
    return rules != null;
  }

  /** From now on objects are judged by this. What waits for the landscape of before waits anew. */
  void by(Basis basis) {
    State next = new State(basis);
    List<Future<Effect>> old;
    synchronized (kept) {
      state = next;
      old = List.copyOf(kept.values());
      kept.clear();
    }
    background.getQueue().clear();
    for (Future<Effect> waiting : old) {
      waiting.cancel(false);
    }
  }

  /** Judges an object by itself alone. */
  Answer alone(AdmissionReview review) {
    return state.alone().answer(review);
  }

  /** Judges among all others what nobody has sent, one after the other, until interrupted. */
  void tryOut(List<AdmissionReview> reviews) {
    Landscape landscape = state.landscape();
    for (AdmissionReview review : reviews) {
      if (landscape == null || Thread.currentThread().isInterrupted()) {
        return;
      }
      Effect unused = landscape.effect(ObjectReviewer.FILE, review.object(), review.oldObject());
    }
  }

  @Override
  public void arrives() {
    arrivalBefore = lastArrival;
    lastArrival = System.nanoTime();
  }

  @Override
  public Answer answer(AdmissionReview review) {
    State now = state;
    Answer first = now.alone().answer(review);
    if (rules == null || !first.allowed() || review.changesNothing()) {
      return first;
    }
    // One thread that answers may wait, not all of them.
    boolean waits =
        rules == LandscapeRules.WARN
            && System.nanoTime() - arrivalBefore > BUSY_NANOS
            && isOneWaiting.compareAndSet(false, true);
    try {
      return among(first, review, now, waits);
    } finally {
      if (waits) {
        isOneWaiting.set(false);
      }
    }
  }

  private Answer among(Answer first, AdmissionReview review, State known, boolean calm) {
    State now = known;
    while (true) {
      Future<Effect> judged = judged(review, now, calm);
      if (judged == null) {
        return without(
            first, now.landscape() == null ? "there is none yet" : "too many objects wait for it");
      }
      try {
        Effect effect =
            rules == LandscapeRules.DENY
                ? judged.get()
                : judged.get(patience(calm), TimeUnit.MILLISECONDS);
        return answer(first, review, now, effect);
      } catch (TimeoutException e) {
        return first.and(LATER);
      } catch (CancellationException e) {
        // There is another landscape; it is asked once more.
        now = state;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return without(first, "headgate is stopping");
      } catch (ExecutionException e) {
        Throwable cause = e.getCause();
        return without(
            first, "headgate broke (" + (cause == null ? e : cause).getClass().getName() + ")");
      }
    }
  }

  private long patience(boolean calm) {
    if (calm) {
      return PATIENCE_MILLIS;
    }
    return lastMillis <= SMALL_MILLIS && background.getQueue().isEmpty()
        ? SHORT_PATIENCE_MILLIS
        : 0;
  }

  private boolean isCalm() {
    return System.nanoTime() - lastArrival > BUSY_NANOS;
  }

  /** What only warns must not keep an object away because it broke; what denies must. */
  private Answer without(Answer first, String why) {
    String said = "headgate has not judged this object against the landscape: " + why + ".";
    if (rules == LandscapeRules.DENY) {
      throw new NoVerdict(said);
    }
    return first.and(said);
  }

  private @Nullable Future<Effect> judged(AdmissionReview review, State now, boolean calm) {
    Landscape landscape = now.landscape();
    if (landscape == null) {
      return null;
    }
    String key = review.meaning();
    synchronized (kept) {
      if (!now.equals(state)) {
        throw new CancellationException();
      }
      Future<Effect> known = kept.get(key);
      if (known == null) {
        try {
          known = background.submit(() -> effect(landscape, review, calm));
        } catch (RejectedExecutionException e) {
          return null;
        }
        kept.put(key, known);
      }
      return known;
    }
  }

  /**
   * Judges, after a rest as long as the last one took while reviews keep coming that do not wait
   * for this: half a processor is theirs.
   */
  private Effect effect(Landscape landscape, AdmissionReview review, boolean calm)
      throws InterruptedException {
    if (rules == LandscapeRules.WARN && lastMillis > SMALL_MILLIS && !calm && !isCalm()) {
      Thread.sleep(Math.min(lastMillis, LONGEST_PAUSE_MILLIS));
    }
    long start = System.nanoTime();
    Effect effect = landscape.effect(ObjectReviewer.FILE, review.object(), review.oldObject());
    lastMillis = (System.nanoTime() - start) / 1_000_000;
    return effect;
  }

  private Answer answer(Answer first, AdmissionReview review, State now, Effect effect) {
    if (!effect.failures().isEmpty()) {
      return without(first, "the rule " + effect.failures().get(0).rules() + " broke");
    }
    Severity threshold =
        Objects.requireNonNullElse(
            now.judging().failOn(),
            Objects.requireNonNullElse(now.judging().policy().failOn(), Severity.ERROR));
    List<String> denials = new ArrayList<>();
    List<String> warnings = new ArrayList<>(first.warnings());
    for (Result result : effect.results()) {
      if (result.isOpen() && !now.alone().judges(result.finding().rule())) {
        boolean denies =
            rules == LandscapeRules.DENY
                && !review.isDeletion()
                && result.severity().atLeast(threshold);
        (denies ? denials : warnings).add(ObjectReviewer.said(result));
      }
    }
    return new Answer(denials.isEmpty(), String.join(" ", denials), warnings);
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
