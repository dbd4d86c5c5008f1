package io.headgate.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import org.junit.jupiter.api.Test;

class AvroSchemasTest {

  private static SchemaContent read(String text) {
    return SchemaReader.read(Schema.Format.AVRO, text, new SourceText("a.avsc", text));
  }

  private static String at(Located<?> located) {
    return located.place().startLine() + ":" + located.place().startColumn() + " " + located;
  }

  @Test
  void listsTheFieldsOfRecordsInEveryCorner() {
    SchemaContent content =
        read(
            """
            {"type": "record", "name": "Order", "namespace": "com.acme", "fields": [
              {"name": "id", "type": "string", "doc": "The key.", "pii": false},
              {"name": "buyer", "type": ["null", {"type": "record", "name": "Person", "fields": [
                {"name": "email", "type": ["null", "string"], "default": null,
                 "confluent:tags": ["PII", "EMAIL"]},
                {"name": "friends", "type": {"type": "array", "items": "Person"}}]}]},
              {"name": "seller", "type": "com.acme.Person"},
              {"name": "paid", "type": {"type": "bytes", "logicalType": "decimal",
                                        "precision": 9, "scale": 2}}]}
            """);

    assertThat(content.problems()).isEmpty();
    assertThat(content.fields())
        .extracting(field -> field.path() + " " + field.type())
        .containsExactly(
            "id string",
            "buyer record",
            "buyer.email string",
            "buyer.friends record",
            "seller record",
            "seller.email string",
            "seller.friends record",
            "paid bytes");
    Field id = content.fields().get(0);
    assertThat(id.documentation()).isEqualTo("The key.");
    assertThat(id.properties()).containsEntry("pii", "false");
    assertThat(at(id.name())).isEqualTo("2:12 id");
    assertThat(id.name().attribute()).isEqualTo("fields.id");
    Field email = content.fields().get(2);
    assertThat(email.tags())
        .extracting(AvroSchemasTest::at)
        .containsExactly("5:25 PII", "5:32 EMAIL");
    assertThat(email.properties()).containsEntry("default", "null");
    assertThat(content.fields().get(7).properties())
        .containsEntry("logicalType", "decimal")
        .containsEntry("precision", "9");
    assertThat(content.fields().get(5).name().attribute()).isEqualTo("fields.seller.email");
  }

  @Test
  void placesProblemsAtTheValueAtFault() {
    SchemaContent content =
        read(
            """
            {"type": "record", "name": "Order", "fields": [
              {"name": "id", "type": "strin"},
              {"name": "n", "type": ["null", "int"], "default": "x"}]}
            """);

    assertThat(content.problems())
        .extracting(AvroSchemasTest::at)
        .containsExactly(
            "2:26 the type 'strin' is not defined. Did you mean 'string'?",
            "3:53 the default of the field 'n' is the string 'x', which is no value of its type"
                + " '[null, int]'.");
    assertThat(content.problems())
        .extracting(Located::attribute)
        .containsExactly("fields.id", "fields.n");
  }

  @Test
  void takesTypesOfOtherSubjectsForUnknown() {
    String text =
        """
        {"type": "record", "name": "Order", "namespace": "com.acme", "fields": [
          {"name": "buyer", "type": ["null", "com.acme.Person"], "default": {"email": "x"}},
          {"name": "seller", "type": "Person"},
          {"name": "note", "type": "string", "default": 0}]}
        """;

    SchemaContent content =
        SchemaReader.read(Schema.Format.AVRO, text, new SourceText("a.avsc", text), true);

    assertThat(content.problems()).extracting(Located::attribute).containsExactly("fields.note");
    assertThat(content.fields()).extracting(Field::path).containsExactly("buyer", "seller", "note");
    assertThat(read(text).problems())
        .extracting(Located::attribute)
        .containsExactly("fields.buyer", "fields.seller", "fields.note");
  }

  @Test
  void takesTypesOfOtherSubjectsForUnknownInOtherLanguagesToo() {
    String proto =
        """
        syntax = "proto3";
        import "person.proto";
        message Order { Person buyer = 1; }
        """;
    assertThat(SchemaReader.read(Schema.Format.PROTOBUF, proto, new SourceText("a", proto)))
        .satisfies(content -> assertThat(content.problems()).isEmpty());
    String json =
        """
        {"type": "object", "properties": {"buyer": {"$ref": "person.json#/definitions/Person"}}}
        """;
    assertThat(SchemaReader.read(Schema.Format.JSON, json, new SourceText("a", json)))
        .satisfies(content -> assertThat(content.problems()).isEmpty());
  }
}
