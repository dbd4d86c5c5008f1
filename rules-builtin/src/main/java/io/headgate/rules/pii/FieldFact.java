package io.headgate.rules.pii;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one field.
 *
 * @param field the field
 * @param leaf whether it has no fields of its own
 * @param claim the mark of its own by which people say that it is personal; null if there is none
 * @param marked whether it or a field around it is classified at all, be it as not personal
 * @param denied whether somebody recorded that it or a field around it is not personal
 * @param detection what it looks like; null for nothing personal
 */
record FieldFact(
    Field field,
    boolean leaf,
    @Nullable String claim,
    boolean marked,
    boolean denied,
    @Nullable Detection detection) {

  /** The facts about all fields of a schema whose names are known, in its order. */
  static List<FieldFact> of(Bundle bundle, Schema schema, Marks marks) {
    int packs = Vocabulary.packs(bundle.environment().classification().languages());
    Map<String, Detection> detections = new HashMap<>();
    for (Detection detection : Classifier.classify(schema, packs)) {
      detections.put(detection.field().path(), detection);
    }
    Set<String> records = new HashSet<>();
    Set<String> marked = new HashSet<>();
    Set<String> denied = new HashSet<>();
    for (Field field : schema.fields()) {
      records.add(parent(field.path()));
      if (Marks.hasAny(field) || marked.contains(parent(field.path()))) {
        marked.add(field.path());
      }
      if (Marks.isDenied(field) || denied.contains(parent(field.path()))) {
        denied.add(field.path());
      }
    }
    List<FieldFact> facts = new ArrayList<>(schema.fields().size());
    for (Field field : schema.fields()) {
      String path = field.path();
      boolean leaf = !records.contains(path);
      if (field.name().isKnown()) {
        facts.add(
            new FieldFact(
                field,
                leaf,
                marks.claim(field),
                marked.contains(path),
                denied.contains(path),
                leaf ? detections.get(path) : null));
      }
    }
    return facts;
  }

  /** Whether it looks personal to a high degree. */
  boolean isHigh() {
    return detection != null && detection.isHigh();
  }

  /** Whether it lies below the other. */
  boolean isBelow(FieldFact other) {
    String path = other.field.path();
    return field.path().length() > path.length()
        && field.path().startsWith(path)
        && field.path().charAt(path.length()) == '.';
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }
}
