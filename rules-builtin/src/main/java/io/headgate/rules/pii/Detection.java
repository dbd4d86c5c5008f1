package io.headgate.rules.pii;

import io.headgate.spi.model.Field;
import java.util.List;

/**
 * A field that looks personal.
 *
 * @param field the field
 * @param type the class it looks like
 * @param score how sure, from 0 to 100
 * @param evidence what speaks for it, as clauses for a message; never empty
 */
record Detection(Field field, PersonalData type, int score, List<String> evidence) {

  /** The score from which on a detection is medium; below it there is none. */
  static final int MEDIUM = 50;

  /** The score from which on a detection is high. */
  static final int HIGH = 75;

  boolean isHigh() {
    return score >= HIGH;
  }

  /** The class and the evidence, for a message. */
  String summary() {
    return type.word() + ": " + String.join(", ", evidence);
  }
}
