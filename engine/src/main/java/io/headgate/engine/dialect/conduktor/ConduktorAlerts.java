package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.AlertChannel;
import io.headgate.spi.model.AlertMatcher;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.AlertRule.Watch;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code Alert}: one condition and at most one place to tell. Without one, only Console itself
 * shows it; before version 3 that was a setting of Console's. The rates of a topic are by second,
 * and an alert on lag is about all topics of a group. Of what Console may know of alerts beside
 * this, only misspelt keys are said.
 */
final class ConduktorAlerts {

  private static final List<String> TYPES =
      List.of("BrokerAlert", "TopicAlert", "KafkaConnectAlert", "ConsumerGroupAlert");
  private static final String[] METRICS = {
    "MessageIn",
    "MessageOut",
    "MessageSize",
    "MessageCount",
    "OfflinePartitionCount",
    "PartitionCount",
    "UnderMinIsrPartitionCount",
    "UnderReplicatedPartitionCount",
    "FailedTaskCount",
    "OffsetLag",
    "TimeLag"
  };
  private static final int WITH_DESTINATION = 3;

  /** Up to here a double is a whole number exactly. */
  private static final double GREATEST = 9.0e15;

  private ConduktorAlerts() {}

  static void read(ConduktorObject alert, int version, Reading reading) {
    MappingReader metadata = alert.metadata();
    MappingReader spec = alert.spec();
    Located<String> owner = owner(metadata);
    if (version == WITH_DESTINATION) {
      Located<String> cluster = spec.required("cluster", spec.text("cluster", "cluster"));
      reading.cluster(cluster.orNull());
      alert.declare(reading, String.valueOf(owner));
    } else {
      alert.cluster(reading);
      alert.declare(reading, alert.written("cluster"));
    }
    metadata.ignore("labels", "description", "displayName", "createdBy", "status");
    spec.ignore("description", "displayName");
    if (ConduktorObject.bool(spec, "disable").is(Boolean.TRUE)) {
      reading.skip("Alert that is disabled");
      return;
    }
    List<Located<String>> channels =
        version == WITH_DESTINATION
            ? channels(alert, owner, reading)
            // Whom it tells is a setting of Console.
            : List.of(Located.unknown("channels", alert.head()));
    Located<String> type =
        spec.required(
            "type", ConduktorObject.oneOf(spec, "type", "type", TYPES.toArray(new String[0])));
    rule(alert.name(), type, spec, channels, reading);
    metadata.finishMisspelt();
    spec.finishMisspelt();
  }

  /** The one of three keys that says whose it is. */
  private static Located<String> owner(MappingReader metadata) {
    return metadata.text(metadata.oneOf("appInstance", "group", "user"), "owner");
  }

  private static void rule(
      Located<String> name,
      Located<String> type,
      MappingReader spec,
      List<Located<String>> channels,
      Reading reading) {
    Located<String> metric =
        spec.required("metric", ConduktorObject.oneOf(spec, "metric", "watch", METRICS));
    Located<String> operator =
        spec.required(
            "operator",
            ConduktorObject.oneOf(
                spec,
                "operator",
                "operator",
                "GreaterThan",
                "GreaterThanOrEqual",
                "LessThan",
                "LessThanOrEqual",
                "NotEqual"));
    Located<Double> number = spec.required("threshold", spec.decimal("threshold", "threshold"));
    Located<String> topic = spec.text("topicName", "topic");
    Located<String> group = spec.text("consumerGroupName", "group");
    spec.text("connectName", "connectName");
    Located<String> connector = spec.text("connectorName", "connectorName");
    if (type.is("TopicAlert")) {
      spec.required("topicName", topic);
    } else if (type.is("ConsumerGroupAlert")) {
      spec.required("consumerGroupName", group);
    }
    Place head = spec.head();
    Located<Watch> watch = watch(metric, operator);
    boolean bySecond = metric.is("MessageIn");
    reading.add(
        new AlertRule(
            name,
            watch,
            // A group's alert is about whatever it reads; a broker's and a connector's about none.
            topic.isAbsent() && type.is("ConsumerGroupAlert")
                ? Located.unknown("topic", head)
                : topic,
            group,
            connector.isAbsent() ? List.of() : List.of(matcher(connector)),
            metric.is("TimeLag")
                ? Located.unknown("threshold", number.place())
                : threshold(watch, operator, number),
            bySecond
                ? Located.known("PT1S", "window", metric.place())
                : Located.absent("window", head),
            Located.absent("pending", head),
            Config.unknown("labels", head),
            Config.unknown("annotations", head),
            channels));
  }

