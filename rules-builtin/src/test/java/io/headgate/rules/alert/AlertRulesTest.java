package io.headgate.rules.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rules.support.Heard;
import io.headgate.spi.Checker;
import io.headgate.spi.Settings;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.ResourceRef;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the pages cannot show: dialects without alerts, and groups with several members. */
class AlertRulesTest {

  private static final Place PLACE = Place.startOf("x.yaml");

  private static final Checker MISSING_LAG = new AlertMissingLag(Settings.DEFAULTS);

  private static ConsumerGroup group(String name, String member, String... topics) {
    return new ConsumerGroup(
        Located.known(name, "name", PLACE),
        new ResourceRef(Kind.APP, member),
        List.of(topics).stream().map(t -> Located.known(t, "inputs", PLACE)).toList(),
        Located.absent("topicsPattern", PLACE));
  }

  private static AlertRule lag(Located<String> group, Located<String> topic) {
    return new AlertRule(
        Located.known(AlertRule.Watch.LAG, "watch", PLACE),
        topic,
        group,
        Located.known(1L, "threshold", PLACE),
        Located.absent("window", PLACE),
        List.of(Located.known("oncall", "channels", PLACE)));
  }

  private static List<String> heard(Checker checker, Set<Kind> kinds, Resource... resources) {
    return Heard.from(checker, new Bundle(Environment.UNKNOWN, kinds, List.of(resources)));
  }

  @Test
  void whereNoAlertCanBeDeclaredNoneIsMissing() {
    ConsumerGroup group = group("g", "totals", "orders");
    assertThat(heard(MISSING_LAG, Set.of(), group)).isEmpty();
    assertThat(heard(MISSING_LAG, Set.of(Kind.ALERT_RULE), group)).hasSize(1);
  }

  @Test
  void whereNoChannelCanBeDeclaredNoneIsUnknown() {
    AlertRule rule = lag(known("g"), known("orders"));
    assertThat(heard(new AlertUnknownChannel(), Set.of(), rule)).isEmpty();
    assertThat(heard(new AlertUnknownChannel(), Set.of(Kind.ALERT_CHANNEL), rule)).hasSize(1);
  }

  @Test
  void aGroupWithTwoMembersIsSaidOnce() {
    assertThat(
            heard(
                MISSING_LAG,
                Set.of(Kind.ALERT_RULE),
                group("g", "a", "orders"),
                group("g", "b", "payments", "orders")))
        .containsExactly(
            "name: Consumer group 'g' of app a reads 'orders', 'payments' without an alert on its"
                + " lag. Add a lag condition for this group and each of these topics to the consumer"
                + " alert settings.");
  }

  @Test
  void anUnknownPartOfALagAlertMayBeAnything() {
    Located<String> unknown = Located.unknown("x", PLACE);
    ConsumerGroup group = group("g", "a", "orders");
    Set<Kind> kinds = Set.of(Kind.ALERT_RULE);
    assertThat(heard(MISSING_LAG, kinds, group, lag(unknown, known("orders")))).isEmpty();
    assertThat(heard(MISSING_LAG, kinds, group, lag(known("g"), unknown))).isEmpty();
    assertThat(heard(MISSING_LAG, kinds, group, lag(unknown, unknown))).isEmpty();
    assertThat(heard(MISSING_LAG, kinds, group, lag(unknown, known("payments")))).hasSize(1);
    assertThat(heard(MISSING_LAG, kinds, group, lag(known("h"), unknown))).hasSize(1);
  }

  @Test
  void aGroupOfAnUnknownNameMayBeAnyGroup() {
    ConsumerGroup unknown =
        new ConsumerGroup(
            Located.unknown("name", PLACE),
            new ResourceRef(Kind.CONNECTOR, "copy"),
            List.of(known("orders")),
            Located.absent("topicsPattern", PLACE));
    AlertRule rule = lag(known("h"), known("orders"));
    assertThat(heard(new AlertDanglingTarget(), Set.of(), group("g", "a", "orders"), rule))
        .hasSize(1);
    assertThat(heard(new AlertDanglingTarget(), Set.of(), group("g", "a", "orders"), unknown, rule))
        .isEmpty();
  }

  private static Located<String> known(String value) {
    return Located.known(value, "x", PLACE);
  }
}
