package io.headgate.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Does independent pieces of work side by side. Whoever is free takes the next piece, heavy ones
 * first, so that nobody is left alone with one in the end; the outcome is in the order of the
 * pieces, whoever did them.
 *
 * <p>Plain threads: to load the classes of a pool would cost a small run more than its work.
 */
public final class SideBySide {

  private SideBySide() {}

  /**
   * The results of some pieces of work, in their order. What breaks the work on one piece ends the
   * others' too and is thrown on.
   *
   * @param work must not return null
   */
  public static <T, R> List<R> map(
      List<T> pieces, Predicate<? super T> heavy, Function<? super T, ? extends R> work) {
    int[] order = heavyFirst(pieces, heavy);
    AtomicReferenceArray<R> results = new AtomicReferenceArray<>(order.length);
    AtomicReference<Throwable> broken = new AtomicReference<>();
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < order.length; i = next.getAndIncrement()) {
              results.set(order[i], work.apply(pieces.get(order[i])));
            }
          } catch (RuntimeException | Error e) {
            broken.compareAndSet(null, e);
            next.set(order.length);
          }
        };
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), order.length);
    List<Thread> helpers = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      Thread helper = new Thread(worker, "headgate-".concat(Integer.toString(i)));
      helper.setDaemon(true);
      helper.start();
      helpers.add(helper);
    }
    worker.run();
    for (Thread helper : helpers) {
      join(helper);
    }
    throwOn(broken.get());
    List<R> inOrder = new ArrayList<>(order.length);
    for (int i = 0; i < order.length; i++) {
      inOrder.add(results.get(i));
    }
    return inOrder;
  }

  private static <T> int[] heavyFirst(List<T> pieces, Predicate<? super T> heavy) {
    int[] order = new int[pieces.size()];
    int front = 0;
    int back = order.length;
    for (int i = pieces.size() - 1; i >= 0; i--) {
      if (!heavy.test(pieces.get(i))) {
        order[--back] = i;
      }
    }
    for (int i = 0; i < pieces.size() && front < back; i++) {
      if (heavy.test(pieces.get(i))) {
        order[front++] = i;
      }
    }
    return order;
  }

  private static void throwOn(@Nullable Throwable thrown) {
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }

  /** Nobody interrupts headgate's threads; should it happen, the work is done nevertheless. */
  private static void join(Thread thread) {
    boolean interrupted = false;
    for (boolean ended = false; !ended; ) {
      try {
        thread.join();
        ended = true;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
