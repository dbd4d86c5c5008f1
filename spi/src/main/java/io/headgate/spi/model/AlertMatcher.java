package io.headgate.spi.model;

import java.util.List;

/**
 * What says which topics, groups or connectors an alert rule is about, other than one name: a
 * matcher of Prometheus such as {@code topic=~"orders|payments"}.
 *
 * @param subject whose names it is about
 * @param excludes whether it is about all but those that match
 * @param value as it is written; unknown where a template says it
 * @param names the names that it matches, as patterns: for one that does not exclude, at least
 *     these; for one that excludes, at most these
 */
public record AlertMatcher(
    Subject subject, boolean excludes, Located<String> value, List<NamePattern> names) {

  /** Whose names a matcher is about. */
  public enum Subject {
    TOPIC,
    GROUP,
    CONNECTOR
  }

  /** Copies the list. */
  public AlertMatcher {
    names = List.copyOf(names);
  }

  /** Whether it lets this name pass, or may do so. */
  public boolean mayMatch(String name) {
    for (NamePattern pattern : names) {
      if (pattern.matches(name)) {
        return !excludes;
      }
    }
    return excludes;
  }
}
