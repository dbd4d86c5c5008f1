package io.headgate.engine.report.json;

import static io.headgate.engine.report.sarif.Logs.CLEAN;
import static io.headgate.engine.report.sarif.Logs.MENAGERIE;
import static io.headgate.engine.report.sarif.Logs.compared;
import static io.headgate.engine.report.sarif.Logs.report;
import static io.headgate.engine.report.sarif.Logs.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.headgate.engine.report.Goldens;
import io.headgate.engine.report.Hostile;
import io.headgate.engine.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class JsonReporterTest {

  private static final Path SCHEMA = Path.of("../docs/report.schema.json");

  private static final String BREAKS =
      "version: 1\nrules:\n  topic-fragile: {settings: {breaks: true}}\n";

  private static final Map<String, String> MERGED =
      Map.of(
          "kafka/topics/merged.yaml",
          """
          name: merged
          partitions: &one 1
          replication: *one
          """);

  private static String write(Report report) {
    return Goldens.write(new JsonReporter("1.2.3"), report);
  }

  /** The published schema, but strict: what it does not name is not there. */
  private static List<String> problems(JsonNode report) {
    try {
      JsonNode schema = tree(Files.readString(SCHEMA));
      close(schema);
      Schema strict =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(schema.toString(), InputFormat.JSON);
      return strict.validate(report.toString(), InputFormat.JSON).stream()
          .map(Object::toString)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("properties").isObject()) {
      object.put("additionalProperties", false);
    }
    node.forEach(JsonReporterTest::close);
  }

  @Test
  void theReportIsAsTheGoldenFileHasIt() {
    Goldens.assertGolden("json/menagerie.json", write(compared(report(MENAGERIE))));
  }

  @Test
  void everyReportIsAsTheSchemaSays() {
    assertThat(problems(tree(write(report(CLEAN))))).isEmpty();
    assertThat(problems(tree(write(report(MENAGERIE))))).isEmpty();
    assertThat(problems(tree(write(compared(report(MENAGERIE, BREAKS)))))).isEmpty();
    assertThat(problems(tree(write(report(Hostile.landscape(), BREAKS))))).isEmpty();
    assertThat(problems(tree(write(report(MERGED))))).isEmpty();
    assertThat(problems(tree(Goldens.write(new JsonReporter(), report(CLEAN))))).isEmpty();
  }

  /** Proof that the validator sees what is wrong. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "version",
        "verdict",
        "results",
        "severity",
        "place",
        "line",
        "fingerprint",
        "new",
        "count"
      })
  void theSchemaSeesWhatIsWrong(String what) {
    ObjectNode report = (ObjectNode) tree(write(compared(report(MENAGERIE))));
    ObjectNode result = (ObjectNode) report.at("/results/0");
    Map<String, Consumer<ObjectNode>> faults = new LinkedHashMap<>();
    faults.put("version", all -> all.put("version", 2));
    faults.put("verdict", all -> all.put("verdict", "shut"));
    faults.put("results", all -> all.remove("results"));
    faults.put("severity", all -> result.put("severity", "high"));
    faults.put("place", all -> result.remove("place"));
    faults.put("line", all -> ((ObjectNode) result.get("place")).put("startLine", 0));
    faults.put("fingerprint", all -> result.put("fingerprint", "x"));
    faults.put("new", all -> result.put("new", 1));
    faults.put("count", all -> ((ObjectNode) all.get("counts")).put("error", "6"));
    Objects.requireNonNull(faults.get(what)).accept(report);
    assertThat(problems(report)).isNotEmpty();
  }

  /** Together they show every property that the schema names. */
  @Test
  void everyPropertyOfTheSchemaOccurs() throws IOException {
    Set<String> named = new TreeSet<>();
    names(tree(Files.readString(SCHEMA)), named);
    Set<String> seen = new TreeSet<>();
    keys(tree(write(compared(report(MENAGERIE, BREAKS)))), seen);
    keys(tree(write(besideWhatRuns(report(MENAGERIE, BREAKS)))), seen);
    keys(
        tree(
            write(
                report(
                    MERGED,
                    "version: 1\nbundles:\n- {name: a, environment: prod, paths: [kafka]}\n"))),
        seen);
    assertThat(seen).containsAll(named);
  }

  private static Report besideWhatRuns(Report report) {
    return new Report(
        report.bundles(),
        report.results(),
        report.failures(),
        report.threshold(),
        report.intake(),
        report.catalog(),
        report.sources(),
        null,
        null,
        new Report.Running("kafka:9092", List.of("The ACLs may not be read.")));
  }

  private static void names(JsonNode schema, Set<String> into) {
    if (schema.path("properties").isObject()) {
      schema.get("properties").propertyStream().forEach(property -> into.add(property.getKey()));
    }
    schema.forEach(child -> names(child, into));
  }

  private static void keys(JsonNode node, Set<String> into) {
    node.propertyStream().forEach(property -> into.add(property.getKey()));
    node.forEach(child -> keys(child, into));
  }

  @Test
  void namesAreAsTheyAreAndHarmlessAllTheSame() {
    String text = write(report(Hostile.landscape()));
    assertThat(text.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
    Set<String> names = new TreeSet<>();
    for (JsonNode result : tree(text).get("results")) {
      names.add(result.at("/resource/name").stringValue());
      assertThat(result.get("message").stringValue().codePoints())
          .noneMatch(c -> Character.getType(c) == Character.CONTROL);
    }
    assertThat(names).containsExactlyInAnyOrderElementsOf(Hostile.NAMES);
  }

  @Test
  void theVerdictIsThatOfTheRun() {
    assertThat(tree(write(report(CLEAN))).get("verdict").stringValue()).isEqualTo("open");
    assertThat(tree(write(report(MENAGERIE))).get("verdict").stringValue()).isEqualTo("closed");
    assertThat(tree(write(report(CLEAN, BREAKS))).get("verdict").stringValue()).isEqualTo("none");
  }

  @Test
  void everyResultIsThereWhateverBecameOfIt() {
    Report report = compared(report(MENAGERIE));
    ArrayNode results = (ArrayNode) tree(write(report)).get("results");
    assertThat(results).hasSize(report.results().size());
    assertThat(results.get(0).get("disposition").stringValue()).isEqualTo("known");
    assertThat(results.get(0).get("closesGate").booleanValue()).isFalse();
    assertThat(results.get(1).get("disposition").stringValue()).isEqualTo("waived");
    assertThat(results.get(2).get("disposition").stringValue()).isEqualTo("open");
    assertThat(results.get(2).get("state").stringValue()).isEqualTo("unchanged");
    assertThat(results.get(3).get("state").stringValue()).isEqualTo("new");
  }

  @Test
  void secretsAreNowhere() {
    assertThat(write(report(MENAGERIE, BREAKS))).doesNotContain("hunter2", "s3cr3t");
  }

  @Test
  void aFullDiskIsAnIoException() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("full");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {
            throw new AssertionError("The writer is not the reporter's.");
          }
        };
    assertThatThrownBy(() -> new JsonReporter().write(report(MENAGERIE), full))
        .isInstanceOf(IOException.class)
        .hasMessage("full");
  }
}
