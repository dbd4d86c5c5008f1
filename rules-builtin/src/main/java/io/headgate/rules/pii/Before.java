package io.headgate.rules.pii;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Schema;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a bundle said about the fields of its schemas before a change. */
final class Before {

  private final Bundle base;
  private final MaskReach masks;
  private final Marks marks;
  private final Map<String, Schema> schemas = new HashMap<>();
  private final Map<String, Map<String, FieldFact>> facts = new HashMap<>();

  Before(Bundle base, Marks marks) {
    this.base = base;
    this.masks = new MaskReach(base);
    this.marks = marks;
    for (Schema schema : base.all(Schema.class)) {
      if (schema.subject().isKnown()) {
        schemas.putIfAbsent(schema.subject().get(), schema);
      }
    }
  }

  /** The field of this path as it was; null if it is new. */
  @Nullable FieldFact field(Schema schema, String path) {
    Schema was = schema.subject().isKnown() ? schemas.get(schema.subject().get()) : null;
    return was == null
        ? null
        : facts.computeIfAbsent(was.subject().get(), s -> byPath(was)).get(path);
  }

  private Map<String, FieldFact> byPath(Schema schema) {
    Map<String, FieldFact> byPath = new HashMap<>();
    for (FieldFact fact : FieldFact.of(base, schema, marks)) {
      byPath.putIfAbsent(fact.field().path(), fact);
    }
    return byPath;
  }

  /** The entry of a policy that is known to have hidden the field; null if there is none. */
  MaskReach.@Nullable Hit hiding(Schema schema, String path) {
    Schema was = schema.subject().isKnown() ? schemas.get(schema.subject().get()) : null;
    if (was != null && field(schema, path) != null) {
      for (MaskReach.Hit hit : masks.reaching(was, path)) {
        if (hit.hides() && hit.entry().isKnown() && hit.policy().redaction().isKnown()) {
          return hit;
        }
      }
    }
    return null;
  }

  /** Whether the field was marked as personal or hidden, so that a change has taken that away. */
  boolean has(Schema schema, String path) {
    FieldFact was = field(schema, path);
    return was != null && (was.claim() != null || hiding(schema, path) != null);
  }
}
