package io.headgate.engine.report.html;

import io.headgate.engine.report.Report.JudgedBundle;
import io.headgate.engine.report.html.AccessPicture.Row;
import io.headgate.spi.model.Access;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who may do what with which topic, bundle by bundle. */
final class AccessSection {

  private static final int MOST_BUNDLES = 8;
  private static final int AT_ONCE = 12;

  private final Map<String, AccessPicture> pictures = new LinkedHashMap<>();
  private int leftOut;

  AccessSection(List<JudgedBundle> bundles) {
    for (JudgedBundle bundle : bundles) {
      if (pictures.size() == MOST_BUNDLES) {
        leftOut++;
        continue;
      }
      AccessPicture picture = AccessPicture.of(bundle.bundle());
      if (picture != null) {
        pictures.put(bundle.name(), picture);
      }
    }
  }

  boolean isEmpty() {
    return pictures.isEmpty();
  }

  void write(boolean nameBundles, Markup out) throws IOException {
    out.raw("<section id=\"access\" aria-labelledby=\"access-h\">\n");
    out.raw("<h2 id=\"access-h\">Access</h2>\n");
    out.raw("<p class=\"m\"><b class=\"x\">R</b> reads, <b class=\"x w\">W</b> writes, ");
    out.raw("<b class=\"x a\">A</b> administers. As Kafka's authorizer decides by the entries; ");
    out.raw("<code>headgate access</code> names the entry behind each answer.</p>\n");
    for (Map.Entry<String, AccessPicture> one : pictures.entrySet()) {
      if (nameBundles) {
        out.raw("<h3>").text(one.getKey()).raw("</h3>\n");
      }
      write(one.getValue(), out);
    }
    if (leftOut > 0) {
      out.raw("<p class=\"m\">").plural(leftOut, "more bundle").raw(" not shown.</p>\n");
    }
    out.raw("</section>\n");
  }

  private static void write(AccessPicture picture, Markup out) throws IOException {
    if (picture.byTeam()) {
      out.raw("<p class=\"m\">There are ").plural(picture.principals(), "principal");
      out.raw(", so teams stand in their place: a letter says that a principal of the team may do");
      out.raw(" so with one of the topics at least.</p>\n");
    }
    if (!picture.rows().isEmpty()) {
      out.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Access\">");
      out.raw("<table class=\"matrix\"><thead><tr><th scope=\"col\">");
      out.raw(picture.byTeam() ? "Topics of" : "Topic").raw("</th>");
      for (String principal : picture.columns()) {
        boolean all = principal.equals(Access.EVERYONE);
        out.raw("<th scope=\"col\"" + (all ? " class=\"all\"" : "") + "><span>");
        out.text(shown(principal)).raw("</span></th>");
      }
      out.raw("</tr></thead>\n<tbody>\n");
      for (Row row : picture.rows()) {
        row(row, picture.columns(), out);
      }
      out.raw("</tbody></table></div>\n");
    }
    remarks(picture, out);
  }

  /** Everybody is called so, and users by their names alone. */
  private static String shown(String principal) {
    return principal.equals(Access.EVERYONE)
        ? "everybody"
        : principal.startsWith("User:") ? principal.substring("User:".length()) : principal;
  }

  private static void row(Row row, List<String> principals, Markup out) throws IOException {
    out.raw("<tr><th scope=\"row\">");
    if (row.owner().isEmpty()) {
      names(row.topics(), out);
    } else {
      out.raw("<details><summary>").text(row.owner()).raw(" <span class=\"tag\">");
      out.plural(row.topics().size(), "topic").raw("</span></summary>");
      list(row.topics(), out);
      out.raw("</details>");
    }
    out.raw(row.personal() ? " <span class=\"tag\">personal data</span>" : "");
    out.raw(row.doubtful() ? " <span class=\"tag\">uncertain</span>" : "").raw("</th>");
    int more = row.rights().size();
    for (String principal : principals) {
      int rights = row.rights().getOrDefault(principal, 0);
      if (rights == 0) {
        out.raw("<td></td>");
        continue;
      }
      more--;
      boolean admin = (rights & AccessPicture.ADMINISTER) != 0;
      boolean write = (rights & AccessPicture.WRITE) != 0;
      out.raw("<td class=\"x" + (admin ? " a" : write ? " w" : "") + "\" data-p=\"");
      out.text(shown(principal)).raw("\">");
      out.raw((rights & AccessPicture.READ) != 0 ? "R" : "").raw(write ? "W" : "");
      out.raw(admin ? "A" : "").raw((rights & AccessPicture.EXCEPT) != 0 ? "*" : "");
      out.raw("</td>");
    }
    out.raw(more > 0 ? "<td class=\"more\">+" + more + "</td>" : "").raw("</tr>\n");
  }

  /** The first name, and the others behind it. */
  private static void names(List<String> names, Markup out) throws IOException {
    if (names.size() == 1) {
      out.code(names.get(0));
      return;
    }
    out.raw("<details><summary>").code(names.get(0)).raw(" <span class=\"tag\">and ");
    out.number(names.size() - 1).raw(" more</span></summary>");
    list(names.subList(1, names.size()), out);
    out.raw("</details>");
  }

  private static void list(List<String> names, Markup out) throws IOException {
    int last = Math.min(names.size(), 200);
    for (int i = 0; i < last; i++) {
      out.raw(i == 0 ? "" : ", ").code(names.get(i));
    }
    if (last < names.size()) {
      out.raw(" and ").number(names.size() - last).raw(" more");
    }
  }

  private static void remarks(AccessPicture picture, Markup out) throws IOException {
    out.raw("<ul class=\"m\">\n");
    if (!picture.superUsers().isEmpty()) {
      out.raw("<li>Super users, who may do everything: ");
      list(picture.superUsers(), out);
      out.raw("</li>\n");
    }
    boolean partial = false;
    for (Row row : picture.rows()) {
      partial |= row.partial();
    }
    if (partial) {
      out.raw("<li>* but for what a DENY takes away from some hosts or principals.</li>\n");
    }
    if (!picture.closed().isEmpty()) {
      int count = picture.closed().size();
      out.raw("<li>").plural(count, "topic").raw(" that nobody else may use: ");
      list(picture.closed().subList(0, Math.min(count, AT_ONCE)), out);
      out.raw(count > AT_ONCE ? " and " + (count - AT_ONCE) + " more" : "").raw("</li>\n");
    }
    if (picture.topicsLeftOut() > 0) {
      out.raw("<li>").plural(picture.topicsLeftOut(), "topic").raw(" not shown, so that the table");
      out.raw(" can be read. Personal data and the widest access go first.</li>\n");
    }
    out.raw("</ul>\n");
  }
}
