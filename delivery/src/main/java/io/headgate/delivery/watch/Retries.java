package io.headgate.delivery.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Commits that could not be judged: they are asked for again, less and less often, since nothing
 * but what lies around them can have changed.
 */
final class Retries {

  private static final long FIRST = TimeUnit.SECONDS.toNanos(30);
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
  private static final int MOST = 1000;

  private final LongSupplier nanos;
  private final Map<String, Retry> retries = new HashMap<>();

  private record Retry(Said said, long since, long pause) {}

  Retries(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** What was said the last time, if it is too early to ask again; otherwise null. */
  @Nullable Said find(String key) {
    Retry retry = retries.get(key);
    return retry != null && nanos.getAsLong() - retry.since() < retry.pause() ? retry.said() : null;
  }

  /** Notes that there was trouble. */
  void failed(String key, Said said) {
    if (retries.size() >= MOST) {
      retries.clear();
    }
    Retry before = retries.get(key);
    long pause = before == null ? FIRST : Math.min(LONGEST, 2 * before.pause());
    retries.put(key, new Retry(said, nanos.getAsLong(), pause));
  }
}
