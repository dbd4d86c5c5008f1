package io.headgate.rules.drift;

import io.headgate.rules.kafka.TopicDefaults;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Live;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares a declared topic with the one that runs, by what counts for it. */
final class TopicDrift {

  private final Rule rule;
  private final Bundle bundle;
  private final Live live;
  private final List<String> unmanaged;

  TopicDrift(Rule rule, Bundle bundle, Live live, List<String> unmanaged) {
    this.rule = rule;
    this.bundle = bundle;
    this.live = live;
    this.unmanaged = unmanaged;
  }

  void compare(Topic topic, Topic runs, Findings findings) {
    number(topic, topic.partitions(), runs.partitions(), "partition", findings);
    number(topic, topic.replication(), runs.replication(), "replica", findings);
    Config own = runs.config();
    boolean open = false;
    for (Property property : topic.config().properties()) {
      Located<String> key = property.key();
      open |= key.isUnknown();
      if (key.isKnown() && !unmanaged.contains(key.get())) {
        declared(topic, key.get(), property.value(), own.get(key.get()), findings);
      }
    }
    for (Property property : open ? List.<Property>of() : own.properties()) {
      Located<String> key = property.key();
      if (key.isKnown()
          && !unmanaged.contains(key.get())
          && topic.config().get(key.get()).isAbsent()) {
        undeclared(topic, key.get(), property.value(), findings);
      }
    }
  }

  /** Kafka writes its own default as -1, and so do those who leave it to Kafka. */
  private void number(
      Topic topic,
      Located<Integer> declared,
      Located<Integer> runs,
      String noun,
      Findings findings) {
    if (!declared.isKnown()
        || !runs.isKnown()
        || declared.get() < 1
        || declared.get().equals(runs.get())) {
      return;
    }
    boolean isLess = noun.equals("partition") && declared.get() < runs.get();
    findings.add(
        rule,
        topic,
        declared,
        "Topic '"
            + topic.name()
            + "' runs with "
            + counted(runs.get(), noun)
            + " and is declared with "
            + declared.get()
            + (isLess
                ? ". Kafka takes no partition away, so declare "
                : ". Apply the landscape, or declare ")
            + runs.get()
            + ".");
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private void declared(
      Topic topic, String key, Located<String> value, Located<String> runs, Findings findings) {
    if (!value.isKnown() || runs.isUnknown()) {
      return;
    }
    String now = runs.isAbsent() ? ofBrokers(key) : runs.get();
    if (now != null && ConfigTexts.same(key, value.get(), now)) {
      return;
    }
    findings.add(
        rule,
        topic,
        value,
        "Topic '"
            + topic.name()
            + "' is declared with "
            + key
            + " "
            + quoted(value.get())
            + " and runs "
            + (now == null
                ? "with the brokers' own"
                : "with " + quoted(now) + (runs.isAbsent() ? ", which is the brokers' own" : ""))
            + ". Apply the landscape, or declare what runs.");
  }

  private void undeclared(Topic topic, String key, Located<String> runs, Findings findings) {
    if (!runs.isKnown()) {
      return;
    }
    String own = ofBrokers(key);
    if (own != null && ConfigTexts.same(key, own, runs.get())) {
      return;
    }
    Config config = topic.config();
    findings.add(
        rule,
        topic,
        Located.absent(config.attribute() + "." + key, config.place()),
        "Topic '"
            + topic.name()
            + "' runs with "
            + key
            + " "
            + quoted(runs.get())
            + ", which is not declared"
            + (own == null ? "" : "; the brokers' own is " + quoted(own))
            + ". Declare it, or remove it from the topic.");
  }

  /** What counts where a topic says nothing; null if nobody knows. */
  private @Nullable String ofBrokers(String key) {
    String said = live.topicDefaults().get(key);
    if (said == null) {
      said = bundle.environment().brokerDefaults().get(key);
    }
    return said == null ? TopicDefaults.of(key) : said;
  }

  private static String quoted(String value) {
    return value.isEmpty() ? "''" : value;
  }
}
