package io.headgate.engine.report.html;

import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Snippet;
import io.headgate.engine.report.Waiver;
import io.headgate.engine.report.html.Shown.Group;
import io.headgate.engine.report.html.Shown.Item;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The results, by rule: what counts first, and what does not behind lines that open. */
final class FindingsSection {

  private static final int MOST_RELATED = 20;

  private final Report report;
  private final Shown shown;
  private final Markup out;
  private final Set<String> explained = new HashSet<>();

  FindingsSection(Report report, Shown shown, Markup out) {
    this.report = report;
    this.shown = shown;
    this.out = out;
  }

  void write() throws IOException {
    out.raw("<section id=\"findings\" aria-labelledby=\"findings-h\">\n");
    out.raw("<h2 id=\"findings-h\">Findings</h2>\n");
    toolbar();
    if (shown.leftOut() > 0) {
      out.raw("<p class=\"box warning\"><strong>");
      out.plural(shown.leftOut(), "finding").raw("</strong>, the lightest and last, ");
      out.raw(shown.leftOut() == 1 ? "is" : "are").raw(" not shown here for want of room. ");
      out.raw("The text report has them all.</p>\n");
    }
    if (shown.count(Shelf.OPEN) == 0) {
      out.raw("<p class=\"none\">").raw(nothing()).raw("</p>\n");
    }
    for (Group group : shown.groups(Shelf.OPEN)) {
      group(group, true);
    }
    for (Shelf shelf : List.of(Shelf.WAIVED, Shelf.KNOWN, Shelf.BEFORE, Shelf.GONE)) {
      if (shown.count(shelf) > 0) {
        out.raw("<details class=\"shelf\"><summary><h3>" + shelf.title() + "</h3> ");
        count(shown.count(shelf));
        out.raw(" <span class=\"sum\">" + shelf.meaning() + "</span></summary>\n");
        for (Group group : shown.groups(shelf)) {
          group(group, false);
        }
        out.raw("</details>\n");
      }
    }
    out.raw("<p class=\"none\" id=\"nothing\" hidden>No finding is like this.</p>\n</section>\n");
  }

  private String nothing() {
    return report.failures().isEmpty()
        ? "Nothing counts against this landscape."
        : "Nothing was found by the rules that did not break.";
  }

  /** What only the script can use is shown by it. */
  private void toolbar() throws IOException {
    out.raw(
        """
        <div class="toolbar" id="toolbar" hidden role="search">
        <label class="vh" for="q">Filter by text</label>
        <input id="q" type="search" autocomplete="off" spellcheck="false" placeholder="Filter: a topic, a file, a rule, a word">
        <span id="chips"></span>
        <button type="button" id="clear" class="quiet" hidden>Clear</button>
        <button type="button" id="fold" class="quiet" aria-pressed="false">Fold all</button>
        <span id="status" role="status"></span>
        </div>
        """);
  }

  private void count(int count) throws IOException {
    out.raw("<span class=\"n\">").number(count).raw("</span>");
  }

  private void group(Group group, boolean open) throws IOException {
    Rule rule = group.rule();
    String severity = group.severity().word();
    out.raw("<details class=\"g " + severity + "\" data-s=\"" + group.number());
    out.raw("\"" + (open ? " open" : "") + "><summary><span class=\"sev\">" + severity);
    out.raw("</span> " + (open ? "<h3>" : "<h4>")).text(rule.id()).raw(open ? "</h3> " : "</h4> ");
    count(group.items().size());
    out.raw(" <span class=\"sum\">").text(rule.summary()).raw("</span></summary>\n");
    help(rule);
    out.raw("<ol role=\"list\">\n");
    for (Item item : group.items()) {
      item(item);
    }
    out.raw("</ol>\n</details>\n");
  }

  /** Why the rule is there and how to mend it, once for each rule. */
  private void help(Rule rule) throws IOException {
    String page = explained.add(rule.id()) ? report.catalog().page(rule) : null;
    List<String> why = page == null ? null : Prose.section(page, "Why");
    List<String> fix = page == null ? null : Prose.section(page, "How to fix");
    if (why == null && fix == null) {
      return;
    }
    out.raw("<details class=\"help\"><summary>Why, and how to fix it</summary>\n<div>\n");
    if (why != null) {
      Prose.write(why, out);
    }
    if (fix != null) {
      out.raw("<p class=\"h\">How to fix</p>\n");
      Prose.write(fix, out);
    }
    out.raw("<p class=\"m\">All about it: <code>headgate explain ").text(rule.id());
    out.raw("</code></p>\n</div></details>\n");
  }

  private void item(Item item) throws IOException {
    Result result = item.result();
    Place place = result.finding().place();
    out.raw("<li" + item.values() + "><p>").text(result.finding().message()).raw("</p>\n");
    out.raw("<p class=\"m\">").code(place.toString());
    out.raw(" <span>").text(Shown.kind(result)).raw("</span>");
    if (!item.team().equals(Owners.NOBODY)) {
      out.raw(" <span>").text(item.team()).raw("</span>");
    }
    if (report.bundleIsToBeTold(result)) {
      out.raw(" <span>bundle ").text(result.bundle()).raw("</span>");
    }
    if (result.state() != null) {
      boolean fresh = result.state() == Result.State.NEW;
      out.raw(" <span" + (fresh ? " class=\"new\"" : "") + ">" + Shown.change(result) + "</span>");
    }
    out.raw("</p>\n");
    if (result.disposition() instanceof Waiver waiver) {
      waiver(waiver);
    }
    snippet(place);
    related(result.finding().related());
    out.raw("</li>\n");
  }

  private void waiver(Waiver waiver) throws IOException {
    out.raw("<p class=\"waiver\"><strong>Waived until ").text(waiver.until().toString());
    out.raw("</strong>: ").text(waiver.reason()).raw(" <span class=\"m\">Owner ");
    out.text(waiver.owner()).raw(", approved by ").text(waiver.approver()).raw(", ");
    out.code(waiver.place().toString()).raw("</span></p>\n");
  }

  /** The line with the range marked, without the blanks ahead of it. */
  private void snippet(Place place) throws IOException {
    Snippet snippet = Snippet.of(report.sources(), place);
    if (snippet == null) {
      return;
    }
    String line = snippet.line();
    int from = line.offsetByCodePoints(0, Math.min(snippet.before(), points(line)));
    int to = line.offsetByCodePoints(from, Math.min(snippet.width(), points(line.substring(from))));
    int start = 0;
    while (start < from && line.charAt(start) == ' ') {
      start++;
    }
    out.raw("<pre><i>").number(place.startLine()).raw("</i>").text(line.substring(start, from));
    out.raw("<mark>").text(from == to ? " " : line.substring(from, to)).raw("</mark>");
    out.text(line.substring(to)).raw("</pre>\n");
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }

  private void related(List<Related> related) throws IOException {
    if (related.isEmpty()) {
      return;
    }
    out.raw("<ul class=\"rel\">");
    int step = 0;
    for (Related one : related.subList(0, Math.min(related.size(), MOST_RELATED))) {
      out.raw("<li>" + (one.step() ? ++step + ". " : "")).code(one.place().toString());
      out.raw(" ").text(one.message()).raw("</li>\n");
    }
    if (related.size() > MOST_RELATED) {
      out.raw("<li>and ").number(related.size() - MOST_RELATED).raw(" more places</li>\n");
    }
    out.raw("</ul>\n");
  }
}
