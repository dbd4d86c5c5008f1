package io.headgate.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.Document;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.ScalarText;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema.Format;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaReaderTest {

  /** Reads the value of {@code schema} in a YAML or JSON file. */
  private static SchemaContent readInside(String file, Format format, String text) {
    SourceText source = new SourceText(file, text);
    Document document = Documents.read(source).documents().get(0);
    if (!(document.root() instanceof Mapping root)
        || !(root.get("schema") instanceof Scalar scalar)) {
      throw new AssertionError("No schema in: " + text);
    }
    return SchemaReader.read(format, scalar.text(), ScalarText.of(scalar, source));
  }

  private static SchemaContent read(Format format, String text) {
    return SchemaReader.read(format, text, new SourceText("schema", text));
  }

  /** The text of the file at a place. */
  private static String at(String text, Place place) {
    SourceText source = new SourceText("x", text);
    return text.substring(
        source.offset(place.startLine(), place.startColumn()),
        source.offset(place.endLine(), place.endColumn()));
  }

  private static List<String> everything(String text, SchemaContent content) {
    List<String> all = new ArrayList<>();
    for (Field field : content.fields()) {
      all.add(at(text, field.name().place()));
      field.tags().forEach(tag -> all.add(at(text, tag.place())));
    }
    content.problems().forEach(problem -> all.add(at(text, problem.place())));
    return all;
  }

  @Test
  void placesInALiteralBlock() {
    String text =
        """
        name: orders-value
        schema: |
          {"type": "record", "name": "A",

           "fields": [
            {"name": "mail", "type": "string", "confluent:tags": ["PII"]},
            {"name": "größe", "type": "it"}]}
        """;

    assertThat(everything(text, readInside("a.yaml", Format.AVRO, text)))
        .containsExactly("\"mail\"", "\"PII\"", "\"größe\"", "\"it\"");
  }

  @Test
  void placesInAFoldedBlock() {
    String text =
        """
        schema: >-
            {"properties": {
              "mail": {"type": "string"},
              "n": {"type": "strng"}}}
        """;

    assertThat(everything(text, readInside("a.yaml", Format.JSON, text)))
        .containsExactly("\"mail\"", "\"n\"", "\"strng\"");
  }

  @Test
  void placesInQuotes() {
    String single =
        """
        schema: '{"type": "record", "name": "A", "fields": [{"name": "a",
           "doc": "it''s", "type": "x"}]}'
        """;
    String twofold =
        """
        schema: "syntax = \\"proto3\\"; \\
          message A { strin \\u0061 = 1 [(x.tags) = \\"PII\\"]; }"
        """;

    assertThat(everything(single, readInside("a.yaml", Format.AVRO, single)))
        .containsExactly("\"a\"", "\"x\"");
    assertThat(everything(twofold, readInside("a.yaml", Format.PROTOBUF, twofold)))
        .containsExactly("\\u0061", "\\\"PII\\\"", "strin");
  }

  @Test
  void placesInAStringOfJson() {
    String text =
        """
        {"schema": "{\\"type\\": \\"record\\", \\"name\\": \\"A\\", \\"fields\\":\\n [{\\"name\\": \\"a\\", \\"type\\": \\"in\\"}]}"}
        """;

    assertThat(everything(text, readInside("a.json", Format.AVRO, text)))
        .containsExactly("\\\"a\\\"", "\\\"in\\\"");
  }

  @Test
  void placesWhereTheTextEndsTooSoon() {
    String text = "schema: |\n  {\"type\": \"record\",\nother: 1\n";

    SchemaContent content = readInside("a.yaml", Format.AVRO, text);

    assertThat(content.problems()).hasSize(1);
    assertThat(content.problems().get(0).place().startLine()).isLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void saysNothingOfATextThatATemplateMakes(Format format) {
    for (String text :
        List.of(
            "${SCHEMA}",
            "{{ .Files.Get \"orders.avsc\" }}",
            "\uE000\uE000\uE000",
            "{\"a\": {{ x }} }",
            "syntax = \"proto3\"; message ${NAME} {",
            "{\"a\": \"{{ index .Values \"x\" }}\"}",
            "syntax = '{{ index .Values 'x' }}'; message A {}")) {
      if (format == Format.PROTOBUF || !text.contains("'x'")) {
        assertThat(read(format, text)).as(text).isEqualTo(SchemaContent.UNKNOWN);
      }
    }
  }

  @Test
  void saysWhatIsWrongBesideATemplateInAString() {
    assertThat(
            read(Format.AVRO, "{\"type\": \"fixed\", \"name\": \"${A}\", \"size\": }").problems())
        .hasSize(1);
    assertThat(read(Format.PROTOBUF, "import \"${A}\"; // {{ \n message A {").problems())
        .hasSize(1);
    assertThat(read(Format.JSON, "{\"type\": \"${A}\" \"b\"}").problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"${T}\", \"name\": \"a b\"}",
        "\"${T}\"",
        "[\"${T}\", \"${T}\", {\"type\": \"${U}\"}]",
        "{\"type\": \"record\", \"name\": \"${N}\", \"fields\": [{\"name\": \"a\", \"type\": \"Unknown\"}]}",
        "{\"type\": \"record\", \"name\": \"N\", \"namespace\": \"{{n}}-1\", \"fields\": [{\"name\": \"a\", \"type\": \"x.Unknown\"}]}",
        "{\"type\": \"record\", \"name\": \"N\", \"fields\": [\"${F}\", {\"name\": \"${A}-b\", \"type\": \"int\", \"order\": \"${O}\", \"aliases\": [\"${A}\"]}]}",
        "{\"type\": \"record\", \"name\": \"N\", \"fields\": \"${F}\", \"aliases\": \"${A}\"}",
        "{\"type\": \"record\", \"name\": \"N\", \"fields\": [{\"name\": \"${A}\", \"type\": \"int\"}, {\"name\": \"${A}\", \"type\": \"int\"}]}",
        "{\"type\": \"enum\", \"name\": \"N\", \"symbols\": [\"A\", \"${S}-1\"], \"default\": \"B\"}",
        "{\"type\": \"enum\", \"name\": \"N\", \"symbols\": [\"A\"], \"default\": \"${D}\"}",
        "{\"type\": \"enum\", \"name\": \"N\", \"symbols\": \"${S}\", \"default\": \"B\"}",
        "{\"type\": \"fixed\", \"name\": \"N\", \"size\": \"${S}\", \"logicalType\": \"decimal\", \"precision\": \"${P}\", \"scale\": 12}",
        "{\"type\": \"record\", \"name\": \"N\", \"fields\": [{\"name\": \"a\", \"type\": \"int\", \"default\": \"${D}\"}, {\"name\": \"b\", \"type\": \"double\", \"default\": \"${D}\"}, {\"name\": \"c\", \"type\": \"${T}\", \"default\": 1}]}",
      })
  void saysNothingOfWhatIsTemplatedInAvro(String text) {
    assertThat(read(Format.AVRO, text).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"${S}\"",
        "{\"type\": \"${T}\", \"required\": \"${R}\", \"$ref\": \"#/${X}\", \"properties\": \"${P}\"}",
        "{\"type\": [\"${T}\", \"${T}\"], \"allOf\": \"${A}\", \"enum\": \"${E}\", \"items\": \"${I}\"}",
      })
  void saysNothingOfWhatIsTemplatedInJson(String text) {
    assertThat(read(Format.JSON, text).problems()).isEmpty();
  }

  @Test
  void leavesTemplatedNamesAndTagsUnknown() {
    Field avro =
        read(
                Format.AVRO,
                "{\"type\": \"record\", \"name\": \"N\", \"fields\": [{\"name\": \"${A}\","
                    + " \"type\": \"int\", \"confluent:tags\": [\"${T}\"]}]}")
            .fields()
            .get(0);
    Field json =
        read(Format.JSON, "{\"properties\": {\"{{a}}\": {\"tags\": [\"{{t}}\"]}}}").fields().get(0);
    Field protobuf =
        read(
                Format.PROTOBUF,
                "syntax = \"${S}\"; import \"${I}\";"
                    + " message A { X a = 1 [(x.tags) = \"${T}\"]; }")
            .fields()
            .get(0);

    assertThat(avro.name().isUnknown()).isTrue();
    assertThat(avro.path()).isEqualTo("${A}");
    assertThat(json.name().isUnknown()).isTrue();
    assertThat(List.of(avro, json, protobuf))
        .allSatisfy(field -> assertThat(field.tags()).singleElement().matches(Located::isUnknown));
  }
}
