package io.headgate.rules.pii;

import io.headgate.spi.model.Field;
import java.util.Locale;

/** What the values of a field are, whatever the language of the schema. */
enum Shape {
  TEXT,
  INTEGER,
  REAL,
  /** A day, or a moment at midnight. */
  DATE,
  MOMENT,
  CHOICE,
  TRUTH,
  BYTES,
  /** Has fields of its own. */
  RECORD,
  UNKNOWN;

  /** The shape of a field by its type and by what refines the type. */
  static Shape of(Field field) {
    String logical = field.properties().getOrDefault("logicalType", "");
    String format = field.properties().getOrDefault("format", "");
    if (logical.equals("decimal") || logical.equals("big-decimal")) {
      return REAL;
    }
    if (logical.equals("date") || format.equals("date")) {
      return DATE;
    }
    if (logical.contains("time") || format.equals("date-time") || format.equals("time")) {
      return MOMENT;
    }
    return switch (field.type().toLowerCase(Locale.ROOT)) {
      case "string" -> TEXT;
      case "int",
          "long",
          "integer",
          "int32",
          "int64",
          "uint32",
          "uint64",
          "sint32",
          "sint64",
          "fixed32",
          "fixed64",
          "sfixed32",
          "sfixed64" ->
          INTEGER;
      case "float", "double", "number" -> REAL;
      case "enum" -> CHOICE;
      case "boolean", "bool" -> TRUTH;
      case "bytes", "fixed" -> BYTES;
      case "record", "object", "message", "error" -> RECORD;
      default -> UNKNOWN;
    };
  }
}
