package io.headgate.spi.model;

import java.util.List;
import java.util.Locale;

/**
 * A condition that alerts somebody.
 *
 * @param watch what it watches; unknown where the type of the condition is
 * @param topic the topic it is about
 * @param group the consumer group it is about; absent unless it watches lag
 * @param threshold a number of messages
 * @param window over which time the threshold counts, as ISO 8601 duration
 * @param channels the names of the channels it alerts; one unknown name where the dialect cannot
 *     say
 */
public record AlertRule(
    Located<Watch> watch,
    Located<String> topic,
    Located<String> group,
    Located<Long> threshold,
    Located<String> window,
    List<Located<String>> channels)
    implements Resource {

  /** What an alert rule watches. */
  public enum Watch {
    /** A consumer group that is more than the threshold behind. */
    LAG,
    /** A topic that gets less than the threshold. */
    SILENCE,
    /** A topic that gets more than the threshold. */
    SURGE
  }

  /** Copies the list. */
  public AlertRule {
    channels = List.copyOf(channels);
  }

  @Override
  public ResourceRef ref() {
    String name =
        watch.is(Watch.LAG)
            ? "lag of " + group + " on " + topic
            : watch.toString().toLowerCase(Locale.ROOT) + " on " + topic;
    return new ResourceRef(Kind.ALERT_RULE, name);
  }

  @Override
  public Place place() {
    return topic.place();
  }
}
