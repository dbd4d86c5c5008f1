package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SchemaTexts;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.schema.SchemaContent;
import io.headgate.engine.schema.SchemaReader;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import org.jspecify.annotations.Nullable;

/** Schemas, whose text is written in place or in a file of its own. */
final class Schemas {

  private Schemas() {}

  /**
   * Reads one.
   *
   * @param formatKey the argument that says which language it is; Avro where nobody wrote it
   * @param compatibilityKey the argument that has the compatibility level; null if there is none
   */
  static void read(
      Instance instance,
      String nameKey,
      String formatKey,
      @Nullable String compatibilityKey,
      Reading reading) {
    MappingReader schema = Words.reader(instance, nameKey, reading);
    Located<Schema.Format> format =
        schema.word(formatKey, "format", SchemaTexts::format, SchemaTexts.FORMATS);
    Scalar text = schema.scalar("schema");
    SchemaContent content = SchemaTexts.NOTHING;
    if (text != null && !text.isTemplated() && !format.isUnknown()) {
      boolean references =
          schema.node("schema_reference") instanceof Sequence list && !list.items().isEmpty();
      content =
          SchemaReader.read(
              format.orElse(Schema.Format.AVRO),
              text.text(),
              instance.origins().positions(text),
              references || schema.isTemplated("schema_reference"));
    }
    reading.add(
        new Schema(
            schema.required(nameKey, schema.text(nameKey, "name")),
            format,
            compatibilityKey == null
                ? Located.unknown("compatibility", schema.head())
                : schema.text(compatibilityKey, "compatibility"),
            content.fields(),
            content.problems(),
            content.text()));
  }
}
