package io.headgate.rules.kafka;

/** Spans of time as people say them; Kafka counts them in milliseconds. */
public final class Durations {

  private static final long[] UNITS = {86_400_000, 3_600_000, 60_000, 1000};
  private static final String[] NAMES = {"day", "hour", "minute", "second"};

  /** From so many on, a greater unit says more, even if it has to be rounded. */
  private static final long MANY = 1000;

  private Durations() {}

  /**
   * A span such as {@code 14 days}, {@code 36 hours} or {@code 1 minute}: in the greatest unit that
   * it is a multiple of; rounded, as {@code about 12 days}, where that would be a long number.
   *
   * @param millis zero or more
   */
  public static String text(long millis) {
    for (int i = 0; i < UNITS.length; i++) {
      long count = millis / UNITS[i];
      if (count > 0 && count < MANY && millis % UNITS[i] == 0) {
        return named(count, i);
      }
    }
    if (millis < MANY) {
      return millis + " ms";
    }
    for (int i = 0; i < UNITS.length - 1; i++) {
      if (millis >= 2 * UNITS[i]) {
        return "about " + named(Math.round((double) millis / UNITS[i]), i);
      }
    }
    return "about " + named(Math.round((double) millis / UNITS[UNITS.length - 1]), 3);
  }

  private static String named(long count, int unit) {
    return count + " " + NAMES[unit] + (count == 1 ? "" : "s");
  }
}