  /** An alert on one connector; any may be the one where its name is not known. */
  private static AlertMatcher matcher(Located<String> connector) {
    return new AlertMatcher(
        AlertMatcher.Subject.CONNECTOR,
        false,
        connector,
        List.of(new NamePattern(connector.orElse("*"))));
  }

  private static Located<Watch> watch(Located<String> metric, Located<String> operator) {
    boolean more = operator.orElse("").startsWith("Greater");
    boolean less = operator.orElse("").startsWith("Less");
    if (more && (metric.is("OffsetLag") || metric.is("TimeLag"))) {
      return Located.known(Watch.LAG, "watch", metric.place());
    }
    if (metric.is("MessageIn") && (more || less)) {
      return Located.known(more ? Watch.SURGE : Watch.SILENCE, "watch", metric.place());
    }
    @Nullable Watch other =
        switch (metric.orElse("")) {
          case "UnderReplicatedPartitionCount" -> Watch.UNDER_REPLICATED;
          case "UnderMinIsrPartitionCount" -> Watch.UNDER_MIN_ISR;
          case "OfflinePartitionCount" -> Watch.OFFLINE_PARTITIONS;
          case "FailedTaskCount" -> Watch.CONNECTOR_FAILED;
          default -> null;
        };
    return more && other != null
        ? Located.known(other, "watch", metric.place())
        : Located.unknown("watch", metric.place());
  }

  /** A number of messages; unknown where it is none, or where "or equal" turns the sense of 0. */
  private static Located<Long> threshold(
      Located<Watch> watch, Located<String> operator, Located<Double> number) {
    Double value = number.orNull();
    if (value == null || value != Math.rint(value) || Math.abs(value) > GREATEST) {
      return Located.unknown("threshold", number.place());
    }
    boolean orEqual = operator.orElse("").endsWith("OrEqual");
    boolean turned =
        value == 0 && ((watch.is(Watch.LAG) && !orEqual) || (watch.is(Watch.SILENCE) && orEqual));
    return turned
        ? Located.unknown("threshold", number.place())
        : Located.known(value.longValue(), "threshold", number.place());
  }

  /** Its own channel; none if only Console shows it. */
  private static List<Located<String>> channels(
      ConduktorObject alert, Located<String> owner, Reading reading) {
    MappingReader spec = alert.spec();
    MappingReader destination = spec.mapping("destination");
    if (destination == null) {
      return spec.node("destination") == null
          ? List.of()
          : List.of(Located.unknown("channels", spec.keyPlace("destination")));
    }
    Located<String> type = destination.text("type", "template");
    Located<String> name =
        alert.name().isKnown()
            ? Located.known(
                (owner.isKnown() ? owner.get() + "/" : "") + alert.name().get(),
                "name",
                spec.keyPlace("destination"))
            : Located.unknown("name", alert.head());
    PropertyReader properties =
        new PropertyReader(
            "destination", new ResourceRef(Kind.ALERT_CHANNEL, name.toString()), reading);
    for (Entry entry : destination.source().entries()) {
      String key = entry.key().text();
      if (key.equals("url") && type.is("Teams")) {
        // Who knows the address may write to the chat.
        Scalar secret = new Scalar(entry.key().place(), "webhook.url", Style.PLAIN);
        properties.read(secret, entry.value());
      } else if (!key.equals("type")) {
        properties.read(entry.key(), entry.value());
      }
    }
    reading.add(
        new AlertChannel(
            name,
            Located.absent("connection", alert.head()),
            destination.required("type", type).map(ConduktorAlerts::template),
            properties.config(spec.keyPlace("destination"))));
    destination.ignore("channel", "url", "method", "headers", "authentication", "email", "emails");
    destination.finishMisspelt();
    return List.of(
        name.isKnown()
            ? Located.known(name.get(), "channels", name.place())
            : Located.unknown("channels", name.place()));
  }

  /** As Lenses, whose words the rules know, calls it. */
  private static String template(String type) {
    return type.equals("Teams") ? "MicrosoftTeams" : type;
  }
}
