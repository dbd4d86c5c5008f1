package io.headgate.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema.Format;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtobufSchemasTest {

  static List<Corpus> schemas() {
    return Corpus.read("protobuf.txt");
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void readsTheCorpus(Corpus schema) {
    schema.assertRead(Format.PROTOBUF, schema.text());
  }

  @Test
  void readsOptionsAsTagsAndProperties() {
    List<Field> fields =
        read("""
                syntax = "proto3";
                import "confluent/meta.proto";
                message A {
                  string a = 1 [(confluent.field_meta).tags = "PII", (confluent.field_meta).tags = 'X',
                                deprecated = true, (.acme.level) = -3, json_name = "aa" "bb"];
                  string b = 2 [(confluent.field_meta) = {
                    doc: "Said here.", tags: ["PII", "Y"], params: [{key: "k", value: "v"}] inner <f: 1.5;>}];
                  string c = 3 [(pii) = DIRECT, (o) = { [x.y/z.T] { on: true } }];
                }
                """)
            .fields();

    Field a = fields.get(0);
    assertThat(a.tags()).extracting(ProtobufSchemasTest::at).containsExactly("4:47 PII", "4:84 X");
    assertThat(a.tags().get(0).attribute()).isEqualTo("fields.a.confluent.field_meta.tags");
    assertThat(a.properties())
        .isEqualTo(Map.of("deprecated", "true", "acme.level", "-3", "json_name", "aabb"));
    Field b = fields.get(1);
    assertThat(b.tags()).extracting(Located::get).containsExactly("PII", "Y");
    assertThat(b.documentation()).isEqualTo("Said here.");
    assertThat(b.properties())
        .containsEntry("confluent.field_meta.params.key", "k")
        .containsEntry("confluent.field_meta.inner.f", "1.5");
    assertThat(fields.get(2).properties())
        .isEqualTo(Map.of("pii", "DIRECT", "o.x.y/z.T.on", "true"));
  }

  @Test
  void readsCommentsAsDocumentation() {
    List<Field> fields =
        read("""
                // Licence.
                syntax = "proto3"; // of the syntax
                message A { // of the message
                  string a = 1; // behind a
                  // above b,
                  // two lines
                  string b = 2;

                  // detached

                  string c = 3; /* behind c */
                  // detached, too

                  // above c2
                  string c2 = 8;
                  /**
                   * Starred.
                   *   Twice.
                   */
                  string d = 4; string e = 5 [deprecated = true /* inside */ ]; // behind e

                  // above f
                  oneof o {
                    // above g
                    string g = 6; // not this
                  }
                  string h = 7;
                  // at the end
                }
                """)
            .fields();

    assertThat(fields)
        .extracting(field -> field.name() + ": " + field.documentation())
        .containsExactly(
            "a: behind a",
            "b: above b,\ntwo lines",
            "c: behind c",
            "c2: above c2",
            "d: Starred.\nTwice.",
            "e: behind e",
            "g: above g",
            "h: ");
  }

  @Test
  void namesTheFieldAtFault() {
    SchemaContent content =
        read(
            "syntax = \"proto3\"; package p; message A { X a = 1; B b = 2; } message B { Y c = 1; }");

    assertThat(content.problems())
        .extracting(Located::attribute)
        .containsExactly("fields.a", "fields.p.B.c");
  }

  private static String at(Located<?> located) {
    return located.place().startLine() + ":" + located.place().startColumn() + " " + located;
  }

  private static SchemaContent read(String text) {
    return SchemaReader.read(Format.PROTOBUF, text, new SourceText("schema.proto", text));
  }
}
