package io.headgate.engine.report;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.error.Failure;
import io.headgate.spi.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run has to say. Sorted, without duplicates, immutable.
 *
 * @param bundles what was judged
 * @param results what was found, known or not
 * @param failures which checkers broke
 * @param threshold the lightest severity that closes the gate
 * @param intake what became of the files
 * @param catalog the rules of the run
 * @param sources the text of the files
 * @param baseline what the baseline made of the results; null if the policy names none
 */
public record Report(
    List<JudgedBundle> bundles,
    List<Result> results,
    List<Failure> failures,
    Severity threshold,
    Intake intake,
    Catalog catalog,
    Sources sources,
    @Nullable Baseline baseline) {

  /** A report without a baseline. */
  public Report(
      List<JudgedBundle> bundles,
      List<Result> results,
      List<Failure> failures,
      Severity threshold,
      Intake intake,
      Catalog catalog,
      Sources sources) {
    this(bundles, results, failures, threshold, intake, catalog, sources, null);
  }

  /** Copies the lists. */
  public Report {
    bundles = List.copyOf(bundles);
    results = List.copyOf(results);
    failures = List.copyOf(failures);
  }

  /**
   * A bundle that was judged.
   *
   * @param name for reports
   * @param environment its environment; empty when nobody said
   * @param files how many files it has
   * @param resources how many resources it declares
   */
  public record JudgedBundle(String name, String environment, int files, int resources) {}

  /**
   * What a baseline made of the results.
   *
   * @param file its file, relative to the policy
   * @param known how many results it knows
   * @param gone how many it knows that no longer occur
   */
  public record Baseline(String file, int known, int gone) {}

  /** What the gate says; known results do not close it. */
  public Verdict verdict() {
    return results.stream().anyMatch(this::closesGate) ? Verdict.CLOSED : Verdict.OPEN;
  }

  /**
   * Whether a result closes the gate: no baseline knows it, and it is as heavy as the threshold.
   */
  public boolean closesGate(Result result) {
    return !result.known() && result.severity().atLeast(threshold);
  }

  /** How many results have a severity, known ones left aside. */
  public long count(Severity severity) {
    return results.stream()
        .filter(result -> result.severity() == severity && !result.known())
        .count();
  }

  /** How many known results have a severity. */
  public long knownCount(Severity severity) {
    return results.stream()
        .filter(result -> result.severity() == severity && result.known())
        .count();
  }

  /** This report with other results. */
  public Report with(List<Result> others) {
    return new Report(bundles, others, failures, threshold, intake, catalog, sources, baseline);
  }

  /**
   * Whether a reader needs to be told the bundle of a result: there are several, and the path does
   * not say it.
   */
  public boolean bundleIsToBeTold(Result result) {
    String bundle = result.bundle();
    return bundles.size() > 1
        && !bundle.equals(".")
        && !result.finding().place().file().startsWith(bundle + "/");
  }

  /** How many files were read. */
  public int files() {
    return bundles.stream().mapToInt(JudgedBundle::files).sum();
  }

  /** How many resources are declared. */
  public int resources() {
    return bundles.stream().mapToInt(JudgedBundle::resources).sum();
  }
}
