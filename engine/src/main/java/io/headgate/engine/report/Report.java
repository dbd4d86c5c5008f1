package io.headgate.engine.report;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.error.Failure;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Bundle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run has to say. Sorted, without duplicates, immutable.
 *
 * @param bundles what was judged
 * @param results what was found, whatever became of it
 * @param failures which checkers broke
 * @param threshold the lightest severity that closes the gate
 * @param intake what became of the files
 * @param catalog the rules of the run
 * @param sources the text of the files
 * @param baseline what the baseline made of the results; null if the policy names none
 * @param comparison what the results were compared with; null if with nothing
 * @param running what of the running cluster the landscape was compared with; null if nobody looked
 */
public record Report(
    List<JudgedBundle> bundles,
    List<Result> results,
    List<Failure> failures,
    Severity threshold,
    Intake intake,
    Catalog catalog,
    Sources sources,
    @Nullable Baseline baseline,
    @Nullable Comparison comparison,
    @Nullable Running running) {

  /** A report about files alone. */
  public Report(
      List<JudgedBundle> bundles,
      List<Result> results,
      List<Failure> failures,
      Severity threshold,
      Intake intake,
      Catalog catalog,
      Sources sources,
      @Nullable Baseline baseline,
      @Nullable Comparison comparison) {
    this(
        bundles,
        results,
        failures,
        threshold,
        intake,
        catalog,
        sources,
        baseline,
        comparison,
        null);
  }

  /** A report without a baseline, compared with nothing. */
  public Report(
      List<JudgedBundle> bundles,
      List<Result> results,
      List<Failure> failures,
      Severity threshold,
      Intake intake,
      Catalog catalog,
      Sources sources) {
    this(bundles, results, failures, threshold, intake, catalog, sources, null, null);
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
   * @param bundle what it declares
   */
  public record JudgedBundle(String name, String environment, int files, Bundle bundle) {

    /** How many resources it declares. */
    public int resources() {
      return bundle.resources().size();
    }
  }

  /**
   * What a baseline made of the results.
   *
   * @param file its file, relative to the policy
   * @param known how many results it knows
   * @param gone how many it knows that no longer occur
   */
  public record Baseline(String file, int known, int gone) {}

  /**
   * What the results were compared with.
   *
   * @param base what reports call it: a directory, or the beginning of a commit's id
   * @param commit its id, where it is one; otherwise null
   * @param absent what was found there and no longer is
   * @param newOnly whether only new results count for the verdict
   * @param judge whose policy judged
   */
  public record Comparison(
      String base, @Nullable String commit, List<Result> absent, boolean newOnly, JudgedBy judge) {

    /** Copies the list. */
    public Comparison {
      absent = List.copyOf(absent);
    }
  }

  /**
   * What runs, as far as it was compared.
   *
   * @param source the address of a cluster, or the directory of a snapshot
   * @param notes what was not compared and why, each a sentence
   */
  public record Running(String source, List<String> notes) {

    /** Copies the list. */
    public Running {
      notes = List.copyOf(notes);
    }
  }

  /** Whose policy judged a change. */
  public enum JudgedBy {
    /** Both states have the same, or none, or it comes from elsewhere. */
    SAME,
    /** That of the base; that of the change is another one. */
    BASE,
    /** That of the change; the base has none. */
    CHANGE
  }

  /** Whether a result counts for the verdict: known and waived ones never do. */
  public boolean weighs(Result result) {
    return result.isOpen()
        && (comparison == null || !comparison.newOnly() || result.state() == Result.State.NEW);
  }

  /** How many open results are what, compared with the state before. */
  public long count(Result.State state) {
    return (state == Result.State.ABSENT && comparison != null ? comparison.absent() : results)
        .stream().filter(result -> result.state() == state && result.isOpen()).count();
  }

  /** What the gate says. */
  public Verdict verdict() {
    return results.stream().anyMatch(this::closesGate) ? Verdict.CLOSED : Verdict.OPEN;
  }

  /** The verdict in a few words, for a run without failures. */
  public String verdictInWords() {
    boolean open = verdict() == Verdict.OPEN;
    return running == null
        ? open ? "The gate is open" : "The gate is closed"
        : open ? "There is no drift" : "There is drift";
  }

  /** Whether a result closes the gate: it counts, and is as heavy as the threshold. */
  public boolean closesGate(Result result) {
    return weighs(result) && result.severity().atLeast(threshold);
  }

  /** How many results that count for the verdict have a severity. */
  public long count(Severity severity) {
    return results.stream()
        .filter(result -> result.severity() == severity && weighs(result))
        .count();
  }

  /** How many results that do not count for the verdict have a severity. */
  public long asideCount(Severity severity) {
    return results.stream()
        .filter(result -> result.severity() == severity && !weighs(result))
        .count();
  }

  /** How many results are waived. */
  public int waived() {
    int waived = 0;
    for (Result result : results) {
      waived += result.isOpen() || result.known() ? 0 : 1;
    }
    return waived;
  }

  /** Whether there may be something to say of results that do not count, or are gone. */
  public boolean hasAsides() {
    return baseline != null || comparison != null || running != null || waived() > 0;
  }

  /** What to say where no result counts for the verdict: that there are none, or none of a kind. */
  public String noFindings() {
    boolean aside = comparison != null && comparison.newOnly();
    return (baseline != null && baseline.known() > 0) || aside
        ? "No new findings"
        : waived() > 0 ? "No open findings" : "No findings";
  }

  /**
   * What is open of this report, compared with nothing: for code hosts, which compare the reports
   * of two commits themselves. Of one that lacked what was there before they would say that all of
   * it was mended.
   */
  public Report open() {
    List<Result> open = new ArrayList<>();
    for (Result result : results) {
      if (result.isOpen()) {
        open.add(new Result(result.finding(), result.severity(), result.bundle()));
      }
    }
    return new Report(
        bundles, open, failures, threshold, intake, catalog, sources, null, null, running);
  }

  /** This report with other results. */
  public Report with(List<Result> others) {
    return new Report(
        bundles,
        others,
        failures,
        threshold,
        intake,
        catalog,
        sources,
        baseline,
        comparison,
        running);
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
