package io.headgate.engine.dialect.prometheus;

import io.headgate.engine.dialect.prometheus.Conditions.Condition;
import io.headgate.engine.dialect.prometheus.KafkaMetrics.Family;
import io.headgate.engine.promql.Expression.LabelMatcher;
import io.headgate.engine.promql.Expression.Selector;
import io.headgate.engine.promql.Expression.Window;
import io.headgate.spi.model.AlertRule.Watch;
import io.headgate.spi.model.NamePattern;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a condition watches.
 *
 * @param watch null where that cannot be told
 * @param selector the time series
 * @param threshold in the unit of what is watched; null where it is measured otherwise
 * @param window the window of time it is looked at; null if there is none
 */
record Watched(
    @Nullable Watch watch, Selector selector, @Nullable Long threshold, @Nullable Window window) {

  /** Functions of counters by which they become so much per window or per second. */
  private static final Set<String> GROWTH =
      Set.of("rate", "irate", "increase", "delta", "idelta", "deriv", "changes");

  private static final double MAX = 9e15;

  static boolean isAboutKafka(Selector selector) {
    String metric = selector.metric();
    return (metric != null && KafkaMetrics.isKafka(metric))
        || KafkaMetrics.isAskedAboutKafka(selector);
  }

  /** What a condition about Kafka watches. */
  static Watched of(Condition condition) {
    List<Subject> subjects = Subject.in(condition.subject());
    Subject first = subjects.get(0);
    Family family = Family.OTHER;
    boolean committed = false;
    for (Subject subject : subjects) {
      committed |= family(subject.selector()) == Family.COMMITTED;
      if (family == Family.OTHER && isAboutKafka(subject.selector())) {
        first = subject;
        family = family(subject.selector());
      }
    }
    if (isUnknown(first.selector())) {
      return new Watched(null, first.selector(), null, null);
    }
    if (committed && family != Family.LAG) {
      family = Family.LAG; // what a topic has less what a group has read
      for (Subject subject : subjects) {
        if (family(subject.selector()) == Family.COMMITTED) {
          first = subject;
        }
      }
      boolean plain = subjects.size() == 2 && first.functions().isEmpty();
      return plain
          ? new Watched(
              condition.isLower() ? Watch.OTHER : Watch.LAG,
              first.selector(),
              atLeast(condition, 1),
              first.window())
          : new Watched(
              first.isIn("rate") || first.isIn("changes") ? Watch.OTHER : Watch.LAG,
              first.selector(),
              null,
              first.window());
    }
    return of(condition, first, family);
  }

  private static Watched of(Condition condition, Subject first, Family family) {
    boolean lower = condition.isLower();
    boolean gone = first.isIn("absent") || first.isIn("absent_over_time");
    Watch watch =
        gone
            ? Watch.OTHER
            : switch (family) {
              case LAG, TIME_LAG -> lower ? Watch.OTHER : Watch.LAG;
              case PRODUCED, PRODUCED_RATE, PRODUCED_BYTES -> flow(condition, first, family);
              case UNDER_REPLICATED -> lower ? Watch.OTHER : Watch.UNDER_REPLICATED;
              case IN_SYNC -> lower ? Watch.UNDER_REPLICATED : Watch.OTHER;
              case UNDER_MIN_ISR -> lower ? Watch.OTHER : Watch.UNDER_MIN_ISR;
              case OFFLINE_PARTITIONS -> lower ? Watch.OTHER : Watch.OFFLINE_PARTITIONS;
              case ACTIVE_CONTROLLER -> Watch.ACTIVE_CONTROLLER;
              case UNCLEAN_ELECTION -> lower ? Watch.OTHER : Watch.UNCLEAN_ELECTION;
              case DISK -> Watch.DISK;
              case CERTIFICATE -> Watch.CERTIFICATE;
              case FAILED -> lower ? Watch.OTHER : Watch.CONNECTOR_FAILED;
              case RUNNING -> lower ? Watch.CONNECTOR_FAILED : Watch.OTHER;
              case STATUS -> isFailure(first.selector(), lower);
              case RECORD_ERRORS -> lower ? Watch.OTHER : Watch.RECORD_ERRORS;
              case COMMITTED, OTHER -> Watch.OTHER;
            };
    return new Watched(
        watch, first.selector(), threshold(watch, condition, first, family), first.window());
  }

  private static Watch flow(Condition condition, Subject first, Family family) {
    boolean grows = GROWTH.stream().anyMatch(first::isIn);
    boolean counted = family == Family.PRODUCED_RATE || grows || isGauge(first);
    if (!counted || condition.operator().isEmpty() || condition.operator().equals("!=")) {
      return Watch.OTHER;
    }
    if (!condition.isLower()) {
      return Watch.SURGE;
    }
    // Of topics that are thrown together none can be told to be silent.
    return first.isThrownTogether(KafkaMetrics.TOPIC) && !isOneTopic(first.selector())
        ? Watch.OTHER
        : Watch.SILENCE;
  }

  /** Confluent Cloud gives its counts by the minute, as gauges. */
  private static boolean isGauge(Subject subject) {
    String metric = subject.selector().metric();
    return metric != null && metric.startsWith("confluent_");
  }

  private static boolean isOneTopic(Selector selector) {
    for (LabelMatcher matcher : selector.matchers()) {
      if (KafkaMetrics.TOPIC.contains(matcher.label()) && matcher.operator().equals("=")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the series of a status that are asked for are those of failures. */
  private static Watch isFailure(Selector selector, boolean lower) {
    for (LabelMatcher matcher : selector.matchers()) {
      if (matcher.label().equals("status") || matcher.label().equals("state")) {
        String value = matcher.value();
        if (value == null) {
          return Watch.CONNECTOR_FAILED;
        }
        boolean failed = mayBe(matcher, value, "failed") || mayBe(matcher, value, "FAILED");
        boolean running = mayBe(matcher, value, "running") || mayBe(matcher, value, "RUNNING");
        return (lower ? running : failed) ? Watch.CONNECTOR_FAILED : Watch.OTHER;
      }
    }
    return Watch.CONNECTOR_FAILED;
  }

  private static boolean mayBe(LabelMatcher matcher, String value, String word) {
    boolean matches = value.equals(word);
    if (matcher.operator().endsWith("~")) {
      matches = false;
      for (NamePattern name : RegexNames.of(value).patterns()) {
        matches |= name.matches(word);
      }
    }
    return matches != matcher.operator().startsWith("!");
  }

  private static Family family(Selector selector) {
    String metric = selector.metric();
    return metric == null ? Family.OTHER : KafkaMetrics.family(metric);
  }

  /** Whether nobody can tell what it is: no name, or one that a recording rule elsewhere gives. */
  private static boolean isUnknown(Selector selector) {
    String metric = selector.metric();
    return metric == null || metric.indexOf(':') >= 0;
  }

  private static @Nullable Long threshold(
      Watch watch, Condition condition, Subject first, Family family) {
    boolean grows = GROWTH.stream().anyMatch(first::isIn);
    return switch (watch) {
      case LAG ->
          grows || first.computed() || family == Family.TIME_LAG ? null : atLeast(condition, 1);
      case SILENCE, SURGE -> messages(watch, condition, first, family);
      case DISK, CERTIFICATE, OTHER -> null;
      default -> first.computed() ? null : atLeast(condition, 1);
    };
  }

  /** In messages per window. */
  private static @Nullable Long messages(
      Watch watch, Condition condition, Subject first, Family family) {
    Double value = condition.value();
    if (value == null) {
      return null;
    }
    if (value == 0 && watch == Watch.SILENCE && !condition.operator().equals("<")) {
      return 1L; // none, in whatever unit
    }
    Window window = first.window();
    boolean counts = first.isIn("increase") || first.isIn("delta") || first.isIn("changes");
    boolean rate = first.isIn("rate") || first.isIn("deriv");
    if (first.computed() || family != Family.PRODUCED || window == null || !(counts || rate)) {
      return null;
    }
    Long millis = window.millis();
    if (rate && millis == null) {
      return null;
    }
    double messages = rate && millis != null ? value * millis / 1000 : value;
    if (watch == Watch.SURGE) {
      return whole(Math.floor(messages));
    }
    return whole(condition.operator().equals("<") ? Math.ceil(messages) : Math.floor(messages) + 1);
  }

  /** The limit, where one above nothing means so many or more. */
  private static @Nullable Long atLeast(Condition condition, long one) {
    Double value = condition.value();
    if (value == null || value.isNaN()) {
      return null;
    }
    boolean above = condition.operator().equals(">") || condition.operator().equals("!=");
    return above && value >= 0 && value < 1 ? Long.valueOf(one) : whole(Math.ceil(value));
  }

  private static @Nullable Long whole(double value) {
    return Math.abs(value) > MAX || Double.isNaN(value) ? null : Long.valueOf((long) value);
  }
}
