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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Judges an object by itself first, and then against the landscape that it comes into. The second
 * is as much work as the landscape is large, so one thread does it, and its answers are kept: who
 * applies an object mostly asks twice, first as a dry run.
 */
final class LandscapeReviewer implements Reviewer, AutoCloseable {

  /** What a review waits for the landscape where that only warns. */
  private static final long PATIENCE_MILLIS = 20;

  private static final int KEPT = 2000;

  private static final int WAITING = 200;

  private static final String LATER =
      "headgate judges this object against the rest of the landscape just now: ask again, such as"
          + " with --dry-run=server, for what that finds.";

  private final ObjectReviewer alone;
  private final Judging judging;
  private final LandscapeRules rules;
  private final AtomicReference<@Nullable Landscape> landscape = new AtomicReference<>();
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

  LandscapeReviewer(Judging judging, LandscapeRules rules) {
    this.alone = new ObjectReviewer(judging);
    this.judging = judging;
    this.rules = rules;
    background.allowCoreThreadTimeOut(true);
  }

  /** From now on objects are judged against this landscape. */
  void against(Landscape read) {
    synchronized (kept) {
      landscape.set(read);
      kept.clear();
    }
  }

  @Override
  public Answer answer(AdmissionReview review) {
    Answer first = alone.answer(review);
    if (!first.allowed() || review.changesNothing()) {
      return first;
    }
    Future<Effect> judged = judged(review);
    if (judged == null) {
      return without(first, "there is none yet, or too many objects wait for it");
    }
    try {
      Effect effect =
          rules == LandscapeRules.DENY
              ? judged.get()
              : judged.get(
                  judged.isDone() || background.getQueue().isEmpty() ? PATIENCE_MILLIS : 0,
                  TimeUnit.MILLISECONDS);
      return answer(first, review, effect);
    } catch (TimeoutException e) {
      return first.and(LATER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return without(first, "headgate is stopping");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return without(
          first, "headgate broke (" + (cause == null ? e : cause).getClass().getName() + ")");
    }
  }

  /** What only warns must not keep an object away because it broke; what denies must. */
  private Answer without(Answer first, String why) {
    String said = "headgate has not judged this object against the landscape: " + why + ".";
    if (rules == LandscapeRules.DENY) {
      throw new NoVerdict(said);
    }
    return first.and(said);
  }

  private @Nullable Future<Effect> judged(AdmissionReview review) {
    String key = review.meaning();
    synchronized (kept) {
      Landscape now = landscape.get();
      if (now == null) {
        return null;
      }
      Future<Effect> known = kept.get(key);
      if (known == null) {
        try {
          known =
              background.submit(
                  () -> now.effect(ObjectReviewer.FILE, review.object(), review.oldObject()));
        } catch (RejectedExecutionException e) {
          return null;
        }
        kept.put(key, known);
      }
      return known;
    }
  }

  private Answer answer(Answer first, AdmissionReview review, Effect effect) {
    if (!effect.failures().isEmpty()) {
      return without(first, "the rule " + effect.failures().get(0).rules() + " broke");
    }
    Severity threshold =
        Objects.requireNonNullElse(
            judging.failOn(),
            Objects.requireNonNullElse(judging.policy().failOn(), Severity.ERROR));
    List<String> denials = new ArrayList<>();
    List<String> warnings = new ArrayList<>(first.warnings());
    for (Result result : effect.results()) {
      if (result.isOpen() && !alone.judges(result.finding().rule())) {
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
