package io.headgate.engine.report.html;

import io.headgate.engine.lineage.view.FieldLineage;
import io.headgate.engine.lineage.view.LineageSvg;
import io.headgate.engine.lineage.view.LineageText;
import io.headgate.engine.report.Report.JudgedBundle;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment.NotPersonal;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Lineage;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Trail;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where fields go: those that are tagged as personal and reach furthest, as pictures. */
final class LineageSection {

  private static final int MOST_PICTURES = 6;

  /** How many fields are followed at most, for each may reach thousands. */
  private static final int MOST_FIELDS = 500;

  /** A picture of more is none. */
  private static final int MOST_STEPS = 60;

  /** In pixels; a wider picture is not made to fit a window, but scrolls. */
  private static final int WIDEST = 1_500;

  private static final int MOST_LISTED = 200;
  private static final int MOST_ENDS = 6;
  private static final int LEAVING = 4;

  private final List<Start> all = new ArrayList<>();
  private final List<Start> starts = new ArrayList<>();
  private int followed;
  private int leaving;

  /** A field that something reads. */
  private record Start(JudgedBundle bundle, FieldRef field, List<Trail> trails, int weight) {}

  LineageSection(List<JudgedBundle> bundles) {
    for (JudgedBundle judged : bundles) {
      follow(judged);
    }
    all.sort(
        Comparator.comparingInt((Start start) -> -start.weight())
            .thenComparing(start -> start.bundle().name())
            .thenComparing(Start::field));
    Set<String> covered = new HashSet<>();
    for (Start start : all) {
      String bundle = start.bundle().name() + "\n";
      if (starts.size() < MOST_PICTURES
          && !covered.contains(bundle + start.field())
          && covered.add(bundle + start.field().topic())) {
        starts.add(start);
        for (Trail trail : start.trails()) {
          covered.add(bundle + trail.last().to());
        }
      }
    }
  }

  private void follow(JudgedBundle judged) {
    Bundle bundle = judged.bundle();
    for (Schema schema : bundle.all(Schema.class)) {
      for (Field field : schema.fields()) {
        if (followed == MOST_FIELDS) {
          return;
        }
        if (field.isTagged(AccessPicture.PERSONAL) && !isDecided(bundle, schema, field)) {
          FieldRef ref = new FieldRef(schema.topic(), schema.side(), field.path());
          Lineage lineage = bundle.lineage();
          List<Trail> trails = lineage.from(ref).isEmpty() ? List.of() : lineage.downstream(ref);
          if (!trails.isEmpty()) {
            followed++;
            int weight = trails.size() + lineage.upstream(ref).size();
            boolean leaves = false;
            for (Trail trail : trails) {
              leaves |= trail.last().to() == null && trail.carries();
            }
            leaving += leaves ? 1 : 0;
            all.add(new Start(judged, ref, trails, weight + (leaves ? LEAVING : 0)));
          }
        }
      }
    }
  }

  /** Whether the policy says that it is not personal. */
  private static boolean isDecided(Bundle bundle, Schema schema, Field field) {
    for (NotPersonal decision : bundle.environment().classification().notPersonal()) {
      if (decision.covers(schema, field)) {
        return true;
      }
    }
    return false;
  }

  boolean isEmpty() {
    return starts.isEmpty();
  }

  void write(boolean nameBundles, Markup out) throws IOException {
    out.raw("<section id=\"lineage\" aria-labelledby=\"lineage-h\">\n");
    out.raw("<h2 id=\"lineage-h\">Lineage of personal data</h2>\n<p class=\"m\">");
    out.raw(followed == MOST_FIELDS ? "At least " : "").plural(followed, "field");
    out.raw(" tagged as personal ").raw(followed == 1 ? "is" : "are");
    out.raw(" read by apps or connectors; ")
        .number(leaving)
        .raw(leaving == 1 ? " leaves" : " leave");
    out.raw(" Kafka as ").raw(leaving == 1 ? "it is" : "they are").raw(" or derived. ");
    if (followed > starts.size()) {
      out.raw("Shown here: ").raw(starts.size() == 1 ? "the one that reaches" : "those that reach");
      out.raw(" furthest. <code>headgate lineage --field</code> shows any. ");
    }
    out.raw("A dashed line is one that the value does not pass.</p>\n");
    boolean first = true;
    for (Start start : starts) {
      String bundle = start.bundle().name();
      FieldLineage lineage = FieldLineage.of(bundle, start.bundle().bundle(), start.field());
      out.raw("<details class=\"lineage\"" + (first ? " open" : "") + "><summary><h3>");
      out.code(start.field().toString()).raw("</h3>");
      if (nameBundles) {
        out.raw(" <span class=\"m\">in ").text(bundle).raw("</span>");
      }
      out.raw("</summary>\n");
      write(lineage, out);
      out.raw("</details>\n");
      first = false;
    }
    if (all.size() > starts.size()) {
      list(nameBundles, out);
    }
    out.raw("</section>\n");
  }

  /** All the fields, each with where it ends. */
  private void list(boolean nameBundles, Markup out) throws IOException {
    int most = Math.min(all.size(), MOST_LISTED);
    out.raw("<details class=\"lineage\"><summary><h3>");
    out.raw(most < all.size() ? "The first " + most : "All " + most)
        .raw(" fields</h3></summary>\n");
    out.raw("<ul class=\"flows\">\n");
    for (Start start : all.subList(0, most)) {
      out.raw("<li>").code(start.field().toString());
      if (nameBundles) {
        out.raw(" <span class=\"m\">in ").text(start.bundle().name()).raw("</span>");
      }
      Set<String> ends = new TreeSet<>();
      for (Trail trail : start.trails()) {
        Flow last = trail.last();
        String end = last.to() == null ? "outside of Kafka" : last.to().toString();
        ends.add(end + " (" + last.effect().word() + " by " + last.through().ref().name() + ")");
      }
      out.raw("<ul>");
      int told = 0;
      for (String end : ends) {
        if (told++ < MOST_ENDS) {
          out.raw("<li>").text(end).raw("</li>");
        }
      }
      out.raw(told > MOST_ENDS ? "<li>and " + (told - MOST_ENDS) + " more</li>" : "");
      out.raw("</ul></li>\n");
    }
    out.raw("</ul>\n</details>\n");
  }

  private static void write(FieldLineage lineage, Markup out) throws IOException {
    boolean picture = lineage.upstream().size() + lineage.downstream().size() <= MOST_STEPS;
    if (picture) {
      String svg = LineageSvg.of(lineage);
      int width = svg.indexOf(" width=\"") + " width=\"".length();
      boolean fits = Integer.parseInt(svg.substring(width, svg.indexOf('"', width))) <= WIDEST;
      out.raw(
          "<div class=\"scroll pic"
              + (fits ? " fits" : "")
              + "\" tabindex=\"0\" role=\"region\" aria-label=\"Picture\">");
      // It escapes each name itself.
      out.raw(svg).raw("</div>\n");
    }
    out.raw("<pre class=\"steps" + (picture ? " also" : "") + "\">");
    out.lines(LineageText.of(lineage).strip()).raw("</pre>\n");
  }
}
