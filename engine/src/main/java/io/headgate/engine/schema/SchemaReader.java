package io.headgate.engine.schema;

import io.headgate.engine.document.Positions;
import io.headgate.spi.model.Schema;
import java.util.List;

/** Reads the text of a schema. */
public final class SchemaReader {
  private SchemaReader() {}

  /** Reads a schema. */
  public static SchemaContent read(Schema.Format format, String text, Positions positions) {
    return new SchemaContent(List.of(), List.of());
  }
}
