package io.headgate.engine.page;

import io.headgate.engine.page.PackTest.CaseTest;
import io.headgate.engine.page.PackTest.RuleTest;
import io.headgate.engine.report.PrettyJson;
import io.headgate.engine.report.Texts;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What became of a pack that was put to the test, for people and for tools. */
public final class PackTestReports {

  private PackTestReports() {}

  /** For people. */
  public static String text(PackTest test) {
    StringBuilder out = new StringBuilder();
    int passed = 0;
    int all = 0;
    for (RuleTest rule : test.rules()) {
      line(out, "", rule.id());
      for (CaseTest one : rule.cases()) {
        all++;
        passed += one.passed() ? 1 : 0;
        line(out, one.passed() ? "  ok      " : "  FAILED  ", one.name());
        one.outcome().problems().forEach(problem -> line(out, "          ", problem));
      }
      rule.breaches().forEach(breach -> line(out, "  FAILED  ", breach));
    }
    test.breaches().forEach(breach -> line(out, "FAILED  ", breach));
    List<String> never = test.neverMatched();
    if (!never.isEmpty()) {
      line(out, "Never matched in any case: ", String.join(", ", never) + ".");
    }
    out.append('\n');
    line(
        out,
        "",
        test.pack()
            + " "
            + test.version()
            + ": "
            + passed
            + " of "
            + all
            + " cases of "
            + test.rules().size()
            + (test.rules().size() == 1 ? " rule passed" : " rules passed")
            + (test.passed() || passed < all ? "." : ", but the pack breaks its contract."));
    return out.toString();
  }

  private static void line(StringBuilder out, String head, String text) {
    out.append(head).append(Texts.harmless(text)).append('\n');
  }

  /** JUnit's XML: a suite for each rule, a test case for each case and for the contract. */
  public static String junit(PackTest test) {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuites name=\"").append(xml(test.pack())).append("\">\n");
    suite(out, test.pack(), test.breaches(), List.of());
    test.rules().forEach(rule -> suite(out, rule.id(), rule.breaches(), rule.cases()));
    return out.append("</testsuites>\n").toString();
  }

  private static void suite(
      StringBuilder out, String name, List<String> breaches, List<CaseTest> cases) {
    long failed =
        cases.stream().filter(one -> !one.passed()).count() + (breaches.isEmpty() ? 0 : 1);
    out.append("  <testsuite name=\"").append(xml(name));
    out.append("\" tests=\"").append(cases.size() + 1);
    out.append("\" failures=\"").append(failed).append("\" errors=\"0\" skipped=\"0\">\n");
    testCase(out, name, "contract", breaches);
    cases.forEach(one -> testCase(out, name, one.name(), one.outcome().problems()));
    out.append("  </testsuite>\n");
  }

  private static void testCase(
      StringBuilder out, String suite, String name, List<String> problems) {
    out.append("    <testcase classname=\"").append(xml(suite));
    out.append("\" name=\"").append(xml(name)).append('"');
    if (problems.isEmpty()) {
      out.append("/>\n");
      return;
    }
    out.append(">\n      <failure message=\"").append(xml(problems.get(0))).append("\">");
    out.append(xml(String.join("\n", problems))).append("</failure>\n    </testcase>\n");
  }

  private static String xml(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                // U+FFFE and U+FFFF are harmless but no characters of XML.
                default ->
                    out.appendCodePoint(Texts.isHarmless(c) && (c & 0xFFFE) != 0xFFFE ? c : 0xFFFD);
              }
            });
    return out.toString();
  }

  /** JSON. */
  public static String json(PackTest test) {
    return PrettyJson.write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("pack", test.pack());
          json.writeStringProperty("version", test.version());
          json.writeBooleanProperty("passed", test.passed());
          texts(json, "breaches", test.breaches());
          texts(json, "neverMatched", test.neverMatched());
          json.writeArrayPropertyStart("rules");
          test.rules().forEach(rule -> rule(json, rule));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void rule(JsonGenerator json, RuleTest rule) {
    json.writeStartObject();
    json.writeStringProperty("id", rule.id());
    json.writeBooleanProperty("matched", rule.matched());
    texts(json, "breaches", rule.breaches());
    json.writeArrayPropertyStart("cases");
    for (CaseTest one : rule.cases()) {
      json.writeStartObject();
      json.writeStringProperty("name", one.name());
      json.writeBooleanProperty("passed", one.passed());
      texts(json, "problems", one.outcome().problems());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
