package io.headgate.engine.dialect.prometheus;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.prometheus.Conditions.Condition;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Positions;
import io.headgate.engine.document.ScalarText;
import io.headgate.engine.promql.Expression;
import io.headgate.engine.promql.PromqlException;
import io.headgate.engine.promql.PromqlParser;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule that is about Kafka: an alert becomes a resource, a recording rule is only asked
 * whether it can be read. Prometheus has a template language of its own for annotations and labels
 * ({@code {{ $labels.topic }}}): such a text is unknown like that of any template.
 */
final class RuleReader {

  private RuleReader() {}

  /** Whether the text of an expression asks a metric of Kafka. */
  static boolean isAboutKafka(String text) {
    if (!KafkaMetrics.areIn(text)) {
      return false;
    }
    try {
      return Conditions.hasKafkaMetric(PromqlParser.parse(text));
    } catch (PromqlException e) {
      return true;
    }
  }

  static void read(Mapping mapping, MappingReader group, Recorded recorded, Reading reading) {
    boolean records = mapping.entry("record") != null && mapping.entry("alert") == null;
    MappingReader rule =
        MappingReader.of(
            mapping,
            records ? "record" : "alert",
            records ? "a recording rule" : "an alert",
            reading);
    Scalar text = mapping.get("expr") instanceof Scalar scalar && !scalar.isNull() ? scalar : null;
    if (text == null) {
      rule.required("expr", rule.text("expr", "expr"));
      return;
    }
    Expression expression = null;
    Positions positions = ScalarText.of(text, reading.source());
    try {
      expression = recorded.resolved(PromqlParser.parse(text.text()));
    } catch (PromqlException e) {
      if (!KafkaMetrics.areIn(text.text())) {
        return;
      }
      if (!text.isTemplated()) {
        reading.unreadable(
            positions.place(e.from(), e.to()),
            "expr",
            "This is no expression of PromQL: "
                + e.what()
                + ". Prometheus refuses a file with such a rule.");
      }
    }
    List<Condition> conditions = expression == null ? List.of() : Conditions.of(expression);
    if (expression != null && conditions.isEmpty()) {
      return; // about something else than Kafka
    }
    rule.ignore("expr");
    if (records) {
      rule.ignore("record", "labels");
      rule.name("record");
    } else {
      readAlert(rule, group, text, conditions, positions, reading);
    }
    rule.finish();
  }

  private static void readAlert(
      MappingReader rule,
      MappingReader group,
      Scalar text,
      List<Condition> conditions,
      Positions positions,
      Reading reading) {
    Located<String> name = rule.name("alert");
    Located<Duration> pending =
        rule.word("for", "pending", RuleReader::duration, "a duration such as 5m");
    rule.word("keep_firing_for", "keepFiringFor", RuleReader::duration, "a duration such as 5m");
    rule.ignore("debug", "update_entries_limit"); // of vmalert
    Config labels = labels(rule, group, reading);
    Config annotations = rule.config("annotations", "annotations", null);
    List<Located<String>> channels = List.of(Located.unknown("channels", name.place()));
    if (conditions.isEmpty()) {
      Place place = text.place();
      reading.add(
          new AlertRule(
              name,
              Located.unknown("watch", place),
              Located.unknown("topic", place),
              Located.unknown("group", place),
              List.of(),
              Located.unknown("threshold", place),
              Located.unknown("window", place),
              pending,
              labels,
              annotations,
              channels));
      return;
    }
    for (Condition condition : conditions) {
      Watched watched = Watched.of(condition);
      Targets targets = Targets.of(watched, positions);
      reading.add(
          new AlertRule(
              name,
              targets.watch(),
              targets.topic(),
              targets.group(),
              targets.matchers(),
              threshold(condition, watched, targets.place(), positions),
              window(watched, targets.place(), positions),
              pending,
              labels,
              annotations,
              channels));
    }
  }

  private static Located<Long> threshold(
      Condition condition, Watched watched, Place place, Positions positions) {
    Expression limit = condition.limit();
    if (limit == null) {
      return Located.absent("threshold", place);
    }
    Place there = positions.place(limit.from(), limit.to());
    Long threshold = watched.threshold();
    return threshold == null
        ? Located.unknown("threshold", there)
        : Located.known(threshold, "threshold", there);
  }

  private static Located<String> window(Watched watched, Place place, Positions positions) {
    Expression.Window window = watched.window();
    if (window == null) {
      return Located.absent("window", place);
    }
    Place there = positions.place(window.of().to(), window.to());
    Long millis = window.millis();
    return millis == null
        ? Located.unknown("window", there)
        : Located.known(Duration.ofMillis(millis).toString(), "window", there);
  }

  /** The labels of a rule and, since Prometheus 3, those of its group that it does not set. */
  private static Config labels(MappingReader rule, MappingReader group, Reading reading) {
    PropertyReader labels = new PropertyReader("labels", null, reading);
    rule.config("labels", labels);
    Node own = rule.source().get("labels");
    for (Entry entry : group.entries("labels")) {
      if (!(own instanceof Mapping mapping) || mapping.entry(entry.key().text()) == null) {
        labels.read(entry.key(), entry.value());
      }
    }
    return labels.config(rule.keyPlace("labels"));
  }

  /** A duration such as {@code 1h30m}; null if it is none. */
  private static @Nullable Duration duration(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    try {
      boolean written = text.chars().anyMatch(Character::isLetter);
      return written && PromqlParser.parse(text) instanceof Expression.Amount amount
          ? Duration.ofMillis(Math.round(amount.value() * 1000))
          : null;
    } catch (PromqlException e) {
      return null;
    }
  }
}
