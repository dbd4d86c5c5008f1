package io.headgate.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Schema.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts are one schema. */
class SchemaMeaningTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "AVRO | \"string\" | {\"type\" : \"string\"}",
        "AVRO | {\"type\":\"fixed\",\"name\":\"a.F\",\"size\":2} |"
            + " {\"size\":2.0,\"namespace\":\"a\",\"name\":\"F\",\"type\":\"fixed\"}",
        "AVRO | {\"type\":\"record\",\"name\":\"a.R\",\"fields\":[{\"name\":\"x\",\"type\":"
            + "[\"null\",\"R\"]}]} | {\"type\":\"record\",\"name\":\"R\",\"namespace\":\"a\","
            + "\"fields\":[{\"type\":[\"null\",\"a.R\"],\"name\":\"x\"}]}",
        "JSON | {\"type\":\"object\",\"title\":\"\\u0041\"} | { \"title\": \"A\","
            + " \"type\":\"object\" }",
        "JSON | {\"maximum\":10} | {\"maximum\":1e1}",
        "PROTOBUF | syntax=\"proto3\"; message A { string b = 1; } |"
            + " syntax = 'proto3'; /* x */ message A {string b=1;}",
      })
  void isTheSame(Format format, String one, String other) {
    assertThat(SchemaMeaning.of(format, one))
        .isNotNull()
        .isEqualTo(SchemaMeaning.of(format, other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "AVRO | \"string\" | \"bytes\"",
        "AVRO | [\"null\",\"int\"] | [\"int\",\"null\"]",
        "AVRO | {\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]} |"
            + " {\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\",\"B\"]}",
        "AVRO | {\"type\":\"fixed\",\"name\":\"a.F\",\"size\":2} |"
            + " {\"type\":\"fixed\",\"name\":\"b.F\",\"size\":2}",
        "AVRO | {\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"x\",\"type\":\"int\"}]}"
            + " | {\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"x\",\"type\":\"int\","
            + "\"default\":1}]}",
        "JSON | {\"type\":\"object\"} | {\"type\":\"array\"}",
        "JSON | {\"const\":\"1\"} | {\"const\":1}",
        "PROTOBUF | syntax=\"proto3\"; message A { string b = 1; } |"
            + " syntax=\"proto3\"; message A { string b = 2; }",
      })
  void isAnother(Format format, String one, String other) {
    assertThat(SchemaMeaning.of(format, one))
        .isNotNull()
        .isNotEqualTo(SchemaMeaning.of(format, other));
  }

  @Test
  void saysNothingOfWhatIsNoSchemaOrATemplates() {
    assertThat(SchemaMeaning.of(Format.AVRO, "{")).isNull();
    assertThat(SchemaMeaning.of(Format.AVRO, "\"${TYPE}\"")).isNull();
    assertThat(SchemaMeaning.of(Format.JSON, "{{ schema }}")).isNull();
    assertThat(SchemaMeaning.of(Format.PROTOBUF, "message A { \"")).isNull();
  }
}
