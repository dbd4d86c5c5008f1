package io.headgate.spi.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.AlertMatcher.Subject;
import io.headgate.spi.model.AlertRule.Watch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an alert rule is about, and what it is called. */
class AlertRuleTest {

  private static final Place PLACE = Place.startOf("x.yaml");

  private static AlertRule rule(
      Located<String> name,
      Located<Watch> watch,
      Located<String> topic,
      Located<String> group,
      AlertMatcher... matchers) {
    return new AlertRule(
        name,
        watch,
        topic,
        group,
        List.of(matchers),
        Located.absent("threshold", PLACE),
        Located.absent("window", PLACE),
        Located.absent("pending", PLACE),
        Config.unknown("labels", PLACE),
        Config.unknown("annotations", PLACE),
        List.of());
  }

  private static AlertRule lag(AlertMatcher... matchers) {
    return rule(known("A"), watch(Watch.LAG), absent(), absent(), matchers);
  }

  private static AlertMatcher matcher(Subject subject, boolean excludes, String... names) {
    List<NamePattern> patterns = List.of(names).stream().map(NamePattern::new).toList();
    return new AlertMatcher(subject, excludes, known("as written"), patterns);
  }

  private static Located<String> known(String value) {
    return Located.known(value, "x", PLACE);
  }

  private static Located<String> absent() {
    return Located.absent("x", PLACE);
  }

  private static Located<String> unknown() {
    return Located.unknown("x", PLACE);
  }

  private static Located<Watch> watch(Watch watch) {
    return Located.known(watch, "watch", PLACE);
  }

  @Test
  void whatSaysNothingIsAboutEach() {
    assertThat(lag().mayConcernTopic("orders")).isTrue();
    assertThat(lag().mayConcernGroup("billing")).isTrue();
    assertThat(lag().mayConcernConnector("archive")).isTrue();
  }

  @Test
  void whatNamesOneIsAboutThatOne() {
    AlertRule rule = rule(absent(), watch(Watch.LAG), known("orders"), known("billing"));
    assertThat(rule.mayConcernTopic("orders")).isTrue();
    assertThat(rule.mayConcernTopic("returns")).isFalse();
    assertThat(rule.mayConcernGroup("billing")).isTrue();
    assertThat(rule.mayConcernGroup("orders")).isFalse();
  }

  @Test
  void matchersAllHold() {
    AlertRule rule =
        lag(
            matcher(Subject.TOPIC, false, "orders*", "returns"),
            matcher(Subject.TOPIC, true, "*-dlq"),
            matcher(Subject.CONNECTOR, true),
            matcher(Subject.GROUP, false));
    assertThat(rule.mayConcernTopic("orders.v1")).isTrue();
    assertThat(rule.mayConcernTopic("returns")).isTrue();
    assertThat(rule.mayConcernTopic("orders-dlq")).isFalse();
    assertThat(rule.mayConcernTopic("payments")).isFalse();
    assertThat(rule.mayConcernConnector("any")).isTrue();
    assertThat(rule.mayConcernGroup("any")).isFalse();
  }

  @Test
  void whatIsUnknownMayBeAnything() {
    AlertRule rule = rule(unknown(), Located.unknown("watch", PLACE), unknown(), unknown());
    assertThat(rule.mayWatch(Watch.DISK)).isTrue();
    assertThat(rule.mayConcernTopic("orders")).isTrue();
    assertThat(lag().mayWatch(Watch.LAG)).isTrue();
    assertThat(lag().mayWatch(Watch.DISK)).isFalse();
  }

  @Test
  void isCalledByItsNameOrByWhatItWatches() {
    assertThat(lag().subject()).isEqualTo("alert 'A'");
    assertThat(lag().ref()).hasToString("alert-rule A");
    AlertRule unnamed = rule(absent(), watch(Watch.LAG), known("orders"), known("billing"));
    assertThat(unnamed.subject()).isEqualTo("alert on lag of billing on orders");
    assertThat(unnamed.ref()).hasToString("alert-rule lag of billing on orders");
    AlertRule open = rule(unknown(), watch(Watch.UNDER_REPLICATED), absent(), absent());
    assertThat(open.subject()).isEqualTo("alert on under replicated");
  }
}
