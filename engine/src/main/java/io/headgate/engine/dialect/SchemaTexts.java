package io.headgate.engine.dialect;

import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.engine.document.ScalarText;
import io.headgate.engine.schema.SchemaContent;
import io.headgate.engine.schema.SchemaReader;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schemas whose text stands in a value of another file, and the registry's words about them. */
public final class SchemaTexts {

  /** Of which nothing is known. */
  public static final SchemaContent NOTHING = new SchemaContent(List.of(), List.of());

  /** For a message: the languages of schemas. */
  public static final String FORMATS = "one of AVRO, JSON, PROTOBUF";

  /** The compatibility levels of the schema registry. */
  public static final List<String> LEVELS =
      List.of(
          "BACKWARD",
          "BACKWARD_TRANSITIVE",
          "FORWARD",
          "FORWARD_TRANSITIVE",
          "FULL",
          "FULL_TRANSITIVE",
          "NONE");

  private SchemaTexts() {}

  /**
   * What the text of a schema says; nothing where it is not there, a template gives it, or its
   * language is not known.
   *
   * @param references whether it may use types of other schemas
   */
  public static SchemaContent read(
      @Nullable Scalar text, Located<Schema.Format> format, boolean references, Reading reading) {
    return text == null || text.style() == Style.TAGGED || !format.isKnown()
        ? NOTHING
        : SchemaReader.read(
            format.get(), text.text(), ScalarText.of(text, reading.source()), references);
  }

  /** The language of a word in upper case, or null if it is none. */
  public static Schema.@Nullable Format format(String word) {
    return switch (word) {
      case "AVRO" -> Schema.Format.AVRO;
      case "JSON" -> Schema.Format.JSON;
      case "PROTOBUF" -> Schema.Format.PROTOBUF;
      default -> null;
    };
  }

  /** A compatibility level, or null if it is none. */
  public static @Nullable String level(String word) {
    return LEVELS.contains(word) ? word : null;
  }
}
