package io.headgate.engine.report;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.error.Failure;
import io.headgate.spi.Severity;
import java.util.List;

/**
 * What a run has to say. Sorted, without duplicates, immutable.
 *
 * @param bundles what was judged
 * @param results what was found
 * @param failures which checkers broke
 * @param threshold the lightest severity that closes the gate
 * @param intake what became of the files
 * @param catalog the rules of the run
 * @param sources the text of the files
 */
public record Report(
    List<JudgedBundle> bundles,
    List<Result> results,
    List<Failure> failures,
    Severity threshold,
    Intake intake,
    Catalog catalog,
    Sources sources) {

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

  /** What the gate says. */
  public Verdict verdict() {
    return results.stream().anyMatch(result -> result.severity().atLeast(threshold))
        ? Verdict.CLOSED
        : Verdict.OPEN;
  }

  /** How many results have a severity. */
  public long count(Severity severity) {
    return results.stream().filter(result -> result.severity() == severity).count();
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
