package io.headgate.engine.schema;

import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a schema says.
 *
 * @param fields all fields, in the order of the text; a named type that is used several times is
 *     listed for each use, recursion is cut
 * @param problems what is wrong with the text, each placed at the key or value at fault, in the
 *     order of the text, at most 100. Each is a sentence that goes on after {@code Schema 'x' is
 *     invalid:}, so it begins in lower case and ends with a full stop
 * @param text the text itself; null where there is none, or only a template engine can complete it
 */
public record SchemaContent(
    List<Field> fields, List<Located<String>> problems, @Nullable String text) {

  /** What is said without the text itself. */
  public SchemaContent(List<Field> fields, List<Located<String>> problems) {
    this(fields, problems, null);
  }

  /** What is known of a text that only a template engine can complete: nothing. */
  static final SchemaContent UNKNOWN = new SchemaContent(List.of(), List.of());

  /** Copies the lists. */
  public SchemaContent {
    fields = List.copyOf(fields);
    problems = List.copyOf(problems);
  }
}
