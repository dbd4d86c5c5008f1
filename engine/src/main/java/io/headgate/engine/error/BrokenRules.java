package io.headgate.engine.error;

import java.util.List;

/**
 * Rules of a checker broke while its others held: what a checker of many rules throws once it has
 * said what the others found.
 */
public final class BrokenRules extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Cause> causes;

  /**
   * What broke.
   *
   * @param rules the ids of the rules, with commas between them
   * @param text what happened, in one line, without values from the bundle
   */
  public record Cause(String rules, String text) {}

  /** Some rules broke; at least one. */
  public BrokenRules(List<Cause> causes) {
    super(causes.get(0).text());
    this.causes = List.copyOf(causes);
  }

  /** What broke. */
  public List<Cause> causes() {
    return causes;
  }
}
