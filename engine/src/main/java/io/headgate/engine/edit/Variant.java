package io.headgate.engine.edit;

import io.headgate.engine.document.Node;
import java.util.List;

/**
 * One way to edit a text.
 *
 * @param edits what changes
 * @param expected the tree that the document must have afterwards
 */
record Variant(List<Edit> edits, Node expected) {

  Variant {
    edits = List.copyOf(edits);
  }
}
