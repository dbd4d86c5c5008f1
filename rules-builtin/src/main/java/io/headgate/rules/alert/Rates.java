package io.headgate.rules.alert;

import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.AlertRule.Watch;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.NamePattern;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many records topics get: what the policy says, else no more than the alert on a topic's surge
 * lets pass in silence. What nobody said is null, never a guess.
 */
final class Rates {

  /** What an entry of the policy is like, such as {@code orders.* 50/second}. */
  static final String FORM = "\\S+ [1-9][0-9]{0,17}/(?i:second|minute|hour|day)";

  private static final Map<String, Duration> UNITS =
      Map.of(
          "second", Duration.ofSeconds(1),
          "minute", Duration.ofMinutes(1),
          "hour", Duration.ofHours(1),
          "day", Duration.ofDays(1));

  private final List<NamePattern> patterns = new ArrayList<>();
  private final List<Rate> rates = new ArrayList<>();

  /**
   * So many records in so much time.
   *
   * @param text for people, with where it is from
   */
  record Rate(long records, Duration time, String text) {

    /** How long that many records take, in milliseconds. */
    double millis(long many) {
      return (double) many / records * time.toMillis();
    }

    /** How many records come in a time. */
    long recordsIn(double millis) {
      return (long) (millis / time.toMillis() * records);
    }
  }

  /**
   * What the policy says.
   *
   * @param entries each of the {@link #FORM}
   */
  Rates(List<String> entries) {
    for (String entry : entries) {
      int blank = entry.lastIndexOf(' ');
      int slash = entry.lastIndexOf('/');
      String unit = entry.substring(slash + 1).toLowerCase(Locale.ROOT);
      long records = Long.parseLong(entry.substring(blank + 1, slash));
      patterns.add(new NamePattern(entry.substring(0, blank)));
      rates.add(
          new Rate(
              records,
              UNITS.getOrDefault(unit, Duration.ofDays(1)),
              records + " records per " + unit + " (the policy)"));
    }
  }

  /** What the policy says about a topic, or null. */
  @Nullable Rate of(String topic) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matches(topic)) {
        return rates.get(i);
      }
    }
    return null;
  }

  /** By topic, the smallest rate above which an alert tells that there is too much. */
  static Map<String, Rate> surges(Bundle bundle) {
    Map<String, Rate> surges = new HashMap<>();
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      Duration time = rule.watch().is(Watch.SURGE) ? window(rule) : null;
      long records = rule.threshold().orElse(0L);
      if (time != null && records > 0 && rule.topic().isKnown()) {
        Rate rate =
            new Rate(
                records,
                time,
                records + " records in " + rule.window().get() + " (its alert on surge)");
        Rate other = surges.get(rule.topic().get());
        if (other == null || rate.millis(1) > other.millis(1)) {
          surges.put(rule.topic().get(), rate);
        }
      }
    }
    return surges;
  }

  private static @Nullable Duration window(AlertRule rule) {
    try {
      Duration time = Duration.parse(rule.window().orElse("").strip());
      return time.toMillis() > 0 ? time : null;
    } catch (DateTimeParseException | ArithmeticException e) {
      return null; // what the platform makes of it is not known
    }
  }
}
