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

class JsonSchemasTest {

  static List<Corpus> schemas() {
    return Corpus.read("json-schemas.txt");
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void readsTheCorpus(Corpus schema) {
    schema.assertRead(Format.JSON, schema.text());
  }

  @Test
  void readsWhatIsSaidOfAField() {
    List<Field> fields =
        read("""
                {"properties": {
                  "email": {"type": "string", "description": "Where to write.", "format": "email",
                            "title": "Mail", "x-pii": true, "maxLength": 80,
                            "confluent:tags": ["PII"]},
                  "phone": {"$ref": "#/$defs/Phone"}},
                 "$defs": {"Phone": {"type": "string", "description": "With prefix.",
                                     "sensitive": true, "confluent:tags": ["PII", "PHONE"]}}}
                """)
            .fields();

    assertThat(fields.get(0).documentation()).isEqualTo("Where to write.");
    assertThat(fields.get(0).properties())
        .containsOnly(
            Map.entry("format", "email"),
            Map.entry("title", "Mail"),
            Map.entry("x-pii", "true"),
            Map.entry("maxLength", "80"));
    assertThat(fields.get(0).tags()).extracting(Located::get).containsExactly("PII");
    assertThat(fields.get(0).tags().get(0).attribute()).isEqualTo("fields.email.confluent:tags");
    assertThat(fields.get(1).documentation()).isEqualTo("With prefix.");
    assertThat(fields.get(1).properties()).containsOnly(Map.entry("sensitive", "true"));
    assertThat(fields.get(1).tags()).extracting(Located::get).containsExactly("PII", "PHONE");
  }

  @Test
  void namesTheFieldAtFault() {
    SchemaContent content =
        read("{\"properties\": {\"a\": {\"properties\": {\"b\": 1}}}, \"$defs\": {\"D\": 2}}");

    assertThat(content.problems())
        .extracting(Located::attribute)
        .containsExactly("fields.a.b", "fields.$defs.D");
  }

  private static SchemaContent read(String text) {
    return SchemaReader.read(Format.JSON, text, new SourceText("schema.json", text));
  }
}
