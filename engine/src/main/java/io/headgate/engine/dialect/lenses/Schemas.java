package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
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
 * {@code schemas/}: until 4.x {@code name} and {@code avroSchema}; since 5.0 the server's object
 * with keys in lower case, of which import takes the format, the text and, as subject, the name of
 * the file.
 */
final class Schemas {

  /** Which types of other subjects the text uses: a snapshot says it, Lenses has no word for it. */
  private static final String REFERENCES = "headgate-references";

  private static final SchemaContent NOTHING = new SchemaContent(List.of(), List.of());

  private Schemas() {}

  static void read(Mapping mapping, Reading reading) {
    MappingReader schema = MappingReader.of(mapping, "a schema", reading);
    String nameKey = schema.nameKey("name", "subject");
    boolean old =
        mapping.entry("schema") == null
            ? mapping.entry("format") == null
            : mapping.entry("subject") != null && mapping.entry("format") == null;
    if (old) {
      Located<Schema.Format> format = Located.absent("format", schema.head());
      Located<String> compatibility = Located.absent("compatibility", schema.head());
      String textKey = schema.key("avroSchema", "schema");
      add(schema.name(nameKey), format, compatibility, textKey, schema, reading);
    } else {
      readServed(nameKey, schema, reading);
    }
    schema.finish();
  }

  private static void readServed(String nameKey, MappingReader schema, Reading reading) {
    schema.ignore("connectionname", "issystementity", "schemaid", "sourcetype");
    schema.ignore("connectionName", "isSystemEntity", "schemaId", "sourceType");
    schema.ignore("permissions", "description", "tags", "version", REFERENCES);
    Located<Schema.Format> format =
        schema.required(
            "format",
            schema.word("format", "format", Schemas::format, "one of AVRO, JSON, PROTOBUF"));
    Located<String> compatibility = schema.text("compatibility", "compatibility");
    add(subject(nameKey, schema, reading), format, compatibility, "schema", schema, reading);
  }

  private static Located<String> subject(String nameKey, MappingReader schema, Reading reading) {
    Located<String> name = schema.text(nameKey, "name");
    if (reading.isJson()) {
      return schema.required(nameKey, name);
    }
    String file = reading.file().substring(reading.file().lastIndexOf('/') + 1);
    String stem = file.substring(0, file.lastIndexOf('.'));
    if (name.isAbsent() || name.is("")) {
      return Located.known(stem, "name", name.place());
    }
    if (name.isKnown() && !name.is(stem)) {
      reading.unreadable(
          name.place(),
          "name",
          "Since Lenses 5 import takes the subject from the name of the file, so it would register"
              + " '"
              + stem
              + "' instead of '"
              + name.get()
              + "'; rename the file to '"
              + name.get()
              + ".yaml'.");
    }
    return name;
  }

  private static void add(
      Located<String> subject,
      Located<Schema.Format> format,
      Located<String> compatibility,
      String textKey,
      MappingReader schema,
      Reading reading) {
    Scalar text = schema.scalar(textKey);
    SchemaContent content = NOTHING;
    if (text == null && schema.node(textKey) == null) {
      reading.unreadable(
          schema.keyPlace(textKey), "schema", "A schema needs its text under '" + textKey + "'.");
    } else if (text != null && text.style() != Style.TAGGED && !format.isUnknown()) {
      content =
          SchemaReader.read(
              format.orElse(Schema.Format.AVRO),
              text.text(),
              ScalarText.of(text, reading.source()),
              // Import drops them, and the key is reported: that is one mistake, not two.
              schema.has("references") || schema.has(REFERENCES));
    }
    reading.add(
        new Schema(
            subject, format, compatibility, content.fields(), content.problems(), content.text()));
  }

  static Schema.@Nullable Format format(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "AVRO" -> Schema.Format.AVRO;
      case "JSON", "JSON_SCHEMA", "JSONSCHEMA" -> Schema.Format.JSON;
      case "PROTOBUF" -> Schema.Format.PROTOBUF;
      default -> null;
    };
  }
}
