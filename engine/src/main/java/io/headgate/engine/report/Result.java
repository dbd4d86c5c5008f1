package io.headgate.engine.report;

import io.headgate.engine.report.Disposition.Plain;
import io.headgate.spi.Finding;
import io.headgate.spi.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What became of a finding.
 *
 * @param finding what the rule says
 * @param severity what it weighs under the policy
 * @param bundle the name of the bundle it was found in
 * @param disposition whether it may close the gate
 * @param state what it is compared with the state before; null where nothing is compared
 */
public record Result(
    Finding finding,
    Severity severity,
    String bundle,
    Disposition disposition,
    @Nullable State state)
    implements Comparable<Result> {

  /** A result that weighs. */
  public Result(Finding finding, Severity severity, String bundle) {
    this(finding, severity, bundle, Plain.OPEN, null);
  }

  /** What a result is, compared with the state before a change. */
  public enum State {
    /** It was not there. */
    NEW,
    /** It was there. */
    UNCHANGED,
    /** It was there and is gone. */
    ABSENT
  }

  /** This result, known by the baseline. */
  public Result asKnown() {
    return as(Plain.KNOWN);
  }

  /** This result with another disposition. */
  public Result as(Disposition other) {
    return new Result(finding, severity, bundle, other, state);
  }

  /** This result, compared with the state before. */
  public Result as(State compared) {
    return new Result(finding, severity, bundle, disposition, compared);
  }

  /** Whether it may close the gate. */
  public boolean isOpen() {
    return disposition == Plain.OPEN;
  }

  /** Whether the baseline knows it. */
  public boolean known() {
    return disposition == Plain.KNOWN;
  }

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
    Finding mine = finding;
    Finding its = other.finding;
    int order = mine.place().compareTo(its.place());
    order = order != 0 ? order : mine.rule().id().compareTo(its.rule().id());
    order = order != 0 ? order : mine.resource().compareTo(its.resource());
    order = order != 0 ? order : mine.attribute().compareTo(its.attribute());
    order = order != 0 ? order : mine.message().compareTo(its.message());
    return order != 0 ? order : bundle.compareTo(other.bundle);
  }

  // Written out: what the compiler gives a record is linked at the first call, and a start feels
  // it.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Result result
            && finding.equals(result.finding)
            && severity == result.severity
            && disposition.equals(result.disposition)
            && state == result.state
            && bundle.equals(result.bundle));
  }

  @Override
  public int hashCode() {
    return 31 * finding.hashCode() + bundle.hashCode();
  }
}
