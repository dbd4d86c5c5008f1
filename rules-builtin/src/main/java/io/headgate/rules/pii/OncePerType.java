package io.headgate.rules.pii;

import io.headgate.spi.model.Field;
import io.headgate.spi.model.Place;
import java.util.HashSet;
import java.util.Set;

/** A named type that a schema uses several times has one text, so it has one finding. */
final class OncePerType {

  private record Written(Place place, String name) {}

  private final Set<Written> seen = new HashSet<>();

  /** Whether the text of this field was not asked about yet. */
  boolean isFirst(Field field) {
    return seen.add(new Written(field.name().place(), field.name().toString()));
  }
}
