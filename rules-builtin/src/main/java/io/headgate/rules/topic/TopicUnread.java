package io.headgate.rules.topic;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Live;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Topics that no group of consumers reads. */
public final class TopicUnread implements Checker {

  private static final Setting<List<String>> ALLOW =
      Setting.texts(
          "allow",
          List.of(),
          "Topics whose readers belong to no group, such as tables that are read whole; '*' is a"
              + " wildcard.");

  /** {@code topic-unread}. */
  public static final Rule RULE =
      Rule.note("topic-unread", "No group of consumers reads a running topic.")
          .with(ALLOW)
          .tagged("live", "cost");

  private final List<NamePattern> allowed;

  /** A checker with the policy's settings. */
  public TopicUnread(Settings settings) {
    allowed = settings.get(ALLOW).stream().map(NamePattern::new).toList();
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Live live = bundle.live();
    if (live == null || !live.read().contains(Kind.CONSUMER_GROUP)) {
      return;
    }
    Set<String> read = new HashSet<>();
    for (Live.RunningGroup group : live.groups()) {
      group.positions().forEach(position -> read.add(position.topic()));
    }
    // What is declared to be read may not have been started yet.
    for (ConsumerGroup group : bundle.all(ConsumerGroup.class)) {
      add(group.topics(), read);
    }
    for (App app : bundle.all(App.class)) {
      add(app.inputs(), read);
    }
    Bundle running = live.running();
    for (Topic topic : bundle.all(Topic.class)) {
      String name = topic.name().orElse("");
      if (topic.name().isKnown()
          && !read.contains(name)
          && (running == null || running.topic(name) != null)
          && allowed.stream().noneMatch(pattern -> pattern.matches(name))) {
        findings.add(
            RULE,
            topic,
            topic.name(),
            "No group of consumers has an offset on topic '"
                + name
                + "', and no app or sink connector is declared to read it. Retire the topic, or"
                + " allow it in the setting 'allow' of this rule.");
      }
    }
  }

  private static void add(List<Located<String>> topics, Set<String> read) {
    for (Located<String> topic : topics) {
      read.add(topic.orElse(""));
    }
  }
}
