package io.headgate.engine.report;

import io.headgate.spi.Finding;
import io.headgate.spi.Severity;
import java.util.Comparator;

/**
 * What became of a finding.
 *
 * @param finding what the rule says
 * @param severity what it weighs under the policy
 * @param bundle the name of the bundle it was found in
 */
public record Result(Finding finding, Severity severity, String bundle)
    implements Comparable<Result> {

  private static final Comparator<Result> ORDER =
      Comparator.comparing((Result result) -> result.finding().place())
          .thenComparing(result -> result.finding().rule().id())
          .thenComparing(result -> result.finding().resource())
          .thenComparing(result -> result.finding().attribute())
          .thenComparing(result -> result.finding().message())
          .thenComparing(Result::bundle);

  /** What it is known by: bundle, rule, resource and attribute; never a line, never a text. */
  public String identity() {
    return bundle
        + "\n"
        + finding.rule().id()
        + "\n"
        + finding.resource().kind().word()
        + "\n"
        + finding.resource().name()
        + "\n"
        + finding.attribute();
  }

  /** By place, then by rule. */
  @Override
  public int compareTo(Result other) {
    return ORDER.compare(this, other);
  }
}
