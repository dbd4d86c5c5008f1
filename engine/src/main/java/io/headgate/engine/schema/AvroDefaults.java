package io.headgate.engine.schema;

import static io.headgate.engine.schema.JsonNodes.integer;
import static io.headgate.engine.schema.JsonNodes.isBoolean;
import static io.headgate.engine.schema.JsonNodes.isNull;
import static io.headgate.engine.schema.JsonNodes.isNumber;
import static io.headgate.engine.schema.JsonNodes.isString;
import static io.headgate.engine.schema.JsonNodes.isTemplated;
import static io.headgate.engine.schema.JsonNodes.string;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.schema.AvroType.AvroField;

/**
 * Whether a default fits its type. As in the specification and the library from 1.12 on, the
 * default of a union fits if it fits any branch; before, only the first branch counted. Beyond the
 * library, a default of an enum has to be one of its symbols: with any other, reading fails.
 */
final class AvroDefaults {

  /** Beyond so many comparisons nothing more is said of defaults. */
  private static final int MOST_STEPS = 200_000;

  private static final int DEEPEST = 200;

  private final AvroNames names;
  private int steps;

  AvroDefaults(AvroNames names) {
    this.names = names;
  }

  /** Whether the default of a field fits, as far as both are known. */
  boolean fits(AvroField field, Node value) {
    AvroType type = field.type();
    if (type instanceof AvroType.Primitive primitive
        && (primitive.name().equals("float") || primitive.name().equals("double"))
        && value instanceof Scalar number
        && isString(value)
        && !isTemplated(value)) {
      return isDouble(number.text());
    }
    return fits(type, value, 0);
  }

  /** The library takes {@code "NaN"} and other numbers in quotes where the field itself is one. */
  private static boolean isDouble(String text) {
    try {
      Double.parseDouble(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private boolean fits(AvroType written, Node value, int depth) {
    AvroType type = names.resolve(written);
    if (++steps > MOST_STEPS || type instanceof AvroType.Unknown || isTemplated(value)) {
      return true;
    }
    if (depth > DEEPEST) {
      // A default that contains itself: no value is that deep.
      return false;
    }
    if (type instanceof AvroType.Primitive primitive) {
      return fits(primitive.name(), value);
    }
    if (type instanceof AvroType.Enumeration enumeration) {
      String symbol = string(value);
      return symbol != null
          && (enumeration.symbols() == null || enumeration.symbols().contains(symbol));
    }
    if (type instanceof AvroType.Many many) {
      return fitsMany(many, value, depth);
    }
    if (type instanceof AvroType.Union union) {
      for (AvroType branch : union.branches()) {
        if (fits(branch, value, depth + 1)) {
          return true;
        }
      }
      return false;
    }
    return type instanceof AvroType.Structure structure
        ? value instanceof Mapping mapping && fits(structure, mapping, depth)
        : isString(value);
  }

  private boolean fitsMany(AvroType.Many many, Node value, int depth) {
    if (many.isMap()) {
      if (!(value instanceof Mapping mapping)) {
        return false;
      }
      for (Entry entry : mapping.entries()) {
        if (!fits(many.values(), entry.value(), depth + 1)) {
          return false;
        }
      }
      return true;
    }
    if (!(value instanceof Sequence sequence)) {
      return false;
    }
    for (Node item : sequence.items()) {
      if (!fits(many.values(), item, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(AvroType.Structure structure, Mapping value, int depth) {
    for (AvroField field : structure.fields()) {
      Scalar name = field.name();
      if (name == null || name.isTemplated()) {
        continue;
      }
      steps += value.entries().size();
      Node given = value.get(name.text());
      Node used = given != null ? given : field.node().get("default");
      if (used == null || !fits(field.type(), used, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String primitive, Node value) {
    return switch (primitive) {
      case "null" -> isNull(value);
      case "boolean" -> isBoolean(value);
      case "int" -> {
        Long number = integer(value);
        yield number != null && number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE;
      }
      case "long" -> integer(value) != null;
      case "float", "double" -> isNumber(value);
      default -> isString(value);
    };
  }
}
