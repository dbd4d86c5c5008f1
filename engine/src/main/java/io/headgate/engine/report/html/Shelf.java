package io.headgate.engine.report.html;

import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Waiver;

/** Where a result stands in the page. */
enum Shelf {
  /** What counts for the verdict. */
  OPEN("Open", "What counts for the verdict."),
  /** What somebody accepts for a while. */
  WAIVED("Waived", "Accepted until a day, by somebody who answers for it."),
  /** What the baseline knows. */
  KNOWN("Known", "In the baseline: there when headgate came, and not weighed."),
  /** What was there before, where only new results count. */
  BEFORE("There before", "Not brought by this change, and not weighed."),
  /** What was there before and is gone. */
  GONE("Gone", "Found in the state before, and no longer.");

  private final String title;
  private final String meaning;

  Shelf(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  String title() {
    return title;
  }

  String meaning() {
    return meaning;
  }

  static Shelf of(Result result, Report report) {
    if (result.state() == Result.State.ABSENT) {
      return GONE;
    }
    if (report.weighs(result)) {
      return OPEN;
    }
    return result.disposition() instanceof Waiver ? WAIVED : result.known() ? KNOWN : BEFORE;
  }
}
