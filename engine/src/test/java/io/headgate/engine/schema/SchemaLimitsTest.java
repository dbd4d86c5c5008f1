package io.headgate.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Schema.Format;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Texts that were written to do harm. */
@Timeout(20)
class SchemaLimitsTest {

  private static SchemaContent read(Format format, String text) {
    // Lines keep the search for a column short.
    String lines = text.replace("},", "},\n");
    return SchemaReader.read(format, lines, new SourceText("schema", lines));
  }

  private static String each(int count, String separator, IntFunction part) {
    return IntStream.range(0, count).mapToObj(part::at).collect(Collectors.joining(separator));
  }

  /** A part of a text by its number. */
  private interface IntFunction {
    String at(int i);
  }

  private static void assertCut(SchemaContent content) {
    assertThat(content.fields()).hasSizeLessThanOrEqualTo(FieldCollector.MOST_FIELDS).isNotEmpty();
    assertThat(content.problems())
        .singleElement()
        .matches(
            problem -> problem.get().contains("it is larger than the 10000 fields and 200 levels"));
  }

  @Test
  void avroTypesThatMultiply() {
    String text =
        "["
            + each(
                60,
                ",",
                i ->
                    "{\"type\":\"record\",\"name\":\"R%d\",\"fields\":[{\"name\":\"a\",\"type\":\"R%d\"},{\"name\":\"b\",\"type\":\"R%d\"}]}"
                        .formatted(i, i + 1, i + 1))
            + ",{\"type\":\"fixed\",\"name\":\"R60\",\"size\":1}]";

    assertCut(read(Format.AVRO, text));
  }

  @Test
  void avroTypesThatMultiplyWithoutFields() {
    String all = each(400, ",", i -> "\"R" + i + "\"");
    String text =
        "["
            + each(
                400, ",", i -> "{\"type\":\"record\",\"name\":\"R%d\",\"fields\":[]}".formatted(i))
            + ",{\"type\":\"record\",\"name\":\"Z\",\"fields\":["
            + each(2000, ",", i -> "{\"name\":\"f%d\",\"type\":[%s]}".formatted(i, all))
            + "]}]";

    assertCut(read(Format.AVRO, text));
  }

  @Test
  void avroTypesThatChain() {
    String text =
        "["
            + each(
                5000,
                ",",
                i ->
                    "{\"type\":\"record\",\"name\":\"R%d\",\"fields\":[{\"name\":\"a\",\"type\":\"R%d\"}]}"
                        .formatted(i, i + 1))
            + ",{\"type\":\"fixed\",\"name\":\"R5000\",\"size\":1}]";

    assertCut(read(Format.AVRO, text));
  }

  @Test
  void avroDefaultsThatMultiply() {
    String text =
        "["
            + "{\"type\":\"record\",\"name\":\"R0\",\"fields\":[]},"
            + each(
                50,
                ",",
                i ->
                    "{\"type\":\"record\",\"name\":\"R%d\",\"fields\":[{\"name\":\"a\",\"type\":\"R%d\",\"default\":{}},{\"name\":\"b\",\"type\":\"R%d\",\"default\":{}}]}"
                        .formatted(i + 1, i, i))
            + "]";

    assertCut(read(Format.AVRO, text));
  }

  @Test
  void manyProblems() {
    String text =
        "["
            + each(
                3000,
                ",",
                i ->
                    "{\"type\":\"record\",\"name\":\"R%d\",\"fields\":[{\"name\":\"a\",\"type\":\"S%d\"}]}"
                        .formatted(i, i))
            + "]";

    assertThat(read(Format.AVRO, text).problems()).hasSize(100);
  }

  @Test
  void jsonReferencesThatMultiplyAndChain() {
    String twice =
        "{\"properties\":{\"a\":{\"$ref\":\"#/$defs/d%d\"},\"b\":{\"$ref\":\"#/$defs/d%d\"}}}";
    String multiply =
        "{\"$ref\":\"#/$defs/d0\",\"$defs\":{"
            + each(60, ",", i -> "\"d%d\":".formatted(i) + twice.formatted(i + 1, i + 1))
            + ",\"d60\":{}}}";
    String chain =
        "{\"properties\":{\"x\":{\"$ref\":\"#/$defs/d0\"}},\"$defs\":{"
            + each(5000, ",", i -> "\"d%d\":{\"$ref\":\"#/$defs/d%d\"}".formatted(i, i + 1))
            + ",\"d5000\":{}}}";

    assertCut(read(Format.JSON, multiply));
    assertCut(read(Format.JSON, chain));
  }

  @Test
  void jsonReferencesThatOnlyReferToEachOther() {
    SchemaContent content =
        read(
            Format.JSON,
            "{\"properties\":{\"x\":{\"$ref\":\"#/$defs/a\"}},\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"allOf\":[{\"$ref\":\"#/$defs/a\"}]}}}");

    assertThat(content.problems()).isEmpty();
    assertThat(content.fields()).singleElement().matches(field -> field.type().equals("any"));
  }

  @Test
  void protobufMessagesThatMultiply() {
    String text =
        "syntax = \"proto3\"; "
            + each(60, " ", i -> "message M%d { M%d a = 1; M%d b = 2; }".formatted(i, i + 1, i + 1))
            + " message M60 { int32 x = 1; }";

    assertCut(read(Format.PROTOBUF, text));
  }

  @Test
  void deepNesting() {
    assertThat(read(Format.AVRO, "[".repeat(100_000)).problems()).hasSize(1);
    assertThat(read(Format.PROTOBUF, "message A {".repeat(100_000)).problems()).hasSize(1);
    assertThat(read(Format.PROTOBUF, "option (a) = {" + "a {".repeat(100_000)).problems())
        .hasSize(1);
    assertThat(
            read(Format.PROTOBUF, "message A {" + "optional group G = 1 {".repeat(100_000))
                .problems())
        .hasSize(1);
  }
}
