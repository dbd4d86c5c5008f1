package io.headgate.engine.report.sarif;

import static io.headgate.engine.report.sarif.Logs.CLEAN;
import static io.headgate.engine.report.sarif.Logs.MENAGERIE;
import static io.headgate.engine.report.sarif.Logs.compared;
import static io.headgate.engine.report.sarif.Logs.report;
import static io.headgate.engine.report.sarif.Logs.tree;
import static io.headgate.engine.report.sarif.Logs.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.SarifSchema210;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Logs against the official schema, and proof that the validator sees what is wrong. */
class SarifSchemaTest {

  private static final String SCHEMA = "/schema/sarif-schema-2.1.0.json";
  private static final Schema SARIF =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(schemaText(), InputFormat.JSON);

  @Test
  void everyLogIsValid() {
    assertThat(problems(write(report(CLEAN)))).isEmpty();
    assertThat(problems(write(report(MENAGERIE)))).isEmpty();
    assertThat(problems(write(report(CLEAN), new SarifReporter(Profile.ARCHIVE, null)))).isEmpty();
    assertThat(
            problems(
                write(
                    report(
                        MENAGERIE,
                        "version: 1\nrules:\n  topic-fragile: {settings: {breaks: true}}\n"))))
        .isEmpty();
  }

  @Test
  void aLogWithFixesIsValid() {
    Map<String, String> misspelt =
        Map.of("kafka/topics/topic-orders.yaml", "name: orders\npartitons: 12\nreplication: 3\n");

    String log = write(report(misspelt), new SarifReporter(Profile.ARCHIVE, null));

    assertThat(problems(log)).isEmpty();
    assertThat(log)
        .contains("\"artifactChanges\"")
        .contains("The fix of unknown-field, which may change what the landscape does.")
        .contains("\"insertedContent\":{\"text\":\"partitions\"}");
  }

  @ParameterizedTest
  @EnumSource
  void theLogOfEachProfileIsValid(Profile profile) {
    SarifReporter reporter = new SarifReporter(profile, null, "1.2.3");
    assertThat(problems(write(compared(report(MENAGERIE)), reporter))).isEmpty();
    assertThat(problems(write(report(CLEAN), reporter))).isEmpty();
  }

  static Stream<Arguments> mutations() {
    return Stream.of(
        mutation("no version", log -> log.remove("version")),
        mutation("another version", log -> log.put("version", "2.0.0")),
        mutation("numeric level", log -> result(log).put("level", 2)),
        mutation("level null", log -> result(log).putNull("level")),
        mutation("level of another tool", log -> result(log).put("level", "high")),
        mutation("no message", log -> result(log).remove("message")),
        mutation("empty message", log -> object(log, "/runs/0/results/0/message").removeAll()),
        mutation("bad guid", log -> result(log).put("guid", "nope")),
        mutation("index below -1", log -> result(log).put("ruleIndex", -2)),
        mutation("unknown property", log -> result(log).put("severity", "error")),
        mutation("line 0", log -> object(log, REGION).put("startLine", 0)),
        mutation("column as text", log -> object(log, REGION).put("startColumn", "1")),
        mutation("blank in a URI", log -> object(log, ARTIFACT).put("uri", "a b.yaml")),
        mutation("no tool", log -> object(log, "/runs/0").remove("tool")),
        mutation("no name", log -> object(log, "/runs/0/tool/driver").remove("name")),
        mutation("column kind", log -> object(log, "/runs/0").put("columnKind", "bytes")),
        mutation(
            "no success or failure",
            log -> object(log, "/runs/0/invocations/0").remove("executionSuccessful")),
        mutation(
            "numeric date",
            log -> object(log, "/runs/0/invocations/0").put("startTimeUtc", 1790000000000L)),
        mutation(
            "fingerprint as number",
            log -> object(log, "/runs/0/results/0/partialFingerprints").put("headgate/v1", 1)));
  }

  private static final String REGION = "/runs/0/results/0/locations/0/physicalLocation/region";
  private static final String ARTIFACT =
      "/runs/0/results/0/locations/0/physicalLocation/artifactLocation";

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutations")
  void theValidatorSees(String name, Consumer<ObjectNode> mutation) {
    ObjectNode log = (ObjectNode) tree(write(report(MENAGERIE)));
    assertThat(problems(Logs.compact(log))).isEmpty();
    mutation.accept(log);
    assertThat(problems(Logs.compact(log))).as(name).isNotEmpty();
  }

  private static Arguments mutation(String name, Consumer<ObjectNode> mutation) {
    return Arguments.of(name, mutation);
  }

  private static ObjectNode result(ObjectNode log) {
    return object(log, "/runs/0/results/0");
  }

  private static ObjectNode object(ObjectNode log, String pointer) {
    return (ObjectNode) log.at(pointer);
  }

  private static List<String> problems(String json) {
    return SARIF
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static String schemaText() {
    try (InputStream in = SarifSchema210.class.getResourceAsStream(SCHEMA)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
