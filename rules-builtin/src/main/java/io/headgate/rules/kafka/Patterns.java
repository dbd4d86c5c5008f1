package io.headgate.rules.kafka;

import io.headgate.spi.model.NamePattern;
import java.util.ArrayList;
import java.util.List;

/** Lists of name patterns as settings have them. */
public final class Patterns {

  private final List<NamePattern> patterns;

  /**
   * Patterns.
   *
   * @param texts names in which {@code *} is a wildcard
   */
  public Patterns(List<String> texts) {
    patterns = new ArrayList<>(texts.size());
    for (String text : texts) {
      patterns.add(new NamePattern(text));
    }
  }

  /** Whether one of them matches a whole name. */
  public boolean match(String name) {
    for (NamePattern pattern : patterns) {
      if (pattern.matches(name)) {
        return true;
      }
    }
    return false;
  }
}
