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
  private static final int MOST_STEPS = 400_000;
  private static final int MOST_CHARACTERS = 8_000_000;

  private final List<Field> fields = new ArrayList<>();
  private int steps;
  private long characters;
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
    int tags = field.tags().size();
    steps += tags + field.properties().size();
    characters += field.path().length() * (1L + tags);
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
          "with each named type written out where it is used, it is larger than the "
              + MOST_FIELDS
              + " fields and "
              + DEEPEST
              + " levels that headgate reads; use fewer types within types.");
    }
    return fields;
  }
}
