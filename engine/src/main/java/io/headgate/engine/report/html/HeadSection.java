package io.headgate.engine.report.html;

import io.headgate.engine.error.Failure;
import io.headgate.engine.report.Asides;
import io.headgate.engine.report.Intake;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Verdict;
import io.headgate.spi.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The verdict, how much of everything there is, and what no rule could look at. */
final class HeadSection {

  private final Report report;
  private final Shown shown;
  private final Markup out;

  HeadSection(Report report, Shown shown, Markup out) {
    this.report = report;
    this.shown = shown;
    this.out = out;
  }

  /** The verdict in a few words. */
  static String verdict(Report report) {
    if (!report.failures().isEmpty()) {
      return "No verdict: the gate is closed";
    }
    return report.verdictInWords();
  }

  void write(List<String> sections) throws IOException {
    boolean open = report.verdict() == Verdict.OPEN && report.failures().isEmpty();
    out.raw("<header class=\"" + (open ? "open" : "closed") + "\">\n<div>\n");
    gate(open);
    out.raw("<div><p class=\"brand\">headgate</p>\n<h1>" + verdict(report) + "</h1>\n");
    out.raw("<p class=\"lead\">");
    counts();
    out.raw("</p>\n<p class=\"m\">");
    extent();
    out.raw("</p>\n");
    history();
    out.raw("</div>\n</div>\n<nav aria-label=\"Sections\">");
    for (String section : sections) {
      String id = section.toLowerCase(java.util.Locale.ROOT);
      out.raw("<a href=\"#" + id + "\">" + section + "</a>");
    }
    out.raw("</nav>\n</header>\n");
  }

  /** A sluice with its water, the board let down or drawn up. */
  private void gate(boolean open) throws IOException {
    out.raw("<svg class=\"gate\" viewBox=\"0 0 64 64\" aria-hidden=\"true\">");
    out.raw("<path class=\"water\" d=\"");
    out.raw(
        open
            ? "M2 46q5-5 10 0t10 0 10 0 10 0 10 0 10 0v14H2z"
            : "M2 32q3.5-5 7 0t7 0v28H2zM48 55q3.5-4 7 0t7 0v5H48z");
    out.raw("\"/><rect class=\"board\" x=\"18\" y=\"" + (open ? 12 : 28));
    out.raw("\" width=\"28\" height=\"" + (open ? 26 : 32) + "\" rx=\"1.5\"/>");
    out.raw("<path class=\"post\" d=\"M16 4v56M48 4v56M10 6h44M32 6v" + (open ? 6 : 22));
    out.raw("\"/></svg>\n");
  }

  private void counts() throws IOException {
    List<String> counts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      long count = report.count(severity);
      if (count > 0) {
        counts.add(
            "<strong class=\""
                + severity.word()
                + "\">"
                + Markup.words(count, severity.word())
                + "</strong>");
      }
    }
    if (!report.failures().isEmpty()) {
      counts.add(
          "<strong class=\"error\">"
              + Markup.words(report.failures().size(), "failure")
              + "</strong>");
    }
    out.raw(counts.isEmpty() ? report.noFindings() : String.join(", ", counts));
    out.raw(". ").raw(threshold());
  }

  private String threshold() {
    boolean newOnly = report.comparison() != null && report.comparison().newOnly();
    String what = newOnly ? "New e" : "E";
    return switch (report.threshold()) {
      case ERROR -> what + "rrors close the gate.";
      case WARNING -> what + "rrors and warnings close the gate.";
      case NOTE -> what + "rrors, warnings and notes close the gate.";
    };
  }

  private void extent() throws IOException {
    out.plural(report.resources(), "resource").raw(" in ").plural(report.files(), "file");
    String before = " (";
    for (Map.Entry<String, Integer> dialect : report.intake().byDialect().entrySet()) {
      out.raw(before).text(dialect.getKey()).raw(" ").number(dialect.getValue());
      before = ", ";
    }
    out.raw(before.equals(" (") ? "" : ")").raw(", ");
    out.plural(report.bundles().size(), "bundle").raw(".");
    if (report.intake().skippedFiles() > 0) {
      out.raw(" ").plural(report.intake().skippedFiles(), "other file").raw(" skipped.");
    }
  }

  /** What became of the results that do not count, and what has changed. */
  private void history() throws IOException {
    if (report.hasAsides()) {
      for (String line :
          Asides.lines(report, name -> "<code>" + Markup.escaped(name) + "</code>")) {
        out.raw("<p class=\"m\">").raw(line).raw("</p>\n");
      }
    }
  }

  /** What keeps the verdict from being the whole truth. */
  void trouble() throws IOException {
    if (!report.failures().isEmpty()) {
      out.raw("<section class=\"box error\" aria-labelledby=\"failures-h\">\n");
      out.raw("<h2 id=\"failures-h\">Failures</h2>\n<p>What these rules would have found is not");
      out.raw(" known, so there is no verdict.</p>\n<ul>\n");
      for (Failure failure : report.failures()) {
        out.raw("<li>").text(failure.message()).raw("</li>\n");
      }
      out.raw("</ul>\n</section>\n");
    }
    Intake intake = report.intake();
    if (!intake.notRead().isEmpty() || intake.inNoBundle() > 0 || intake.notUnderstood() > 0) {
      out.raw("<section class=\"box warning\" aria-labelledby=\"intake-h\">\n");
      out.raw("<h2 id=\"intake-h\">No rule has looked at</h2>\n<ul>\n");
      for (Map.Entry<String, Integer> kind : intake.notRead().entrySet()) {
        out.raw("<li>").number(kind.getValue()).raw(" ").text(kind.getKey());
        out.raw(", which headgate knows and does not read yet</li>\n");
      }
      if (intake.inNoBundle() > 0) {
        out.raw("<li>").plural(intake.inNoBundle(), "file").raw(" in no bundle</li>\n");
      }
      if (intake.notUnderstood() > 0) {
        out.raw("<li>").plural(intake.notUnderstood(), "file").raw(" that look");
        out.raw(intake.notUnderstood() == 1 ? "s" : "").raw(" like Kafka and ");
        out.raw(intake.notUnderstood() == 1 ? "was" : "were").raw(" not understood; ");
        out.raw("<code>headgate inspect</code> names ");
        out.raw(intake.notUnderstood() == 1 ? "it</li>\n" : "them</li>\n");
      }
      out.raw("</ul>\n</section>\n");
    }
  }

  /** Where the results are, from each side. */
  void overview() throws IOException {
    List<List<Facet>> columns = shown.facets();
    if (columns.isEmpty()) {
      return;
    }
    out.raw("<section id=\"overview\" aria-labelledby=\"overview-h\">\n");
    out.raw("<h2 id=\"overview-h\">Overview</h2>\n<div class=\"facets\">\n");
    for (List<Facet> column : columns) {
      out.raw("<div>\n");
      for (Facet facet : column) {
        facet.write(out);
      }
      out.raw("</div>\n");
    }
    out.raw("</div>\n");
    out.raw("<p class=\"m legend\"><span class=\"e\"></span>errors ");
    out.raw("<span class=\"w\"></span>warnings <span class=\"n\"></span>notes");
    out.raw(shown.isAnyAside() ? " <span class=\"a\"></span>set aside" : "");
    out.raw("</p>\n</section>\n");
  }
}
