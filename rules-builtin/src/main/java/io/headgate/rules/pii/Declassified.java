package io.headgate.rules.pii;

import io.headgate.rules.schema.OncePerType;
import io.headgate.spi.Setting;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fields that were called personal and that a change leaves without the word. */
public final class Declassified {

  /** The tags that count. */
  public static final Setting<List<String>> TAGS =
      Setting.texts("tags", Marks.TAGS, "The tags that mean personal or sensitive data.");

  private Declassified() {}

  /**
   * A field that lost its class.
   *
   * @param schema its schema
   * @param field the field as it is
   * @param was the field as it was
   * @param mark the tag or property that is gone
   */
  public record Loss(Schema schema, Field field, Field was, String mark) {}

  /** The fields that stay where they were; a type that is used several times counts once. */
  public static List<Loss> between(Bundle base, Bundle now, List<String> tags) {
    Marks marks = new Marks(tags);
    Before before = new Before(base, marks);
    List<Loss> losses = new ArrayList<>();
    for (Schema schema : now.all(Schema.class)) {
      OncePerType once = new OncePerType();
      Set<String> claimed = new HashSet<>();
      for (FieldFact fact : FieldFact.of(now, schema, marks)) {
        String path = fact.field().path();
        if (fact.claim() != null || claimed.contains(parent(path))) {
          claimed.add(path);
          continue;
        }
        FieldFact was = isOpen(fact.field()) ? null : before.field(schema, path);
        if (was != null && was.claim() != null && once.isFirst(fact.field())) {
          losses.add(new Loss(schema, fact.field(), was.field(), was.claim()));
        }
      }
    }
    return losses;
  }

  /** Whether a template puts a tag there. */
  private static boolean isOpen(Field field) {
    for (Located<String> tag : field.tags()) {
      if (!tag.isKnown()) {
        return true;
      }
    }
    return false;
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }
}
