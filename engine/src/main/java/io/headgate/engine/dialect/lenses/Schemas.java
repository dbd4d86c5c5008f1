package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.ScalarText;
import io.headgate.engine.schema.SchemaContent;
import io.headgate.engine.schema.SchemaReader;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code schemas/}: until 4.x {@code name} and {@code avroSchema}; since 5.0 the server's object
 * with keys in lower case.
 */
final class Schemas {

  private Schemas() {}

  static void read(Mapping mapping, Reading reading) {
    String nameKey = mapping.entry("subject") != null ? "subject" : "name";
    MappingReader schema = MappingReader.of(mapping, nameKey, "a schema", reading);
    schema.ignore(
        "connectionname",
        "connectionName",
        "issystementity",
        "isSystemEntity",
        "permissions",
        "description",
        "tags",
        "version",
        "schemaid",
        "schemaId",
        "sourcetype",
        "sourceType");
    Located<String> subject = schema.name(nameKey);
    Located<Schema.Format> format =
        schema.word("format", "format", Schemas::format, "one of AVRO, JSON, PROTOBUF");
    String textKey = schema.oneOf("avroSchema", "schema");
    Scalar text = schema.scalar(textKey);
    SchemaContent content = new SchemaContent(List.of(), List.of());
    if (text == null) {
      reading.unreadable(
          schema.keyPlace(textKey), "schema", "A schema needs its text under '" + textKey + "'.");
    } else if (!format.isUnknown()) {
      content =
          SchemaReader.read(
              format.orElse(Schema.Format.AVRO),
              text.text(),
              ScalarText.of(text, reading.source()));
    }
    reading.add(
        new Schema(
            subject,
            format,
            schema.text("compatibility", "compatibility"),
            content.fields(),
            content.problems()));
    schema.finish();
  }

  private static Schema.@Nullable Format format(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "AVRO" -> Schema.Format.AVRO;
      case "JSON", "JSON_SCHEMA", "JSONSCHEMA" -> Schema.Format.JSON;
      case "PROTOBUF" -> Schema.Format.PROTOBUF;
      default -> null;
    };
  }
}
