package io.headgate.rules.schema;

import io.headgate.spi.model.Field;
import io.headgate.spi.model.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A named type that a schema uses several times has one text, so it has one finding. */
public final class OncePerType {

  private final Map<Place, Set<String>> seen = new HashMap<>();

  /** Whether the text of this field was not asked about yet. */
  public boolean isFirst(Field field) {
    return seen.computeIfAbsent(field.name().place(), place -> new HashSet<>())
        .add(field.name().toString());
  }
}
