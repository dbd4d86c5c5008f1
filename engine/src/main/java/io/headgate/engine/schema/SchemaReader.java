package io.headgate.engine.schema;

import io.headgate.engine.document.Positions;
import io.headgate.spi.model.Schema;

/** Reads the text of a schema. */
public final class SchemaReader {

  private SchemaReader() {}

  /**
   * Reads a schema as far as it goes; never throws for what a text says. A text that a template
   * decides on outside of strings ({@code ${...}} or <code>{{...}}</code>) has neither fields nor
   * problems, and what is templated inside a string is unknown.
   *
   * @param format its language
   * @param text the schema itself
   * @param positions where the characters of {@code text} are in the file
   */
  public static SchemaContent read(Schema.Format format, String text, Positions positions) {
    return read(format, text, positions, false);
  }

  /**
   * Reads a schema that may use types of other subjects.
   *
   * @param refers whether it says that it does, with a list of references: then a type that the
   *     text does not define is unknown. The texts of JSON and Protobuf say it themselves.
   */
  public static SchemaContent read(
      Schema.Format format, String text, Positions positions, boolean refers) {
    return switch (format) {
      case AVRO -> AvroSchemas.read(text, positions, refers);
      case JSON -> JsonSchemas.read(text, positions);
      case PROTOBUF -> ProtobufSchemas.read(text, positions);
    };
  }
}
