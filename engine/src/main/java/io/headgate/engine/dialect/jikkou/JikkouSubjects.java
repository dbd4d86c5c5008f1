package io.headgate.engine.dialect.jikkou;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.engine.document.ScalarText;
import io.headgate.engine.schema.SchemaContent;
import io.headgate.engine.schema.SchemaReader;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code SchemaRegistrySubject}: the schema as text; of one that is written as a mapping, or lies
 * in another file, no more is said than that it is there.
 */
final class JikkouSubjects {

  private static final SchemaContent NOTHING = new SchemaContent(List.of(), List.of());

  private JikkouSubjects() {}

  static void read(JikkouObject object, Reading reading) {
    MappingReader spec = object.spec();
    spec.ignore("schemaRegistry", "mode", "references");
    Located<Schema.Format> format =
        spec.required(
            "schemaType",
            spec.word(
                "schemaType", "format", JikkouSubjects::format, "one of AVRO, JSON, PROTOBUF"));
    Node schema = spec.node("schema");
    SchemaContent content = NOTHING;
    if (schema == null) {
      spec.required("schema", Located.absent("schema", object.head()));
    } else if (schema instanceof Scalar text && text.style() != Style.TAGGED && format.isKnown()) {
      content =
          SchemaReader.read(
              format.get(),
              text.text(),
              ScalarText.of(text, reading.source()),
              spec.has("references"));
    }
    Located<String> name = object.requiredName(reading);
    reading.add(
        new Schema(
            name,
            format,
            spec.text("compatibilityLevel", "compatibility"),
            content.fields(),
            content.problems()));
    spec.finish();
  }

  private static Schema.@Nullable Format format(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "AVRO" -> Schema.Format.AVRO;
      case "JSON" -> Schema.Format.JSON;
      case "PROTOBUF" -> Schema.Format.PROTOBUF;
      default -> null;
    };
  }
}
