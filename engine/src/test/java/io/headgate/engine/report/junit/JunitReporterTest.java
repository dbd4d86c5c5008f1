package io.headgate.engine.report.junit;

import static io.headgate.engine.report.sarif.Logs.CLEAN;
import static io.headgate.engine.report.sarif.Logs.MENAGERIE;
import static io.headgate.engine.report.sarif.Logs.compared;
import static io.headgate.engine.report.sarif.Logs.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.report.Goldens;
import io.headgate.engine.report.Hostile;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitReporterTest {

  private static final String BREAKS =
      "version: 1\nrules:\n  topic-fragile: {settings: {breaks: true}}\n";

  /** What Jenkins and GitLab read, and nothing else. */
  private static final Map<String, Set<String>> CHILDREN =
      Map.of(
          "testsuites", Set.of("testsuite"),
          "testsuite", Set.of("testcase"),
          "testcase", Set.of("failure", "error", "skipped"),
          "failure", Set.of(),
          "error", Set.of(),
          "skipped", Set.of());

  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "testsuites", Set.of("name", "tests", "failures", "errors", "skipped"),
          "testsuite", Set.of("name", "tests", "failures", "errors", "skipped"),
          "testcase", Set.of("classname", "name", "file", "line"),
          "failure", Set.of("message", "type"),
          "error", Set.of("message", "type"),
          "skipped", Set.of("message"));

  private static String write(Report report) {
    return Goldens.write(new JunitReporter(), report);
  }

  private static Element parse(String text) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Element> all(Element root, String name) {
    NodeList nodes = root.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static void assertReadable(Element element) {
    String name = element.getTagName();
    assertThat(CHILDREN).containsKey(name);
    Set<String> attributes = new TreeSet<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      attributes.add(element.getAttributes().item(i).getNodeName());
    }
    assertThat(ATTRIBUTES.get(name)).as(name).containsAll(attributes);
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        assertThat(CHILDREN.get(name)).as(name).contains(child.getTagName());
        assertReadable(child);
      }
    }
    if (name.startsWith("testsuite")) {
      assertThat(element.getAttribute("tests"))
          .isEqualTo("" + all(element, "testcase").size())
          .isNotEqualTo("0");
      assertThat(element.getAttribute("failures")).isEqualTo("" + all(element, "failure").size());
      assertThat(element.getAttribute("errors")).isEqualTo("" + all(element, "error").size());
      assertThat(element.getAttribute("skipped")).isEqualTo("" + all(element, "skipped").size());
    }
  }

  @Test
  void theReportIsAsTheGoldenFileHasIt() {
    Goldens.assertGolden("junit/menagerie.xml", write(report(MENAGERIE)));
  }

  @Test
  void serversReadIt() {
    assertReadable(parse(write(report(CLEAN))));
    assertReadable(parse(write(report(MENAGERIE, BREAKS))));
    assertReadable(parse(write(report(Hostile.landscape(), BREAKS))));
  }

  @Test
  void itIsRedWhereTheGateIsClosedAndNowhereElse() {
    Report closed = report(MENAGERIE);
    assertThat(closed.verdict()).isEqualTo(Verdict.CLOSED);
    Element root = parse(write(closed));
    assertThat(all(root, "failure"))
        .hasSize((int) closed.results().stream().filter(closed::closesGate).count())
        .allMatch(failure -> failure.getAttribute("type").equals("error"));
    assertThat(all(root, "skipped"))
        .isNotEmpty()
        .allMatch(skipped -> skipped.getAttribute("message").startsWith("Does not close the gate"));
    Report open = closed.with(closed.results().stream().map(Result::asKnown).toList());
    assertThat(open.verdict()).isEqualTo(Verdict.OPEN);
    root = parse(write(open));
    assertThat(all(root, "failure")).isEmpty();
    assertThat(all(root, "skipped"))
        .hasSameSizeAs(open.results())
        .allMatch(skipped -> skipped.getAttribute("message").startsWith("Known by the baseline"));
  }

  @Test
  void whatIsWaivedOrWasThereBeforeIsSkippedWithItsReason() {
    Report compared = compared(report(MENAGERIE));
    assertThat(all(parse(write(compared)), "skipped"))
        .extracting(skipped -> skipped.getAttribute("message").split(":", -1)[0])
        .contains("Known by the baseline", "Waived until 2031-05-01");
    Report.Comparison comparison = Objects.requireNonNull(compared.comparison());
    Report newOnly =
        new Report(
            compared.bundles(),
            compared.results(),
            compared.failures(),
            compared.threshold(),
            compared.intake(),
            compared.catalog(),
            compared.sources(),
            null,
            new Report.Comparison(comparison.base(), null, List.of(), true, Report.JudgedBy.SAME));
    assertThat(all(parse(write(newOnly)), "skipped"))
        .extracting(skipped -> skipped.getAttribute("message").split(":", -1)[0])
        .contains("There before the change");
  }

  @Test
  void aCheckerThatBrokeIsAnError() {
    Element root = parse(write(report(CLEAN, BREAKS)));
    List<Element> errors = all(root, "error");
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).getAttribute("message"))
        .startsWith("The rule topic-fragile, topic-brittle broke on bundle '.': ");
    assertThat(((Element) errors.get(0).getParentNode()).getAttribute("name"))
        .isEqualTo("checker of topic-fragile, topic-brittle");
  }

  @Test
  void nothingFoundIsOneCaseThatPassed() {
    assertThat(write(report(CLEAN)))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="headgate" tests="1" failures="0" errors="0" skipped="0">
              <testsuite name="." tests="1" failures="0" errors="0" skipped="0">
                <testcase classname="headgate" name="nothing found"/>
              </testsuite>
            </testsuites>
            """);
  }

  /** GitLab shows one case of those with the same names. */
  @Test
  void everyCaseHasNamesOfItsOwn() {
    Map<String, String> files = new LinkedHashMap<>(Hostile.landscape());
    files.put("kafka/topics/x1.yaml", "name: \"A\\u202Ex\"\nreplication: 1\n");
    files.put("kafka/topics/x2.yaml", "name: \"A\\u202Dx\"\nreplication: 1\n");
    files.put("kafka/topics/y1.yaml", "name: A" + "y".repeat(400) + "1\nreplication: 1\n");
    files.put("kafka/topics/y2.yaml", "name: A" + "y".repeat(400) + "2\nreplication: 1\n");
    files.put("kafka/topics/z1.yaml", "name: orders\nreplication: 1\n");
    files.put("kafka/topics/z2.yaml", "name: orders\nreplication: 1\n");
    Report report = report(files);
    Set<String> names = new HashSet<>();
    for (Element test : all(parse(write(report)), "testcase")) {
      assertThat(names.add(test.getAttribute("classname") + "\n" + test.getAttribute("name")))
          .as(test.getAttribute("name"))
          .isTrue();
      assertThat(test.getAttribute("name").length())
          .isLessThanOrEqualTo(JunitReporter.LONGEST_NAME);
    }
    assertThat(names).hasSameSizeAs(report.results());
  }

  @Test
  void strangeNamesStayHarmless() {
    String text = write(report(Hostile.landscape()));
    assertThat(text).doesNotContain("pwned\"/>", "<![CDATA[", "\uFFFE", "<script", "##[");
    assertThat(text.codePoints())
        .noneMatch(
            c ->
                (Character.getType(c) == Character.CONTROL && c != '\n')
                    || Character.getType(c) == Character.FORMAT);
    assertThat(all(parse(text), "testcase")).noneMatch(t -> t.getAttribute("name").equals("pwned"));
  }

  @Test
  void secretsAreNowhere() {
    assertThat(write(report(MENAGERIE, BREAKS))).doesNotContain("hunter2", "s3cr3t");
  }

  @Test
  void theHeaviestStayWhereThereAreTooMany() {
    Report report =
        report(
            MENAGERIE,
            "version: 1\nrules:\n  topic-often: {settings: {times: " + JunitReporter.MOST + "}}\n");
    String text = write(report);
    Element root = parse(text);
    assertReadable(root);
    assertThat(all(root, "failure")).hasSize(JunitReporter.MOST);
    int leftOut = report.results().size() - JunitReporter.MOST;
    assertThat(all(root, "skipped"))
        .singleElement()
        .satisfies(
            one -> assertThat(one.getAttribute("message")).startsWith(leftOut + " results, "));
    int objects = 0;
    for (Element element : all(root, "*")) {
      objects += 2 + element.getAttributes().getLength();
    }
    assertThat(objects).as("what GitLab counts, and it refuses 250,000").isLessThan(200_000);
  }
}
