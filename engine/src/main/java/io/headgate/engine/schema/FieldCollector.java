package io.headgate.engine.schema;

import io.headgate.spi.model.Field;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the fields of one schema within limits. A type that is used twice is listed twice, so a
 * text of n lines can mean 2^n fields; what lies beyond the limits is a problem, not an outage.
 */
final class FieldCollector {

  static final int MOST_FIELDS = 10_000;
  static final int DEEPEST = 200;
  private static final int MOST_STEPS = 200_000;
  private static final int MOST_CHARACTERS = 8_000_000;

  private final List<Field> fields = new ArrayList<>();
  private int steps;
  private int characters;
  private boolean exceeded;

  /**
   * Whether to go on to the next part of the schema.
   *
   * @param depth how many fields or types lie around it
   */
  boolean goesOn(int depth) {
    if (++steps > MOST_STEPS || depth > DEEPEST) {
      exceeded = true;
    }
    return !exceeded;
  }

  void add(Field field) {
    characters += field.path().length();
    if (fields.size() == MOST_FIELDS || characters > MOST_CHARACTERS) {
      exceeded = true;
    } else {
      fields.add(field);
    }
  }

  List<Field> fields(Problems problems, Place root) {
    if (exceeded) {
      problems.add(
          SchemaPath.ROOT,
          Problems.start(root),
          "with each named type written out where it is used, it has more than "
              + MOST_FIELDS
              + " fields or "
              + DEEPEST
              + " levels, and headgate reads no further; use fewer types within types.");
    }
    return fields;
  }
}
