package io.headgate.spi.model;

import java.util.List;

/**
 * A condition that alerts somebody.
 *
 * @param watch what it watches
 * @param topic the topic it is about
 * @param group the consumer group it is about; absent unless it watches lag
 * @param threshold a number of messages
 * @param window over which time the threshold counts, as ISO 8601 duration
 * @param channels the names of the channels it alerts
 */
public record AlertRule(
    Watch watch,
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
    return new ResourceRef(
        Kind.ALERT_RULE,
        switch (watch) {
          case LAG -> "lag of " + group + " on " + topic;
          case SILENCE -> "silence on " + topic;
          case SURGE -> "surge on " + topic;
        });
  }

  @Override
  public Place place() {
    return topic.place();
  }
}
