package io.headgate.engine.report.html;

import io.headgate.engine.report.Report;
import io.headgate.engine.report.Reporter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * One page for a browser: the verdict, what is wrong by team, kind and severity, the results with
 * their lines, who may use which topic, and where personal data goes.
 */
public final class HtmlReporter implements Reporter {

  private final String headgate;

  /** A reporter that gives the version of headgate it belongs to. */
  public HtmlReporter() {
    this(ownVersion());
  }

  HtmlReporter(String headgate) {
    this.headgate = headgate;
  }

  private static String ownVersion() {
    String version = HtmlReporter.class.getPackage().getImplementationVersion();
    return version == null ? "0.0.0-development" : version;
  }

  @Override
  public void write(Report report, Writer writer) throws IOException {
    Markup out = new Markup(writer);
    Shown shown = new Shown(report);
    HeadSection head = new HeadSection(report, shown, out);
    AccessSection access = new AccessSection(report.bundles());
    LineageSection lineage = new LineageSection(report.bundles());
    boolean nameBundles = report.bundles().size() > 1;
    Asset script = Asset.of("report.js");
    head(report, script, out);
    List<String> sections = new ArrayList<>(List.of("Findings"));
    if (!access.isEmpty()) {
      sections.add("Access");
    }
    if (!lineage.isEmpty()) {
      sections.add("Lineage");
    }
    out.raw("<body>\n<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n");
    head.write(sections);
    out.raw("<main>\n");
    head.trouble();
    head.overview();
    new FindingsSection(report, shown, out).write();
    if (!access.isEmpty()) {
      access.write(nameBundles, out);
    }
    if (!lineage.isEmpty()) {
      lineage.write(nameBundles, out);
    }
    out.raw("</main>\n<footer><p>headgate ").text(headgate);
    out.raw(". This page is all there is: it loads nothing and sends nothing.</p></footer>\n");
    out.raw("<script>").raw(script.text()).raw("</script>\n</body>\n</html>\n");
  }

  private static void head(Report report, Asset script, Markup out) throws IOException {
    Asset style = Asset.of("report.css");
    out.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out.raw("style-src ").raw(style.digest()).raw("; script-src ").raw(script.digest());
    out.raw("; img-src data:; base-uri 'none'; form-action 'none'\">\n");
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.raw("<meta name=\"robots\" content=\"noindex\">\n");
    out.raw("<title>headgate: ").raw(HeadSection.verdict(report)).raw("</title>\n");
    // Without it a browser asks the host of the page for one.
    out.raw("<link rel=\"icon\" href=\"data:,\">\n");
    out.raw("<style>").raw(style.text()).raw("</style>\n</head>\n");
  }
}
