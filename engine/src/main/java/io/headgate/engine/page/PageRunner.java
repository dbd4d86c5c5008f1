package io.headgate.engine.page;

import io.headgate.engine.Base;
import io.headgate.engine.DriftRun;
import io.headgate.engine.LiveState;
import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.page.PageCase.Expectation;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.spi.Rule;
import io.headgate.spi.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the cases of a page with its rule and the core's own. */
public final class PageRunner {

  /** Where a case keeps what was before the change. */
  private static final String BASE = "base";

  /** Where a case keeps what runs. */
  private static final String LIVE = "live";

  private final Catalog catalog;

  /** Runs pages of the rules of a catalog. */
  public PageRunner(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * What became of a case.
   *
   * @param problems what is not as the case expects; empty if all is
   * @param matched whether the rule found anything
   * @param broken whether a checker or headgate broke
   */
  public record Outcome(List<String> problems, boolean matched, boolean broken) {

    /** Copies the list. */
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Runs one case.
   *
   * @param rule the rule of the page
   * @return what is not as the case expects; empty if all is
   */
  public List<String> run(Rule rule, PageCase page) {
    return outcome(rule, page).problems();
  }

  /**
   * Runs one case.
   *
   * @param rule the rule of the page
   */
  public Outcome outcome(Rule rule, PageCase page) {
    Map<String, String> files = new LinkedHashMap<>();
    Map<String, String> base = new LinkedHashMap<>();
    Map<String, String> live = new LinkedHashMap<>();
    page.files()
        .forEach(
            (path, text) -> {
              if (path.startsWith(BASE + "/")) {
                base.put(path, text);
              } else if (path.startsWith(LIVE + "/")) {
                live.put(path.substring(LIVE.length() + 1), text);
              } else {
                files.put(path, text);
              }
            });
    Report report;
    try {
      Map<String, String> then = new LinkedHashMap<>();
      base.forEach((path, text) -> then.put(path.substring(BASE.length() + 1), text));
      CasePolicy policy = CasePolicy.of(files, then, catalog);
      files.remove(PolicyReader.FILE);
      base.remove(BASE + "/" + PolicyReader.FILE);
      Run run =
          new Run(
                  new MemoryFiles(files),
                  base.isEmpty() ? null : new Base(new MemoryFiles(base), BASE, ""),
                  catalog,
                  policy.policy(),
                  "",
                  Severity.NOTE,
                  rule::equals,
                  Progress.NONE)
              .with(new Run.Terms(rule.equals(CoreRules.UNKNOWN_DIALECT), false, policy.change()));
      report =
          live.isEmpty()
              ? run.report()
              : new DriftRun(run, new LiveState(new MemoryFiles(live), LIVE)).report();
    } catch (UserError e) {
      List<String> problems = new ArrayList<>();
      for (UserError.Message message : e.messages()) {
        problems.add((message.place() == null ? "" : message.place() + ": ") + message.text());
      }
      return new Outcome(problems, false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> problems = new ArrayList<>();
    report.failures().forEach(failure -> problems.add("failed: " + failure.cause()));
    int skipped =
        report.intake().skippedFiles() + report.intake().inNoBundle() - strict(rule, report);
    if (skipped > 0) {
      problems.add(
          "not read: "
              + (skipped == 1 ? "a file" : skipped + " files")
              + " of the case, which no dialect knows by path or content; the page of a rule about"
              + " the same kind of resource shows how it is done.");
    }
    boolean matched = false;
    List<Expectation> open = new ArrayList<>(page.expected());
    for (Result result : report.results()) {
      matched |= result.finding().rule().equals(rule);
      if (result.isOpen() && !open.removeIf(expectation -> meets(result, expectation))) {
        problems.add(
            "unexpected: "
                + result.finding().place()
                + ": "
                + result.finding().rule().id()
                + ": "
                + result.finding().message());
      }
    }
    open.forEach(expectation -> problems.add("missing: " + expectation));
    return new Outcome(problems, matched, !report.failures().isEmpty());
  }

  /** How many skipped files the rule itself is about. */
  private static int strict(Rule rule, Report report) {
    return rule.equals(CoreRules.UNKNOWN_DIALECT) ? report.intake().notUnderstood() : 0;
  }

  private static boolean meets(Result result, Expectation expectation) {
    return result.finding().place().file().equals(expectation.file())
        && result.finding().place().startLine() == expectation.line()
        && result.finding().message().contains(expectation.part());
  }
}
