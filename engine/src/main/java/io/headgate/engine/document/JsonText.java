package io.headgate.engine.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON inside a file, or inside a scalar of a file.
 *
 * @param root the tree, or null if it could not be read
 * @param problems what could not be read
 */
public record JsonText(@Nullable Node root, List<Problem> problems) {

  /** Copies the list. */
  public JsonText {
    problems = List.copyOf(problems);
  }

  /**
   * Reads JSON.
   *
   * @param text the JSON text
   * @param positions where its characters are in the file
   */
  public static JsonText read(String text, Positions positions) {
    return JsonDocuments.read(text, positions);
  }
}
