package io.headgate.engine.edit;

import io.headgate.engine.document.SourceText;
import java.util.List;

/**
 * What a fix makes of a file.
 *
 * @param before its text without the fix
 * @param edits what changes, in order; offsets are those of {@code before}
 * @param after its text with the fix
 */
public record Mended(SourceText before, List<Edit> edits, SourceText after) {

  /** Copies the list. */
  public Mended {
    edits = List.copyOf(edits);
  }
}
