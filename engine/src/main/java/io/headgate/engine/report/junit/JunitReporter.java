package io.headgate.engine.report.junit;

import io.headgate.engine.error.Failure;
import io.headgate.engine.report.Fingerprints;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Report.JudgedBundle;
import io.headgate.engine.report.Reporter;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Selection;
import io.headgate.engine.report.Texts;
import io.headgate.engine.report.Waiver;
import io.headgate.engine.report.junit.TestCase.Outcome;
import io.headgate.spi.Finding;
import io.headgate.spi.Related;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A suite for each bundle and a case for each result: failed if it closes the gate, skipped if it
 * is lighter, waived, known or was there before. A case is known again by its names, so they hold
 * neither line nor message.
 */
public final class JunitReporter implements Reporter {

  /** How many results there are at most: GitLab takes 250,000 elements and attributes of a file. */
  static final int MOST = 15_000;

  /** How long a name is at most in GitLab's list, in UTF-16 units. */
  static final int LONGEST_NAME = 255;

  private static final int LONGEST_MESSAGE = 2048;
  private static final int MOST_RELATED = 20;
  private static final String OWN = "headgate";

  /** A reporter. */
  public JunitReporter() {}

  @Override
  public void write(Report report, Writer out) throws IOException {
    Map<String, List<TestCase>> suites = suites(report);
    List<TestCase> all = new ArrayList<>();
    suites.values().forEach(all::addAll);
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.write("<testsuites" + counts(OWN, all) + ">\n");
    for (Map.Entry<String, List<TestCase>> suite : suites.entrySet()) {
      out.write("  <testsuite" + counts(suite.getKey(), suite.getValue()) + ">\n");
      for (TestCase test : suite.getValue()) {
        test.write(out);
      }
      out.write("  </testsuite>\n");
    }
    out.write("</testsuites>\n");
  }

  private static Map<String, List<TestCase>> suites(Report report) {
    Map<String, List<TestCase>> suites = new LinkedHashMap<>();
    for (JudgedBundle bundle : report.bundles()) {
      suites.put(bundle.name(), new ArrayList<>());
    }
    for (Failure failure : report.failures()) {
      add(
          suites,
          failure.bundle(),
          test(Outcome.BROKE, OWN, "checker of " + failure.rules(), failure.message()));
    }
    Selection selection = new Selection(report, MOST, true);
    Fingerprints prints = new Fingerprints();
    for (Result result : report.results()) {
      // Also of those that are left out, so that the numbers stay.
      String print = prints.of(result);
      if (selection.takes(result)) {
        add(suites, result.bundle(), test(result, print, report));
      }
    }
    for (List<TestCase> suite : suites.values()) {
      // Some servers take a suite without a case for a mistake.
      if (suite.isEmpty()) {
        suite.add(test(Outcome.PASSED, OWN, "nothing found", ""));
      }
    }
    if (selection.leftOut() > 0) {
      String text =
          selection.leftOut()
              + " results, the lightest and last, were left out, for GitLab reads no larger"
              + " report; the text report has them all.";
      add(suites, OWN, test(Outcome.SKIPPED, OWN, "results left out", text));
    }
    return suites;
  }

  private static void add(Map<String, List<TestCase>> suites, String bundle, TestCase test) {
    suites.computeIfAbsent(bundle, name -> new ArrayList<>()).add(test);
  }

  private static TestCase test(Outcome outcome, String classname, String name, String message) {
    return new TestCase(outcome, classname, name, null, "failure", message, "");
  }

  private static TestCase test(Result result, String print, Report report) {
    Finding finding = result.finding();
    String message = Texts.cut(Texts.harmless(finding.message()), LONGEST_MESSAGE);
    if (result.known()) {
      message = "Known by the baseline: " + message;
    } else if (result.disposition() instanceof Waiver waiver) {
      message = "Waived until " + waiver.until() + ": " + message;
    } else if (!report.weighs(result)) {
      message = "There before the change: " + message;
    } else if (!report.closesGate(result)) {
      message = "Does not close the gate: " + message;
    }
    return new TestCase(
        report.closesGate(result) ? Outcome.FAILED : Outcome.SKIPPED,
        finding.rule().id(),
        name(finding, print),
        finding.place(),
        result.severity().word(),
        message,
        related(finding));
  }

  /** Resource and attribute, and a number from the second result of one identity on. */
  private static String name(Finding finding, String print) {
    String attribute = finding.attribute().isEmpty() ? "" : " " + finding.attribute();
    String name = Texts.harmless(finding.resource() + attribute);
    int number = print.indexOf(':');
    String suffix = number < 0 ? "" : " (" + print.substring(number + 1) + ")";
    // Harmless or cut, two names may have become one.
    boolean changed = !name.equals(finding.resource() + attribute);
    if (changed || name.length() + suffix.length() > LONGEST_NAME) {
      suffix = " " + print.substring(0, 12) + suffix;
      name = Texts.cut(name, LONGEST_NAME - suffix.length());
    }
    return name + suffix;
  }

  private static String related(Finding finding) {
    StringBuilder out = new StringBuilder();
    int shown = Math.min(finding.related().size(), MOST_RELATED);
    int step = 0;
    for (Related one : finding.related().subList(0, shown)) {
      String line = one.place() + ": " + one.message();
      out.append('\n').append(one.step() ? ++step + ". " : "");
      out.append(Texts.cut(Texts.harmless(line), LONGEST_MESSAGE));
    }
    int more = finding.related().size() - shown;
    return more == 0
        ? out.toString()
        : out.append("\nand ").append(more).append(" more").toString();
  }

  private static String counts(String name, List<TestCase> tests) {
    int failed = 0;
    int broke = 0;
    int skipped = 0;
    for (TestCase test : tests) {
      failed += test.outcome() == Outcome.FAILED ? 1 : 0;
      broke += test.outcome() == Outcome.BROKE ? 1 : 0;
      skipped += test.outcome() == Outcome.SKIPPED ? 1 : 0;
    }
    return " name=\""
        + TestCase.xml(name)
        + "\" tests=\""
        + tests.size()
        + "\" failures=\""
        + failed
        + "\" errors=\""
        + broke
        + "\" skipped=\""
        + skipped
        + "\"";
  }
}
