package io.headgate.engine.dialect.prometheus;

import io.headgate.engine.dialect.prometheus.RegexNames.Names;
import io.headgate.engine.document.Positions;
import io.headgate.engine.promql.Expression.LabelMatcher;
import io.headgate.engine.promql.Expression.Selector;
import io.headgate.spi.model.AlertMatcher;
import io.headgate.spi.model.AlertRule.Watch;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which topics, groups and connectors a selector is about.
 *
 * @param place of the selector
 * @param watch what is watched
 * @param topic the one topic
 * @param group the one group
 * @param matchers what does not name a single one
 */
record Targets(
    Place place,
    Located<Watch> watch,
    Located<String> topic,
    Located<String> group,
    List<AlertMatcher> matchers) {

  static Targets of(Watched watched, Positions positions) {
    Selector selector = watched.selector();
    Place place = positions.place(selector.from(), selector.to());
    Watch watch = watched.watch();
    List<AlertMatcher> matchers = new ArrayList<>();
    Located<String> topic =
        one(selector, "topic", AlertMatcher.Subject.TOPIC, place, positions, matchers);
    Located<String> group =
        watch == null || watch == Watch.LAG
            ? one(selector, "group", AlertMatcher.Subject.GROUP, place, positions, matchers)
            : Located.absent("group", place);
    if (watch == Watch.CONNECTOR_FAILED || watch == Watch.RECORD_ERRORS) {
      connectors(selector, positions, matchers);
    }
    if (watch == null) {
      return new Targets(
          place,
          Located.unknown("watch", place),
          Located.unknown("topic", place),
          Located.unknown("group", place),
          matchers);
    }
    return new Targets(place, Located.known(watch, "watch", place), topic, group, matchers);
  }

  private static Located<String> one(
      Selector selector,
      String attribute,
      AlertMatcher.Subject subject,
      Place place,
      Positions positions,
      List<AlertMatcher> matchers) {
    Located<String> one = Located.absent(attribute, place);
    List<String> labels =
        subject == AlertMatcher.Subject.TOPIC ? KafkaMetrics.TOPIC : KafkaMetrics.GROUP;
    for (LabelMatcher matcher : selector.matchers()) {
      if (!labels.contains(matcher.label())) {
        continue;
      }
      Place there = positions.place(matcher.from(), matcher.to());
      String name = name(matcher);
      if (name != null) {
        one = one.isKnown() ? one : Located.known(name, attribute, there);
      } else {
        add(subject, matcher, attribute, there, matchers);
        one = one.isKnown() ? one : Located.unknown(attribute, there);
      }
    }
    return one;
  }

  private static void connectors(
      Selector selector, Positions positions, List<AlertMatcher> matchers) {
    for (LabelMatcher matcher : selector.matchers()) {
      if (KafkaMetrics.CONNECTOR.contains(matcher.label())) {
        Place there = positions.place(matcher.from(), matcher.to());
        add(AlertMatcher.Subject.CONNECTOR, matcher, "connector", there, matchers);
      }
    }
  }

  /** The only name that a matcher lets pass; null if it is not one. */
  private static @Nullable String name(LabelMatcher matcher) {
    String value = matcher.value();
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (matcher.operator().equals("=")) {
      return value;
    }
    if (!matcher.operator().equals("=~")) {
      return null;
    }
    Names names = RegexNames.of(value);
    String only = names.patterns().size() == 1 ? names.patterns().get(0).text() : "*";
    return names.exact() && only.indexOf('*') < 0 ? only : null;
  }

  private static void add(
      AlertMatcher.Subject subject,
      LabelMatcher matcher,
      String attribute,
      Place place,
      List<AlertMatcher> matchers) {
    String value = matcher.value();
    if (value == null) {
      return; // it may let anything pass
    }
    boolean excludes = matcher.operator().startsWith("!");
    List<NamePattern> patterns = List.of(new NamePattern(value));
    if (matcher.operator().endsWith("~")) {
      Names names = RegexNames.of(value);
      patterns = excludes && !names.exact() ? List.of() : names.patterns();
    }
    matchers.add(
        new AlertMatcher(subject, excludes, Located.known(value, attribute, place), patterns));
  }
}
